/** The frame around every page: menu, search, live connection, and what stands where there is no page. */
import { counted } from '../../lib/decimal.ts';

/** Other words by which the search finds a page. */
const pageKeywords = {
  home: ['dashboard', 'today', 'map'],
  wells: ['list', 'lease'],
  enter: ['day sheet', 'production', 'reading', 'gauge'],
  alerts: ['variance'],
  equipment: ['pump jack', 'tank', 'separator', 'serial number', 'asset'],
  maintenance: ['due', 'service', 'repair', 'cost', 'calendar'],
  conflicts: ['merge', 'undo', 'both sides', 'overwritten'],
  sync: ['devices', 'phone', 'laptop', 'retire', 'lost', 'stolen', 'refused', 'offline', 'wellpulse file'],
  settings: ['tenant', 'time zone', 'threshold'],
};

export const shell = {
  pageNames: {
    home: 'Home',
    wells: 'Wells',
    enter: 'Enter',
    alerts: 'Alerts',
    equipment: 'Equipment',
    maintenance: 'Maintenance',
    conflicts: 'Conflicts',
    sync: 'Sync',
    settings: 'Settings',
  },
  pageKeywords,
  pages: 'Pages',
  more: 'More',
  morePages: 'More pages',
  skipToContent: 'Skip to the content',
  openAlerts: (count: number) => counted(count, 'open alert', 'open alerts'),

  search: 'Search everything',
  searchHint: 'Search wells, equipment, people and pages',
  found: {
    openAlerts: 'Open alerts',
    openConflicts: 'Open conflicts',
    people: 'People',
    devices: 'Devices',
  },
  twoPeople: (one: string, other: string) => `${one} and ${other}`,

  account: (name: string) => `Your account: ${name}`,
  appearance: 'Appearance',
  themeNames: {
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
    field: 'Sunlight',
  },

  liveNames: { CONNECTING: 'Connecting', LIVE: 'Live', RECONNECTING: 'Reconnecting' },
  liveHints: {
    CONNECTING: 'Connecting to the live stream',
    LIVE: 'What comes in from the field appears by itself',
    RECONNECTING: 'The connection was lost; this page catches up as soon as it is back',
  },
  triesAgain: 'This page tries again by itself.',
  loading: 'Loading',

  error: 'Error',
  notFound: 'Not found',
  noSuchPage: 'There is no such page',
  noSuchPageHint: 'The link is wrong, or the page has moved.',
  notAllowed: 'Not allowed',
  roleRefuses: 'Your role does not allow this',
  /** `role` in small letters. */
  signedInAs: (role: string) => `You are signed in as ${role}. An administrator can change your role.`,
  toHome: 'Go to Home',
};
