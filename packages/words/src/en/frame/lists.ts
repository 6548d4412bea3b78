/** What stands around lists of every kind: filters, export, the choice of a file. */
export const lists = {
  well: 'Well',
  wells: 'Wells',
  allWells: 'All wells',
  wellSearch: 'Name or API number',
  noSuchWell: 'There is no such well',
  noSuchWellHint: 'It was deleted, or the link is wrong.',
  route: 'Route',
  allRoutes: 'All routes',
  noRoute: 'No route',

  days: 'Days',
  from: 'From',
  to: 'To',
  /** Between two days. */
  until: 'to',
  dayBefore: 'Day before',
  dayAfter: 'Day after',
  today: 'Today',

  clearSearch: 'Clear the search',
  showMore: 'Show more',
  cancel: 'Cancel',
  never: 'Never',
  exportCsv: 'Export CSV',
  notExported: 'Not exported',

  dropFile: 'or drop it here',
  /** `size` in words: "12.4 MB". */
  dropOther: (size: string) => `${size} · choose or drop another`,
  /** `hint` is a sentence: what to do with it. */
  fileTooLarge: (name: string, size: string, hint: string) => `${name} has ${size}. ${hint}`,
};
