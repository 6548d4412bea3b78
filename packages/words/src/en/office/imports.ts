/** Importing daily production from a file. What becomes of its rows is said by the common texts of imports. */
import { MAX_IMPORT_BYTES, sizeText } from '@wellpulse/contracts';
import { count, counted } from '../../lib/decimal.ts';

export const imports = {
  about: `Daily production from a CSV file of up to ${sizeText(MAX_IMPORT_BYTES)}`,
  file: 'CSV file',
  chooseFile: 'Choose a CSV file',
  tooLarge: `A file has at most ${sizeText(MAX_IMPORT_BYTES)}: split it.`,
  notImportable: 'This file can’t be imported',
  isEmpty: (file: string) => `${file} is empty.`,
  unreadable: (file: string) =>
    `${file} could not be read. It may have been moved or changed; choose it again.`,

  reading: 'How the file is to be read',
  remembered: 'Remembered for files with the same columns',
  chooseColumn: 'Choose a column',
  well: 'Well',
  wellHolds: 'It holds',
  wellBy: { NAME: 'the name', API_NUMBER: 'the API number', ID: 'the id' },
  day: 'Day',
  dayFormat: 'Written as',
  dayIs: (sample: string, day: string) => `${sample} is ${day}`,
  dayIsNotRead: (sample: string) => `${sample} is not read`,
  useFormat: (format: string) => `Use ${format}`,
  notInFile: 'Not in this file',
  month: 'Month that the row is a share of',
  monthHint:
    'Such rows are estimates, and give way to what is typed or measured. A blank cell is a measured day.',
  allMeasured: 'None: all rows are measured',
  rowsHold: 'Each row holds',
  rowsHoldNames: { DAY: 'a day', MONTH: 'the totals of a month' },
  daysOn: 'Days on',
  daysOnHint:
    'The total is spread evenly over so many days from the first of the month on. Blank means all of its days.',
  allDays: 'None: over all days of the month',
  unitOf: (field: string) => `${field} is in`,
  cubicMetres: 'Sm³',
  delimiter: 'Columns are parted by',
  delimiters: { comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab', bar: 'Bar' },
  decimals: 'Decimals begin with',
  decimalSeparators: { point: 'a point: 1,234.5', comma: 'a comma: 1.234,5' },
  onError: 'If a row is wrong',
  onErrorNames: { SKIP_ROW: 'take the others', ABORT: 'take none' },

  typed: 'If a person typed another value',
  typedNames: { KEEP: 'keep it', REPLACE: 'take the file’s' },

  onlyRows: 'Only rows in which',
  allRows: 'All rows are read.',
  addFilter: 'Add filter',
  /** Between a column and the value that it must hold. */
  is: 'is',
  filterColumn: (position: number) => `Column of filter ${position}`,
  filterValue: (position: number) => `Value of filter ${position}`,
  removeFilter: (position: number) => `Remove filter ${position}`,

  firstRows: 'The first rows',
  rowsWhole: (rows: number) => `${counted(rows, 'row', 'rows')}, the whole file`,
  rowsOfMore: (rows: number) => `${counted(rows, 'row', 'rows')} of a longer file`,
  preview: 'Preview',
  asRead: 'As they are read',
  asInFile: 'As in the file',
  firstRowsAsRead: 'The first rows as they are read',
  firstRowsAsInFile: 'The first rows as in the file',
  line: 'Line',
  outcome: 'What happens',
  outcomes: { TAKEN: 'Taken', SKIPPED: 'Left out', REFUSED: 'Refused' },
  chooseColumns:
    'Choose the columns of the well, the day and at least one product, and the rows appear here as they will be read.',
  /** `reasons` are sentences without their last full stop. */
  notReadable: (reasons: string) => `Some of the file can’t be read yet: ${reasons}.`,

  tryOut: 'Try it out',
  importNow: 'Import now',
  import: 'Import',
  sending: 'Sending the file',
  tryingOut: 'Trying it out',
  importing: 'Importing',
  sent: 'Sent',
  readByServer: 'Read by the server',
  /** Both sizes in words: "12.4 MB". */
  sentOf: (sent: string, total: string) => `${sent} of ${total}`,
  waiting: 'Waiting for the server',
  progress: (rows: number, taken: number, refused: number) =>
    `${count(rows)} rows · ${count(taken)} taken · ${count(refused)} refused`,

  result: 'Result of the import',
  toWells: 'To the wells',
  refusedRows: 'Refused rows',
  refusedColumns: { line: 'Line', why: 'Why', column: 'Column', value: 'Value', words: 'In words' },
  nothingTaken:
    'Nothing of a refused row is taken. Correct them and import the file again: what is there already stays as it is.',
  firstRefused: (rows: number) => `The first ${count(rows)} refused rows. Nothing of a refused row is taken.`,
  keptValues: 'Values that stayed as a person typed them',
  keptAbout: 'To take the file’s instead, say so above and import the file again.',
  firstKept: (values: number) => `The first ${count(values)} values that stayed as a person typed them.`,
  keptColumns: { line: 'Line', day: 'Day', what: 'What', typed: 'Typed', imported: 'In the file' },
  downloadRefused: 'Download refused rows',
};
