/** Files in a folder of the person's choice. A phone hands none to a cable by itself: Files, a card and a message reach that folder. */
import { Directory, File, FileMode } from 'expo-file-system';
import type { TravelFiles } from '../ports.ts';
import { filePieces } from './file-pieces.ts';

const TYPE = 'application/octet-stream';
/** What the platforms call it when a person goes back from the choice. */
const CANCELLED = /cancell?ed/i;
/** What iOS says of a name that is taken. */
const TAKEN = /already exists/i;
const MOST_NAMES = 99;

export const travelFiles: TravelFiles = {
  save: async (name, pieces) => {
    const folder = await unlessCancelled(Directory.pickDirectoryAsync());
    if (folder === null) return false;
    const file = newFile(folder, name);
    try {
      const handle = file.open(FileMode.WriteOnly);
      try {
        for await (const piece of pieces) handle.writeBytes(piece);
      } finally {
        handle.close();
      }
      return true;
    } catch (error) {
      file.delete();
      throw error;
    }
  },
  choose: async () => {
    const { result } = await File.pickFileAsync();
    return result === null ? null : { name: result.name, pieces: () => filePieces(result) };
  },
};

/** A file that stands there already stays as it is. Android chooses another name by itself, and iOS refuses. */
function newFile(folder: Directory, name: string): File {
  for (let number = 0; ; number += 1) {
    try {
      return folder.createFile(
        number === 0 ? name : name.replace(/(?=\.\w+$)/, ` (${String(number)})`),
        TYPE,
      );
    } catch (error) {
      if (!(error instanceof Error && TAKEN.test(error.message)) || number === MOST_NAMES) throw error;
    }
  }
}

async function unlessCancelled<Value>(chosen: Promise<Value>): Promise<Value | null> {
  try {
    return await chosen;
  } catch (error) {
    if (error instanceof Error && CANCELLED.test(error.message)) return null;
    throw error;
  }
}
