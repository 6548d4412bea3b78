import { count, counted } from '../../lib/decimal.ts';

/** Maintenance: what is due, what was done and what it cost. */
export const maintenanceTexts = {
  maintenance: 'Maintenance',
  summary: 'What is due, what was done, and what it cost',
  calendar: 'Calendar (.ics)',

  maintenanceDue: 'Maintenance due',
  allMaintenance: 'All maintenance',
  mostUrgent: 'Most urgent',
  due: 'Due',
  dueItems: 'Items that are due',
  urgency: 'Urgency',
  all: 'All',
  within14Days: 'Within 14 days',
  overdueOrSoon: 'Overdue, or due within 14 days',
  later: 'Later',
  nothingDue: {
    ALL: 'Nothing is due',
    OVERDUE: 'Nothing is overdue',
    DUE_SOON: 'Nothing is due within 14 days',
    SCHEDULED: 'Nothing is due later',
  },
  dueRule: 'An item is due by its service interval, or on the day that its last log names.',
  noItems: 'Items appear here by their service intervals.',
  nextOnPage: 'The next services are on the maintenance page.',
  overdue: (total: number) => `${count(total)} overdue`,
  dueSoon: (total: number) => `${count(total)} due soon`,

  logMaintenance: 'Log maintenance',
  logFirst: 'Log the first',
  saveLog: 'Save log',
  finishLater: 'Finish later',
  logged: (name: string, photos: number) =>
    `${name}: maintenance logged${photos === 0 ? '' : `, with ${counted(photos, 'photo', 'photos')}`}`,

  recent: 'Recent maintenance',
  nothingLogged: 'Nothing logged yet',
  openItem: 'Open an item of equipment to log what was done to it.',
  logAppears: 'Each repair, service and inspection appears here with its photos.',
  logEntries: (total: number) => counted(total, 'log entry', 'log entries'),
  showOlder: 'Show older',
  photosOfEntry: 'Photos of this entry',
  /** Between an item and its well. */
  atWell: 'at',
  technician: (name: string) => `Technician ${name}`,
  nextService: (day: string) => `Next service ${day}`,
  loggedBy: (who: string) => `Logged by ${who}`,

  costTitle: 'Cost of the last 12 months',
  costOf: (cost: string, entries: number) => `${cost} in ${counted(entries, 'log entry', 'log entries')}`,
  costBy: 'Cost by',
  month: 'Month',
  well: 'Well',
  item: 'Item',
  noCosts: 'No costs',
  noCostsHint: 'They appear with the logs that name one.',
};
