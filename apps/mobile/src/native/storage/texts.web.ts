import type { Texts } from '../ports.ts';
import { kept, type Kept } from './indexed-db.web.ts';

/** Texts in the browser's small store. */
export const textsIn = (store: Kept): Texts => ({
  read: async (name) => {
    const text = await store.read(`text.${name}`);
    return typeof text === 'string' ? text : null;
  },
  write: (name, text) => store.write(`text.${name}`, text),
});

export const texts: Texts = textsIn(kept);
