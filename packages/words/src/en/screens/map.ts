import { count, counted } from '../../lib/decimal.ts';

/** The map of wells, its legend and its list. */
export const mapTexts = {
  mapOfWells: 'Map of wells',
  showAllWells: 'Show all wells',
  listWells: 'List the wells',
  hideList: 'Hide the list of wells',
  searchWellsOnMap: 'Search wells on the map',
  searchWells: 'Search wells',
  nothingOfThisName: 'Nothing here has this name.',
  morePlaces: (shown: number, found: number) => `${count(shown)} of ${count(found)} places: search for more.`,

  noWells: 'No wells to show',
  noWellsHint: 'Wells appear here once they have a position.',
  plainDrawing: 'A plain drawing: this browser can’t show the map that zooms (it needs WebGL).',

  /** What was entered at a place. */
  entryNames: { PRODUCTION: 'Entry', MAINTENANCE: 'Maintenance' },
  notEntered: 'Not entered',
  notEnteredInSentence: 'not entered',
  openAlert: 'Open alert',
  alerts: (total: number) => counted(total, 'alert', 'alerts'),
  moreEntries: (total: number) => `And ${counted(total, 'more entry', 'more entries')}`,
  photo: 'Photo',
  wherePhotoTaken: 'Where the photo was taken',
};
