/**
 * The beginning of a CSV file, read in the browser. So its columns can be mapped before anything is sent. Its records are read by
 * the same function as the server's. Text is UTF-8, or else Windows' Latin.
 */
import {
  LINE_END,
  MAX_RECORD_LINES,
  readCsv,
  type CsvRecord,
  type Delimiter,
  type TextLine,
} from '@wellpulse/domain';

/** Enough for hundreds of rows, and read in an instant from a file of any size. */
export const PREVIEW_BYTES = 64 * 1024;

export interface CsvPreview {
  readonly delimiter: Delimiter;
  /** Empty if it can't be read. */
  readonly header: readonly string[];
  /** The rows that lie wholly within what was read. */
  readonly rows: readonly CsvRecord[];
  /** False if the file goes on. */
  readonly isWhole: boolean;
}

/** `delimiter` overrules the one that is found. Rejects if the file can't be read. */
export async function readPreview(file: Blob, delimiter?: Delimiter): Promise<CsvPreview> {
  const bytes = await file.slice(0, PREVIEW_BYTES).arrayBuffer();
  return toPreview(decode(bytes), file.size <= PREVIEW_BYTES, delimiter);
}

export async function toPreview(text: string, isWhole: boolean, given?: Delimiter): Promise<CsvPreview> {
  const lines = linesOf(text, isWhole);
  const file = await readCsv(oneByOne(lines), given);
  if (!file.ok) return { delimiter: given ?? ',', header: [], rows: [], isWhole };
  const rows: CsvRecord[] = [];
  for await (const record of file.records) {
    // Its quote may be closed in what was not read.
    if (!isWhole && record.cells === null && record.line > lines.length - MAX_RECORD_LINES) break;
    rows.push(record);
  }
  return { delimiter: file.delimiter, header: file.header, rows, isWhole };
}

function decode(bytes: ArrayBuffer): string {
  try {
    // A character that is cut in two at the end is no error.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Without the last line of a text that goes on. */
function linesOf(text: string, isWhole: boolean): readonly string[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = text.slice(start).split(LINE_END);
  return isWhole ? lines : lines.slice(0, -1);
}

async function* oneByOne(lines: readonly string[]): AsyncGenerator<TextLine> {
  for (const [index, text] of lines.entries()) yield { number: index + 1, text, bytes: 0 };
}
