/** What became of the rows of an imported file. */
import type { ImportRefusal } from '@wellpulse/contracts';

const refusalNames: Readonly<Record<ImportRefusal, string>> = {
  MALFORMED_ROW: 'Row cannot be read',
  WELL_UNKNOWN: 'No such well',
  WELL_AMBIGUOUS: 'Several wells have this name',
  WELL_PLUGGED: 'Well is plugged',
  DATE_INVALID: 'Not a date',
  DATE_IN_FUTURE: 'Day has not come yet',
  NUMBER_INVALID: 'Not a number',
  VOLUME_NEGATIVE: 'Negative volume',
  VOLUME_TOO_LARGE: 'Volume too large',
  VOLUME_MISSING: 'No volume given',
  DUPLICATE_DAY: 'Day is there twice',
  MONTH_INVALID: 'Not a month',
  DAYS_ON_INVALID: 'Not a number of days on',
  REFUSED_BY_DATABASE: 'Refused by the database',
};

export const imports = {
  refusalNames,
  dayNotCome: 'The day has not come yet',
  notTaken: 'Nothing was taken, because some rows are wrong',
  triedOut: 'Tried out: nothing has been saved yet',
  imported: 'Imported',
  rows: 'Rows',
  fresh: 'New',
  taken: 'Taken',
  updated: 'Updated',
  unchanged: 'Unchanged',
  leftOut: 'Left out',
  refused: 'Refused',
  kept: 'Kept as typed',
  /** "Water “-14”: a volume is never negative"; `reason` begins with a small letter. */
  refusedCell: (column: string, value: string, reason: string) => `${column} “${value}”: ${reason}`,
};
