import { count, counted } from '../../lib/decimal.ts';

/** The forms in which production, maintenance and equipment are entered. */
export const formTexts = {
  date: 'Date',
  dayBefore: 'Day before',
  entered: 'Entered',
  /** Behind a day: "Yesterday not entered". */
  notEntered: 'not entered',
  saveEntry: 'Save entry',
  /** Behind the keys that do it. */
  keysSave: 'saves',

  gridCaption: 'Volumes by day. Paste a block from a spreadsheet into its first cell.',
  paste: 'Paste from a spreadsheet',
  /** `recorded` names the days that are entered already, and stay as they are; empty for none. */
  pasted: (cells: number, leftOut: number, recorded: string) =>
    `${counted(cells, 'cell', 'cells')} pasted${leftOut === 0 ? '' : `; ${count(leftOut)} did not fit`}.` +
    (recorded === '' ? '' : ` Entered already, and left as they are: ${recorded}.`),
  replaceEntered: (days: number) => `Replace ${counted(days, 'entered day', 'entered days')}?`,
  replace: 'Replace',
  keepEntered: 'Leave as they are',
  undoPaste: 'Undo',
  pasteUndone: 'The paste is undone.',
  saveDays: 'Save days',
  saveNumberOfDays: (days: number) => `Save ${counted(days, 'day', 'days')}`,
  nothingToSave: 'Nothing to save yet: fill in at least one day.',
  nothingSaved: (days: number) =>
    `Nothing was saved: ${counted(days, 'day needs', 'days need')} a correction.`,

  statusKept: 'Leave as it is',
  noInterval: 'No interval is set for this: without a day it is not due again',
  /** When the next service is due: "90 days later". */
  dueLater: (days: string) => `${days} later, unless you give another`,
  dueOn: (days: string, day: string) => `In ${days}, ${day}, unless you give another`,

  serialNumberHint: 'No two items share one',
  wellHint: 'Where it stands',
  chooseWell: 'Choose a well',
  wellSearch: 'Name or API number',
  intervalHint: 'Left empty, the interval of its type counts, as the settings say',
  /** Behind a number. */
  unitDays: 'days',
};
