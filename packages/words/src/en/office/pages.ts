/** Pages that only the office has, and titles of the browser's window. */
export const pages = {
  names: { import: 'Import', audit: 'Audit', users: 'Users' },
  /** Other words by which the search finds a page. */
  keywords: {
    import: ['csv', 'scada', 'upload'],
    audit: ['log', 'history', 'events'],
    users: ['people', 'roles', 'password'],
  },
  bulkTitle: (well: string) => `7 days: ${well}`,
  entryTitle: (well: string) => `Enter reading: ${well}`,
  description: 'Daily production of your wells, from the field to the office',

  notShown: 'This page could not be shown',
  notShownHint:
    'What you saved is safe. Load the page again; if that does not help, tell your administrator.',
  loadAgain: 'Load WellPulse again',
};
