/** Reads a CSV file record by record, with line numbers, whatever program wrote it. */
import { parse, type CsvError } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ProblemError } from '../http/problem-error.ts';

export interface CsvRecord {
  /** The line of the file on which the record ends; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** How many bytes of the file have been read so far. */
  readonly bytes: number;
}

export interface CsvFile {
  readonly header: readonly string[];
  /** Records after the header; an unreadable one comes as null cells. */
  readonly records: AsyncIterable<CsvRecord | UnreadableRecord>;
}

export interface UnreadableRecord {
  readonly line: number;
  readonly cells: null;
  readonly bytes: number;
}

const SAMPLE_BYTES = 64 * 1024;
const MAX_RECORD_BYTES = 256 * 1024;
const DELIMITERS = [',', ';', '\t', '|'];

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

export async function openCsv(filePath: string, delimiter: string | undefined): Promise<CsvFile> {
  const sample = await readSample(filePath);
  const unreadable: UnreadableRecord[] = [];
  const parser = createReadStream(filePath).pipe(
    parse({
      bom: true,
      encoding: isUtf8(sample) ? 'utf8' : 'latin1',
      delimiter: delimiter ?? sniffDelimiter(sample),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_RECORD_BYTES,
      on_skip: (error: CsvError | undefined) => {
        unreadable.push({
          line: Number(error?.['lines'] ?? 0),
          cells: null,
          bytes: Number(error?.['bytes'] ?? 0),
        });
        return undefined;
      },
    }),
  );
  const iterator: AsyncIterator<Parsed> = parser[Symbol.asyncIterator]() as AsyncIterator<Parsed>;
  const first = await iterator.next();
  if (first.done === true) {
    throw new ProblemError('VALIDATION_FAILED', { errors: [{ path: 'file', message: 'The file is empty' }] });
  }
  return {
    header: first.value.record.map((name) => name.trim()),
    records: recordsOf(iterator, unreadable),
  };
}

async function* recordsOf(
  iterator: AsyncIterator<Parsed>,
  unreadable: UnreadableRecord[],
): AsyncGenerator<CsvRecord | UnreadableRecord> {
  for (;;) {
    const next = await iterator.next();
    while (unreadable.length > 0) {
      const skipped = unreadable.shift();
      if (skipped !== undefined) yield skipped;
    }
    if (next.done === true) return;
    const { record, info } = next.value;
    yield { line: info.lines, cells: record, bytes: info.bytes };
  }
}

async function readSample(filePath: string): Promise<Buffer> {
  const file = await open(filePath);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Files of older programs come in Windows' Latin; a sample that ends inside a character is still UTF-8. */
function isUtf8(sample: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The sign that stands most often in the header. */
function sniffDelimiter(sample: Buffer): string {
  const header = sample.toString('utf8').split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string): number => header.split(sign).length - 1;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
