/** What a device at the command line says. */
export const terminal = {
  registered: (device: string, person: string) => `Registered ${device} for ${person}`,
  atDevice: (person: string) => `${person} is at this device`,
  locked: 'Locked',
  skipped: 'Skipped',
  saved: (eventId: string, sequence: string) => `Saved as ${eventId} (number ${sequence} of this device)`,
  notSaved: (code: string) => `Nothing was saved (${code})`,
  /** Of a volume far from the one of the day before. */
  wasAndIs: (product: string, before: string, now: string) =>
    `${product} was ${before} the day before and is ${now}`,
  wrote: (events: string, photos: string, file: string) =>
    `Wrote ${events} events and ${photos} photos to ${file}`,
  tookOver: (events: string, photos: string, device: string, known: string) =>
    `Took over ${events} events and ${photos} photos of ${device}; ${known} were here already`,

  pending: 'Pending',
  refused: 'refused',
  openConflicts: 'open conflicts',
  photos: 'photos',
  lastSync: (instant: string) => `Last complete sync: ${instant}`,
  never: 'never',
  photosForPerson: (count: string) => `Photos that wait for you: ${count}; see "list pending"`,
  unreadableRecords: (count: string) => `Records that this version cannot read: ${count}`,
  recovered: (count: string) => `The server was put back to an older state. Entries sent again: ${count}`,

  retired: (instant: string) =>
    `This device was retired. It sent all that it had, and emptied itself: ${instant}`,
  retiring: 'This device was retired: it takes no more entries, and empties itself when nothing waits on it',

  eventStatusNames: {
    PENDING: 'pending',
    SYNCED: 'synced',
    CONFLICT: 'met another change',
    FAILED: 'refused',
    SKIPPED: 'skipped',
  },
  noRoute: 'No route',
  notSynced: 'not synced',
  missing: 'missing',
  dayBefore: (volumes: string) => `day before: ${volumes}`,
  enteredOf: (entered: string, expected: string) => `${entered} of ${expected}`,

  unknownPerson: (email: string) => `${email} has not signed in on this device`,
  unknownWell: (name: string) => `This device knows no well ${name}. Sync, or look at "list wells"`,
  ambiguousWell: (name: string) => `Several wells are called ${name}. Give the API number`,
  unknownItem: (serial: string) => `This device knows no item ${serial}. Sync, or look at "list equipment"`,
  notRefused: (eventId: string) =>
    `The server refused no entry ${eventId}. "list pending" says which ones it did`,
  unknownEvent: (eventType: string) => `This version knows no ${eventType}. Update it first`,
  wellDoesNotBelong: '--well goes with readings and with items of equipment alone',
  notAPair: (pair: string) => `Give ${pair} as field=value, such as oilVolume=42.5`,
  /** `fields` is empty for an entry that has none. */
  noSuchField: (name: string, fields: string) =>
    `This entry has no field ${name}${fields === '' ? '' : `. It has ${fields}`}`,
  serverMissing: 'Say once where the server is: --server http://127.0.0.1:3000/api',
  variableMissing: (name: string) => `Set ${name} first`,
};
