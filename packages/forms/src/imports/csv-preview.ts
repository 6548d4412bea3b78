/** The beginning of a CSV file, so that its columns can be mapped before anything is sent. Its records are read by the same function as the server's. */
import {
  LINE_END,
  MAX_RECORD_LINES,
  readCsv,
  type CsvRecord,
  type Delimiter,
  type TextLine,
} from '@wellpulse/domain';

/** The beginning of a CSV file, in rows. */
export interface CsvPreview {
  readonly delimiter: Delimiter;
  /** Empty if it can't be read. */
  readonly header: readonly string[];
  /** The rows that lie wholly within what was read. */
  readonly rows: readonly CsvRecord[];
  /** False if the file goes on. */
  readonly isWhole: boolean;
}

/**
 * The rows of a text. `isWhole` is false for the beginning of a longer one; `given` overrules the delimiter that is found.
 *
 * @example
 * const { header } = await toPreview('Well,Day,Oil\n', true); // ['Well', 'Day', 'Oil']
 */
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

/** Without the last line of a text that goes on. */
function linesOf(text: string, isWhole: boolean): readonly string[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = text.slice(start).split(LINE_END);
  return isWhole ? lines : lines.slice(0, -1);
}

async function* oneByOne(lines: readonly string[]): AsyncGenerator<TextLine> {
  for (const [index, text] of lines.entries()) yield { number: index + 1, text, bytes: 0 };
}
