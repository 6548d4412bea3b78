/**
 * The beginning of a CSV file, read in the browser so that its columns can be mapped before anything is sent. The server
 * reads the whole file by the same rules: quotes and doubled quotes, any line ends, a byte order mark, UTF-8 or else
 * Windows' Latin, and the delimiter that stands most often in the header.
 */

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Enough for hundreds of rows, and read in an instant from a file of any size. */
export const PREVIEW_BYTES = 64 * 1024;

export interface CsvRow {
  /** The line of the file on which the row ends; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvPreview {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  /** The rows that lie wholly within what was read. */
  readonly rows: readonly CsvRow[];
  /** False if the file goes on. */
  readonly isWhole: boolean;
}

/** `delimiter` overrules the one that is found. Rejects if the file can't be read. */
export async function readPreview(file: Blob, delimiter?: Delimiter): Promise<CsvPreview> {
  const bytes = await file.slice(0, PREVIEW_BYTES).arrayBuffer();
  return toPreview(decode(bytes), file.size <= PREVIEW_BYTES, delimiter);
}

export function toPreview(text: string, isWhole: boolean, given?: Delimiter): CsvPreview {
  const delimiter = given ?? sniffDelimiter(text);
  const [header, ...rows] = parseCsv(text, delimiter, isWhole);
  return { delimiter, header: header?.cells.map((name) => name.trim()) ?? [], rows, isWhole };
}

function decode(bytes: ArrayBuffer): string {
  try {
    // A character that is cut in two at the end is no error.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export function sniffDelimiter(text: string): Delimiter {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (delimiter: Delimiter) => header.split(delimiter).length - 1;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** Rows of a CSV text, blank lines left out. With `isWhole` false the last row is dropped, since it may go on. */
export function parseCsv(text: string, delimiter: Delimiter, isWhole: boolean): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
    cells = [];
    cell = '';
  };
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let index = start; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = false;
      if (sign === '\n') line += 1;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(index + 1) === '\n') index += 1;
      endRow();
      line += 1;
    } else cell += sign;
  }
  if (isWhole && (cell !== '' || cells.length > 0)) endRow();
  return rows;
}
