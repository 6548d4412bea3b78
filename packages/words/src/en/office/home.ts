/** The day at a glance. */
import { count, counted } from '../../lib/decimal.ts';

export const home = {
  today: (day: string) => `Today, ${day}`,
  day: 'Day',
  entered: (entered: number, expected: number) => `Entered ${count(entered)} of ${count(expected)}`,

  byRoute: 'Entered by route',
  noActiveWells: 'No active wells here',
  noActiveWellsHint: 'Only active wells are expected to have a reading each day.',
  /** In parts: the first is drawn bolder. */
  enteredOf: <Part>(entered: Part, expected: number) => [entered, ` of ${expected}`],
  routeEntered: (route: string) => `${route}: entered`,
  allEntered: 'All entered',
  notEntered: (wells: number) => `${counted(wells, 'well', 'wells')} not entered yet`,
  lastEntry: (time: string) => `Last entry ${time}`,

  totalsOfRoute: (route: string) => `Totals of ${route}`,
  totalsOfAll: 'Totals of all routes',
  totalsOfMine: 'Totals of my wells',
  /** What a button copies; `product` in small letters. */
  totalOf: (product: string) => `total of ${product}`,
  /** What a change is against. */
  yesterday: 'yesterday',
  mean: '30-day mean',
  /** `volume` with its unit. */
  meanIs: (volume: string) => `30-day mean ${volume}`,

  offBy: (percent: number) => `Off by more than ${percent} %`,
  allOpen: (alerts: number) => `All ${count(alerts)} open`,
  noOpenAlerts: 'No open alerts',
  noOpenAlertsHint: 'Every change beyond the threshold has been acknowledged.',

  map: 'Map',
  noPositions: 'No well has a position here',
  noPositionsHint: 'A well appears on the map once its latitude and longitude are known.',

  activity: 'Live from the field',
  noActivity: 'Nothing has come in yet',
  noActivityHint: 'Entries appear here as they are made.',
  records: (records: number) => counted(records, 'record', 'records'),
  forDay: (day: string) => `for ${day}`,
  /** Of an entry of which nothing was applied, since it met another one. */
  waitsForChoice: 'It met another entry: choose',

  /** `summary` is a list of what needs somebody. */
  sync: (summary: string) => `Sync: ${summary}`,
};
