/** Buttons, boxes, dialogs and tables, wherever they stand. */
export const controlTexts = {
  choose: 'Choose',
  search: 'Search',
  searching: 'Searching',
  nothingFound: 'Nothing found',
  optional: 'Optional',
  /** Beside a box for a secret. */
  showTyped: 'Show what is typed',
  hideTyped: 'Hide what is typed',
  cancel: 'Cancel',
  close: 'Close',
  tryAgain: 'Try again',
  loadingMore: 'Loading more',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  breadcrumb: 'Breadcrumb',

  copy: 'Copy',
  /** `what` as in "API number". */
  copyThing: (what: string) => `Copy ${what}`,
  copied: 'Copied',
  copyRefused: 'The browser refused to copy',
  position: 'position',

  notMeasured: 'Not measured',
  nothingToCompare: 'Nothing to compare',
  /** `what` as in "yesterday". */
  noFigureFor: (what: string) => `No figure for ${what}`,
  comparedWith: (what: string) => `vs ${what}`,

  searchAndCommands: 'Search and commands',
  searchEverything: 'Search wells, people, pages',
  nothingFoundFor: (search: string) => `Nothing found for “${search}”`,

  save: 'Save',
  saving: 'Saving',
  delete: 'Delete',
  discard: 'Discard',
  discardTyped: 'Discard what was typed',
  /** It can't be undone: a second press does it. */
  discardAgain: 'Press again to discard',
  history: 'History',
  noHistory: 'No history',
  /** Of an entry that was received later than it was made. */
  cameAt: (instant: string) => `came ${instant}`,
  /** Between a value and the one after it, for who hears the page. */
  became: 'became',
  loading: 'Loading',
  showMore: 'Show more',
  actions: 'Actions',
  clearFilters: 'Clear filters',
  takeFilterAway: 'Take a filter away to see more.',
  searchOtherwise: 'Search for something else, or take a filter away.',
  exportCsv: 'Export CSV',
};
