/** The production chart, its toolbar and its table. */
export const chartTexts = {
  range: 'Range',
  days30: '30 d',
  days90: '90 d',
  year1: '1 y',
  all: 'All',

  values: 'Values',
  daily: 'Daily',
  cumulative: 'Cumulative',
  scale: 'Scale',
  linear: 'Linear',
  logarithmic: 'Log',
  products: 'Products',

  showEverything: 'Show everything again',
  showAsChart: 'Show as chart',
  showAsTable: 'Show as table',
  export: 'Export',
  pictureFile: 'Picture (PNG)',
  tableFile: 'Table (CSV)',
  pictureNotMade: 'The picture could not be made.',

  /** What it is, for screen readers. */
  chart: 'chart',
  keyboardHint:
    'Left and right arrows move by a day, with Shift by a week. Plus and minus zoom, zero shows everything.',
  day: 'Day',
  notMeasured: (product: string) => `${product} not measured`,
  productionOf: (what: string, period: string) => `Production of ${what}, ${period}`,
  pictureTitle: (what: string) => `${what} – production`,
  /** The first words of a file’s name. */
  fileTitle: (what: string) => `${what} production`,
  cumulativeInTitle: 'cumulative',
  logarithmicInTitle: 'logarithmic',
  zerosAtBottom: 'zeros stand on the bottom line',

  noProduction: 'No production yet',
  noProductionHint: 'The chart starts with the first entry.',
  nothingChosen: 'Nothing chosen',
  nothingChosenHint: 'Switch on oil, gas or water above.',
};
