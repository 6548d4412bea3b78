/** Files in a folder of the person's choice. A phone hands none to a cable by itself: Files, a card and a message reach that folder. */
import { Directory, File, FileMode } from 'expo-file-system';
import type { TravelFiles } from '../ports.ts';
import { filePieces } from './file-pieces.ts';

const TYPE = 'application/octet-stream';
/** What the platforms call it when a person goes back from the choice. */
const CANCELLED = /cancell?ed/i;

export const travelFiles: TravelFiles = {
  save: async (name, pieces) => {
    const folder = await unlessCancelled(Directory.pickDirectoryAsync());
    if (folder === null) return false;
    const file = folder.createFile(name, TYPE);
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

async function unlessCancelled<Value>(chosen: Promise<Value>): Promise<Value | null> {
  try {
    return await chosen;
  } catch (error) {
    if (error instanceof Error && CANCELLED.test(error.message)) return null;
    throw error;
  }
}
