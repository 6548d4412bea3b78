/** Opens a CSV file on the disk. Domain says what its records are: `imports/csv-records.ts`. */
import { readCsv, type CsvRecord, type Delimiter } from '@wellpulse/domain';
import { badField } from '../http/bodies/multipart.ts';
import { linesOf } from './text-lines.ts';

export interface OpenedCsv {
  readonly header: readonly string[];
  readonly records: AsyncIterable<CsvRecord>;
}

/** `delimiter` overrules the one that is found. Throws `VALIDATION_FAILED` if the header can't be read. */
export async function openCsv(filePath: string, delimiter: Delimiter | undefined): Promise<OpenedCsv> {
  const file = await readCsv(linesOf(filePath), delimiter);
  if (!file.ok) throw badField('file', file.reason);
  return file;
}
