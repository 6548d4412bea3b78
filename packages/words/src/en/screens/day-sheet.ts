import { count, counted } from '../../lib/decimal.ts';

/** The sheet of all wells of a day. */
export const daySheetTexts = {
  /** `day` as in "Friday 24 Oct". */
  enterDay: (day: string) => `Enter ${day}`,
  day: 'Day',
  onlyMissing: 'Only not entered',
  noWells: 'No wells here',
  noWellsHint: 'Choose another route, or all of them.',
  allEntered: 'All wells are entered',
  allEnteredHint: 'Nothing is missing for this day.',
  moreWells: (total: number) => counted(total, 'more well', 'more wells'),
  noRoute: 'No route',
  /** Behind the number of those that are entered. */
  ofActiveWells: (expected: number) => `of ${count(expected)} active wells entered`,
  entered: 'Entered',
  /** Behind the key that does it. */
  keySaves: 'saves and goes to the next well',
  saveWells: (total: number) => `Save ${counted(total, 'well', 'wells')}`,
  /** Beside the page’s name, and behind a day that one may go to. */
  notSaved: (total: number) => `${count(total)} not saved`,
  /** Leads to what was typed and not saved. */
  typedOf: (well: string, day: string) => `${well}, ${day}: typed, not saved`,
  dayWithUnsaved: (where: string, total: number) => `${where}: ${count(total)} not saved`,
  well: 'Well',
  state: 'State',
  loadingSheet: 'Loading the sheet',
  draftsOfOtherDays: (total: number) => `${counted(total, 'entry', 'entries')} of other days not saved yet:`,

  /** Before the volume of the day before. */
  before: 'was',
  dayBefore: 'the day before',
  pluggedHint: 'This well was plugged before this day. It takes no reading of it.',
  savingWell: (well: string) => `Saving ${well}`,
  compare: 'Compare',
  compareWell: (well: string) => `Compare ${well}`,
  notEntered: 'Not entered',
  saved: 'Saved',
  savedBy: (who: string) => `Saved by ${who}`,
};
