/** What is said to the person at the terminal, in the language that the terminal is set to. */
import { READING_FIELDS, type ProductionRecord, type ReadingNumbers } from '@wellpulse/contracts';
import { ExportFileError, NewerDatabaseError, OfflineError, type OfflineClient } from '@wellpulse/offline';
import { createWords, languageOf } from '@wellpulse/words';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

/** As other programs do: the first of the three variables that holds something decides. */
export const words = createWords(languageOf([LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? ''));

/** Writes instants as the tenant's clock shows them; as the terminal's does where no tenant is known. */
export async function instantsOf({ records }: OfflineClient): Promise<(instant: string) => string> {
  const zone = (await records.timeZone()) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (instant) => words.formatInstant(instant, zone);
}

/** The numbers of a reading that are known here, each with its unit; "—" for what was not measured. */
export const volumesOf = (reading: Partial<ReadingNumbers>): string[] =>
  READING_FIELDS.flatMap((field) =>
    reading[field] === undefined ? [] : [words.fieldValue(field, reading[field])],
  );

/** "Estimated from the total of Oct 2025"; nothing for what was read off. */
export const estimateOf = ({ estimatedFrom }: Pick<ProductionRecord, 'estimatedFrom'>): string[] =>
  estimatedFrom === null ? [] : [words.readingWords.estimatedFrom(words.formatMonth(estimatedFrom))];

/** Why a command failed. */
export function messageOf(error: unknown): string {
  if (error instanceof OfflineError) return words.formatRefusal(error.refusal);
  if (error instanceof ExportFileError) return words.exportFileErrors[error.code];
  if (error instanceof NewerDatabaseError) return words.newerData;
  return error instanceof Error ? error.message : String(error);
}
