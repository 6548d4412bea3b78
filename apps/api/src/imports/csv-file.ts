/**
 * Reads a CSV file record by record, with line numbers, whatever program wrote it. A quote that is left open costs its
 * own line and no other: what it would swallow is read again from the line after it (ADR 28).
 */
import { badField } from '../http/multipart.ts';
import { holdsClosingQuote, splitCells } from './csv-cells.ts';
import { linesOf, type Line } from './text-lines.ts';

export interface CsvRecord {
  /** The line of the file on which the record ends; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** How many bytes of the file have been read so far. */
  readonly bytes: number;
}

export interface UnreadableRecord {
  readonly line: number;
  readonly cells: null;
  /** Why, in words. */
  readonly reason: string;
  readonly bytes: number;
}

export interface CsvFile {
  readonly header: readonly string[];
  /** Records after the header. */
  readonly records: AsyncIterable<CsvRecord | UnreadableRecord>;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** A note may be typed over several lines; a quoted cell that goes on beyond these is one whose quote was forgotten. */
const MAX_RECORD_LINES = 100;
const MAX_RECORD_LENGTH = 256 * 1024;
const QUOTE_LEFT_OPEN = 'A quote is left open in this line';
const LINE_TOO_LONG = 'The line is longer than 256 KiB';

export async function openCsv(filePath: string, delimiter: string | undefined): Promise<CsvFile> {
  const lines = new LineReader(filePath);
  const first = await lines.nextFilled();
  if (first === null) throw badField('file', 'The file is empty');
  const sign = delimiter ?? sniffDelimiter(first.text ?? '');
  const header = await readRecord(lines, first, sign, null);
  if (header.cells === null) throw badField('file', header.reason);
  return {
    header: header.cells.map((name) => name.trim()),
    records: recordsOf(lines, sign, header.cells.length),
  };
}

async function* recordsOf(
  lines: LineReader,
  delimiter: string,
  cellCount: number,
): AsyncGenerator<CsvRecord | UnreadableRecord> {
  for (let first = await lines.nextFilled(); first !== null; first = await lines.nextFilled()) {
    yield await readRecord(lines, first, delimiter, cellCount);
  }
}

/** The record that begins with `first`; over several lines only if it then has the header's number of cells. */
async function readRecord(
  lines: LineReader,
  first: Line,
  delimiter: string,
  cellCount: number | null,
): Promise<CsvRecord | UnreadableRecord> {
  const { number, bytes } = first;
  if (first.text === null) return { line: number, cells: null, reason: LINE_TOO_LONG, bytes };
  let { text } = first;
  let cells = splitCells(text, delimiter);
  if (cells !== null) return { line: number, cells, bytes };
  const further: Line[] = [];
  while (cells === null && further.length + 1 < MAX_RECORD_LINES && text.length < MAX_RECORD_LENGTH) {
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
  readonly #lines: AsyncIterator<Line>;
  #putBack: Line[] = [];

  constructor(filePath: string) {
    this.#lines = linesOf(filePath);
  }

  /** Null at the end of the file. */
  async next(): Promise<Line | null> {
    const again = this.#putBack.pop();
    if (again !== undefined) return again;
    const next = await this.#lines.next();
    return next.done === true ? null : next.value;
  }

  /** The next line that is not empty. */
  async nextFilled(): Promise<Line | null> {
    let line = await this.next();
    while (line?.text === '') line = await this.next();
    return line;
  }

  /** Has these, which were the last, read again. */
  putBack(lines: readonly Line[]): void {
    this.#putBack.push(...lines.toReversed());
  }
}

/** The sign that stands most often in the header. */
function sniffDelimiter(header: string): string {
  const count = (sign: string): number => header.split(sign).length - 1;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
