import { counted } from '../../lib/decimal.ts';

/** Wells: their list, their pages and their form. */
export const wellTexts = {
  wells: 'Wells',
  wellCount: (total: number) => counted(total, 'well', 'wells'),
  addWell: 'Add well',
  search: 'Search wells',
  searchHint: 'Name, API number, lease, field',
  allStatuses: 'All statuses',
  myWells: 'My wells',
  noneMatches: 'No well matches',
  none: 'No wells yet',
  noneHint: 'Add the first one to record its production.',
  lastEntry: 'Last entry',
  never: 'Never',
  openAlerts: 'Open alerts',

  loadingWell: 'Loading the well',
  more: 'More about this well',
  editWell: 'Edit well',
  deleteWell: 'Delete well',
  position: 'Position',
  apiNumberInSentence: 'API number',

  editNamed: (name: string) => `Edit ${name}`,
  added: (name: string) => `${name} added`,
  changed: (name: string) => `${name} changed`,
  showNow: 'Show the well as it is now',
  deleteNamed: (name: string) => `Delete ${name}?`,
  deleteMeans:
    'It disappears from every list, with its production. What was ever recorded stays in the audit.',
  deleted: (name: string) => `${name} deleted`,

  searchPeople: 'Search people',
  apiNumberHint: 'Such as 42-165-12345; it can never be changed',
  apiNumberFixed: 'Can never be changed',
  pluggedStays: 'A plugged well stays plugged',
  pluggedIsFinal: 'This is final: a plugged well takes readings of days up to its plugging only',
  pluggedOnHint: 'Today, if left empty',
  operatorHint: 'The company that runs the well',
  routePositionHint: 'Wells are driven in this order',
  latitudeHint: 'WGS 84, such as 31.8457000',
  longitudeHint: 'West is negative, such as -102.3676000',
};
