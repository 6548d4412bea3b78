import { inPieces, isStorageProblem } from '@wellpulse/offline';
import { writeWhole } from '../files/write-whole.web.ts';

const NAME = 'room';
/** As much as SQLite may want at once for an entry. */
const TRIED_BYTES = 256 * 1024;

/**
 * Whether the browser gives no more room. What it says of the room that is left is a guess, so a file is written for a moment.
 *
 * @param folder where to write it
 */
export async function isFull(folder: () => Promise<FileSystemDirectoryHandle>): Promise<boolean> {
  try {
    const here = await folder();
    await writeWhole(here, NAME, inPieces(new Uint8Array(TRIED_BYTES)));
    await here.removeEntry(NAME);
    return false;
  } catch (error) {
    return isStorageProblem(error, 'FULL');
  }
}
