/**
 * The names of all cached answers. What belongs together begins alike, so that one invalidation reaches it: see
 * `features/live/touched-keys.ts`, which decides what a change on the server makes out of date.
 */
type Filters = Readonly<Record<string, unknown>>;

export const keys = {
  session: ['session'] as const,
  colleagues: ['colleagues'] as const,
  settings: ['settings'] as const,
  users: {
    all: ['users'] as const,
    list: (filters: Filters) => ['users', 'list', filters] as const,
  },
  dashboard: {
    all: ['dashboard'] as const,
    home: (date: string, place: Filters) => ['dashboard', 'home', date, place] as const,
    map: (date: string, place: Filters) => ['dashboard', 'map', date, place] as const,
    activity: (place: Filters) => ['dashboard', 'activity', place] as const,
  },
  wells: {
    all: ['wells'] as const,
    routes: ['wells', 'routes'] as const,
    lists: ['wells', 'list'] as const,
    list: (filters: Filters) => ['wells', 'list', filters] as const,
    detail: (wellId: string) => ['wells', 'detail', wellId] as const,
  },
  production: {
    all: ['production'] as const,
    ofWell: (wellId: string) => ['production', wellId] as const,
    list: (wellId: string, filters: Filters) => ['production', wellId, 'list', filters] as const,
    day: (wellId: string, date: string) => ['production', wellId, 'day', date] as const,
    series: (wellId: string, range: Filters) => ['production', wellId, 'series', range] as const,
    summary: (wellId: string, range: Filters) => ['production', wellId, 'summary', range] as const,
    history: (wellId: string, recordId: string) => ['production', wellId, 'history', recordId] as const,
  },
  daySheet: {
    all: ['day-sheet'] as const,
    of: (date: string, route: string | null) => ['day-sheet', date, route] as const,
  },
  equipment: {
    all: ['equipment'] as const,
    lists: ['equipment', 'list'] as const,
    list: (filters: Filters) => ['equipment', 'list', filters] as const,
    detail: (equipmentId: string) => ['equipment', 'detail', equipmentId] as const,
    history: (equipmentId: string) => ['equipment', 'history', equipmentId] as const,
  },
  maintenance: {
    all: ['maintenance'] as const,
    list: (filters: Filters) => ['maintenance', 'list', filters] as const,
    due: (filters: Filters) => ['maintenance', 'due', filters] as const,
    costs: (filters: Filters) => ['maintenance', 'costs', filters] as const,
  },
  photos: {
    all: ['photos'] as const,
    /** Of an item or a well. */
    of: (ownerId: string) => ['photos', ownerId] as const,
  },
  alerts: {
    all: ['alerts'] as const,
    list: (filters: Filters) => ['alerts', 'list', filters] as const,
    marks: (wellId: string) => ['alerts', 'marks', wellId] as const,
    openCount: ['alerts', 'open-count'] as const,
  },
  conflicts: {
    all: ['conflicts'] as const,
    list: (filters: Filters) => ['conflicts', 'list', filters] as const,
    count: (filters: Filters) => ['conflicts', 'count', filters] as const,
    news: ['conflicts', 'news'] as const,
  },
  devices: {
    all: ['devices'] as const,
    list: ['devices', 'list'] as const,
    waiting: ['devices', 'waiting'] as const,
    recovered: ['devices', 'recovered'] as const,
    lineage: ['devices', 'lineage'] as const,
    refused: (deviceId: string) => ['devices', 'refused', deviceId] as const,
  },
  /** Not among the devices: Home asks by the minute, not after each entry of anybody. */
  deviceSummary: ['device-summary'] as const,
  audit: {
    all: ['audit'] as const,
    list: (filters: Filters) => ['audit', 'list', filters] as const,
  },
};
