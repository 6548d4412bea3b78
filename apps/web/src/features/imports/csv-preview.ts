/** Reads the beginning of a CSV file in the browser. Text is UTF-8, or else Windows' Latin. */
import type { Delimiter } from '@wellpulse/domain';
import { toPreview, type CsvPreview } from '@wellpulse/forms';

/** Enough for hundreds of rows, and read in an instant from a file of any size. */
export const PREVIEW_BYTES = 64 * 1024;

/** `delimiter` overrules the one that is found. Rejects if the file can't be read. */
export async function readPreview(file: Blob, delimiter?: Delimiter): Promise<CsvPreview> {
  const bytes = await file.slice(0, PREVIEW_BYTES).arrayBuffer();
  return toPreview(decode(bytes), file.size <= PREVIEW_BYTES, delimiter);
}

function decode(bytes: ArrayBuffer): string {
  try {
    // A character that is cut in two at the end is no error.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
