import { inPieces, Mutex, wholeOf } from '@wellpulse/offline';
import { File, Paths, type Directory } from 'expo-file-system';
import { filePieces } from '../files/file-pieces.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Texts } from '../ports.ts';

/**
 * Texts as files of a folder. Both platforms remove a file before they put another in its place, and a phone may go out in between. So a
 * text is written whole under a second name first: what stands there is newer than what stands under the first one.
 */
export function textsIn(folder: Directory): Texts {
  const fileOf = (name: string): File => new File(folder, `${name}.text`);
  const nextOf = (name: string): File => new File(folder, `${name}.next`);
  // Moving takes its time: nobody reads meanwhile.
  const turns = new Mutex();

  async function putInPlace(name: string): Promise<void> {
    const next = nextOf(name);
    if (next.exists) await next.move(fileOf(name), { overwrite: true });
  }

  return {
    read: (name) =>
      turns.run(async () => {
        const file = [nextOf(name), fileOf(name)].find(({ exists }) => exists);
        return file === undefined ? null : new TextDecoder().decode(await wholeOf(filePieces(file)));
      }),
    write: (name, text) =>
      turns.run(async () => {
        await putInPlace(name);
        await writeWhole(folder, nextOf(name).name, inPieces(new TextEncoder().encode(text)));
        await putInPlace(name);
      }),
  };
}

/** Beside the database, where no system clears. */
export const texts: Texts = textsIn(Paths.document);
