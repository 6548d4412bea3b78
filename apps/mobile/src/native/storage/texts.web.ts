import { readKept, writeKept } from './indexed-db.web.ts';
import type { Texts } from '../ports.ts';

export const texts: Texts = {
  read: async (name) => {
    const text = await readKept(`text.${name}`);
    return typeof text === 'string' ? text : null;
  },
  write: (name, text) => writeKept(`text.${name}`, text),
};
