import { File, Paths } from 'expo-file-system';
import type { Texts } from '../ports.ts';

const fileOf = (name: string): File => new File(Paths.document, `${name}.text`);

/** Written beside, then put in place: a text is the former one or the new one, whenever the phone goes out. */
export const texts: Texts = {
  read: async (name) => {
    const file = fileOf(name);
    return file.exists ? file.text() : null;
  },
  write: async (name, text) => {
    const fresh = fileOf(`${name}.new`);
    fresh.create({ overwrite: true });
    fresh.write(text);
    await fresh.move(fileOf(name), { overwrite: true });
  },
};
