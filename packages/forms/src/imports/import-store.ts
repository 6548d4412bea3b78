/** The port through which a file of readings is read and imported: the dashboard's is REST. */
import type { FieldError, ImportMapping, ImportResult } from '@wellpulse/contracts';
import type { Delimiter, Trouble } from '@wellpulse/domain';
import type { CsvPreview } from './csv-preview.ts';

/** What came of an import, or of trying it out. `errors` name places in the mapping. */
export type ImportAnswer =
  | { readonly kind: 'DONE'; readonly result: ImportResult }
  | { readonly kind: 'REFUSED'; readonly trouble: Trouble; readonly errors: readonly FieldError[] }
  | { readonly kind: 'CANCELLED' };

/** An import that is to be made. */
export interface ImportJob<File> {
  readonly file: File;
  readonly mapping: ImportMapping;
  /** Takes nothing, and says what would be taken. */
  readonly dryRun: boolean;
  /** Told how many bytes have gone, of how many. */
  readonly onSent: (sent: number, total: number) => void;
}

/** An import that is being made. */
export interface ImportUnderWay {
  /** Names it in the live progress. */
  readonly importId: string;
  /** Never rejects for what can be expected. */
  readonly done: Promise<ImportAnswer>;
  readonly cancel: () => void;
}

/** Reads and imports files. `File` is what a platform calls a file that a person has chosen. */
export interface ImportStore<File> {
  /** The beginning of a file. `delimiter` overrules the one that is found. Rejects if the file can't be read. */
  read(file: File, delimiter?: Delimiter): Promise<CsvPreview>;
  start(job: ImportJob<File>): ImportUnderWay;
}
