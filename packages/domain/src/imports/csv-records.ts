/**
 * Reads CSV record by record, with line numbers, whatever program wrote it. The server reads whole files by it, and the dashboard
 * reads the beginning. A quote that is left open costs its own line and no other: what it would swallow is read again from the
 * line after it (ADR 28).
 */
import { message } from '@wellpulse/contracts';
import { holdsClosingQuote, splitCells } from './csv-cells.ts';

/** One line of a text file. */
export interface TextLine {
  /** Its place in the file; the first line is 1. */
  readonly number: number;
  /** Null for what is too long to be a line. */
  readonly text: string | null;
  /** How many bytes of the file have been read so far. */
  readonly bytes: number;
}

/** A record of a file, or why it cannot be read. */
export type CsvRecord = {
  /** The line of the file on which the record ends; the header is line 1. */
  readonly line: number;
  /** How many bytes of the file have been read so far. */
  readonly bytes: number;
} & (
  | { readonly cells: readonly string[] }
  /** `reason` is a sentence of the wire. */
  | { readonly cells: null; readonly reason: string }
);

/** A file whose header could be read, or why it could not. */
export type CsvFile =
  | {
      readonly ok: true;
      readonly delimiter: Delimiter;
      readonly header: readonly string[];
      /** Those after the header, without blank lines. */
      readonly records: AsyncIterable<CsvRecord>;
    }
  | { readonly ok: false; readonly reason: string };

/** What may stand between two cells. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
/** One of them. */
export type Delimiter = (typeof DELIMITERS)[number];

/** What ends a line, whatever system wrote it. */
export const LINE_END = /\r\n|\n|\r/;

/** A note may be typed over several lines; a quoted cell that goes on beyond these is one whose quote was forgotten. */
export const MAX_RECORD_LINES = 100;
/** In characters: no line of a file may have more, and a record over several lines stops growing there. */
export const MAX_LINE_LENGTH = 256 * 1024;
const QUOTE_LEFT_OPEN = message('quoteLeftOpen');
const LINE_TOO_LONG = message('lineTooLong', { count: MAX_LINE_LENGTH });

/**
 * Reads the header at once, and the records as they are asked for.
 *
 * @param given the delimiter; the one that is most frequent in the header if left out
 * @example
 * const file = await readCsv(lines, undefined);
 * if (file.ok) for await (const { line, cells } of file.records) read(line, cells);
 */
export async function readCsv(
  lines: AsyncIterable<TextLine>,
  given: Delimiter | undefined,
): Promise<CsvFile> {
  const reader = new LineReader(lines);
  const first = await reader.nextFilled();
  if (first === null) return { ok: false, reason: message('fileEmpty') };
  const delimiter = given ?? sniffDelimiter(first.text ?? '');
  const header = await readRecord(reader, first, delimiter, null);
  if (header.cells === null) return { ok: false, reason: header.reason };
  return {
    ok: true,
    delimiter,
    header: header.cells.map((name) => name.trim()),
    records: recordsOf(reader, delimiter, header.cells.length),
  };
}

async function* recordsOf(
  lines: LineReader,
  delimiter: string,
  cellCount: number,
): AsyncGenerator<CsvRecord> {
  for (let first = await lines.nextFilled(); first !== null; first = await lines.nextFilled()) {
    yield await readRecord(lines, first, delimiter, cellCount);
  }
}

/** The record that begins with `first`; over several lines only if it then has the header's number of cells. */
async function readRecord(
  lines: LineReader,
  first: TextLine,
  delimiter: string,
  cellCount: number | null,
): Promise<CsvRecord> {
  const { number, bytes } = first;
  if (first.text === null) return { line: number, cells: null, reason: LINE_TOO_LONG, bytes };
  let { text } = first;
  let cells = splitCells(text, delimiter);
  if (cells !== null) return { line: number, cells, bytes };
  const further: TextLine[] = [];
  while (cells === null && further.length + 1 < MAX_RECORD_LINES && text.length < MAX_LINE_LENGTH) {
    const line = await lines.next();
    if (line === null) break;
    further.push(line);
    if (line.text === null) break;
    text = `${text}\n${line.text}`;
    if (holdsClosingQuote(line.text)) cells = splitCells(text, delimiter);
  }
  const last = further.at(-1);
  if (last !== undefined && cells !== null && cells.length === (cellCount ?? cells.length)) {
    return { line: last.number, cells, bytes: last.bytes };
  }
  lines.putBack(further);
  return { line: number, cells: null, reason: QUOTE_LEFT_OPEN, bytes };
}

class LineReader {
  readonly #lines: AsyncIterator<TextLine>;
  #putBack: TextLine[] = [];

  constructor(lines: AsyncIterable<TextLine>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  /** Null at the end of the file. */
  async next(): Promise<TextLine | null> {
    const again = this.#putBack.pop();
    if (again !== undefined) return again;
    const next = await this.#lines.next();
    return next.done === true ? null : next.value;
  }

  /** The next line that is not empty. */
  async nextFilled(): Promise<TextLine | null> {
    let line = await this.next();
    while (line?.text === '') line = await this.next();
    return line;
  }

  /** Has these, which were the last, read again. */
  putBack(lines: readonly TextLine[]): void {
    this.#putBack.push(...lines.toReversed());
  }
}

/** The sign that stands most often in the header. */
function sniffDelimiter(header: string): Delimiter {
  const count = (sign: string): number => header.split(sign).length - 1;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
