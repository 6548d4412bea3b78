import { count, counted } from '../../lib/decimal.ts';

/** A well’s production: its records, its figures and the pages where readings are entered. */
export const productionTexts = {
  productionChart: 'Production chart',
  summaryOf: (period: string) => `Summary: ${period}`,
  sinceFirstEntry: 'Since the first entry',
  lastDays: (days: number) => `The last ${days} days`,
  oilOfAllTime: 'Oil, all time',
  oilOfDays: (days: number) => `Oil, ${days} days`,
  oilCumulative: 'Oil, cumulative',
  waterCut: 'Water cut',
  /** Behind the mean of a day, where there is little room. */
  daysEstimated: (days: number) => `${count(days)} est.`,
  /** On how many days it produced. */
  daysOn: (on: number, all: number) => `${count(on)} of ${count(all)} days on`,
  gasOilRatio: 'Gas-oil ratio',
  gas: (volume: string) => `Gas ${volume}`,
  noGas: 'No gas measured',
  noOil: 'No oil measured',
  aDay: (volume: string) => `${volume} a day`,
  bestDay: 'Best day',
  worstDay: 'Worst day producing',
  ofOil: (unit: string) => `${unit} oil`,

  enterReading: 'Enter reading',
  enterReadingOf: (well: string) => `Enter reading: ${well}`,
  saveChange: 'Save change',
  daySaved: (well: string, day: string) => `${well}, ${day}: saved`,
  dayKept: (day: string) => `${day}: saved`,
  alreadyEntered: (who: string, when: string) =>
    `This day is entered already, by ${who}, ${when}. Saving changes that entry.`,
  pluggedOn: (day: string) => `This well was plugged on ${day}. It takes readings of days up to then.`,
  sevenDays: '7 days',
  sevenDaysOf: (well: string) => `7 days: ${well}`,
  lastDay: 'Last day',
  daysSaved: (well: string, days: number) => `${well}: ${counted(days, 'day', 'days')} saved`,

  savedMeanwhile: 'Somebody else has saved this day',
  /** `day` is the well’s name and the day. */
  savedBy: (day: string, who: string, when: string) => `${day}: ${who} saved it at ${when}.`,
  keepTheirs: 'Keep theirs',
  saveMine: 'Save mine instead',
  value: 'Value',
  you: 'You',
  bothStay: 'Both stay in the history of the record, whatever you choose.',

  dailyRecords: 'Daily records',
  recordsOf: (well: string) => `Daily records of ${well}`,
  noDayMatches: 'No day matches',
  noReadings: 'No readings yet',
  noReadingsHint: 'They appear here with the first entry.',
  lastChange: 'Last change',
  firstEntered: (when: string, how: string) => `${when}, first entered by ${how}`,
  searchNotes: 'Search notes',
  inNotes: 'In the notes',
  anyMethod: 'Entered any way',
  volume: 'Volume',
  anyVolume: 'Any volume',
  atLeast: (product: string) => `${product}, at least`,
  atMost: (product: string) => `${product}, at most`,
  from: 'From',
  to: 'To',

  saveDay: (day: string) => `Save ${day}`,
  editDay: (day: string) => `Edit ${day}`,
  deleteDay: (day: string) => `Delete ${day}`,
  historyOfDay: (day: string) => `History of ${day}`,
  conflictsOfRecord: (total: number) => `${counted(total, 'conflict', 'conflicts')} of this record`,
  deleteEntryOf: (day: string) => `Delete the entry of ${day}?`,
  deleteEntryMeans: (well: string) =>
    `${well} then has no reading for this day. What was entered stays in the audit.`,
  dayDeleted: (day: string) => `${day}: deleted`,
};
