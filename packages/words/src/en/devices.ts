/** How devices are doing. Spans of time are in words: "12 minutes". */
import { counted } from '../lib/decimal.ts';

const entries = (count: number): string => counted(count, 'entry', 'entries');
const devicesOf = (count: number): string => counted(count, 'device', 'devices');

export const devices = {
  /** What an issue means, and what to do about it. */
  issueExplanations: {
    MISSING:
      'Each entry on a device has a number. These never came although later ones did. Look on the device: what still waits there can be sent, or saved as a file and imported here.',
    RESTORED:
      'The server had been put back to an older state. This device brought again what was lost of its entries. Look whether the days are whole.',
    PUT_BACK:
      'The data on the device is an older copy than what it had sent. Ask who put it back: entries that nobody had sent before are not on it.',
    NOT_BACK:
      'What it had sent shortly before the server was put back comes again with its next sync. Have it synced.',
    REFUSED: 'In the last 30 days. The device shows each with the reason, to be entered anew or left.',
    CONFLICTS: 'Somebody has to choose between two entries.',
    SILENT: 'Ask whether it is lost, broken, or without a network. Entries may wait on it.',
    UNSIGNED:
      'It sent entries that no key of their author signed, and none of them was taken. Somebody may be trying another person’s name, or a device was registered anew.',
    CLOCK: 'Nothing is lost by it: the times of its entries are set right when they arrive.',
    PHOTOS: 'The entries are here, their photos not yet. They follow when the device has a better network.',
  },
  healthNames: {
    LOST: 'Entries to save',
    LOOK: 'Look at it',
    NEVER_SYNCED: 'Never synced',
    GOOD: 'In order',
    RETIRING: 'Retiring',
    RETIRED: 'Retired',
    REVOKED: 'Lost',
  },
  /** What became of an entry of a handover file. */
  entryResultNames: {
    WAITING: 'Waiting',
    TAKEN: 'Taken',
    CONFLICT: 'Met another change',
    REFUSED: 'Refused',
    LATER: 'Send again',
  },
  neverArrived: (count: number) => `${entries(count)} never arrived`,
  /** `numbers` are the missing ones; `rest` is how many more there are, null if all are named. */
  missingNumbers: (count: number, numbers: string, rest: string | null) =>
    `${entries(count)} never arrived: ${numbers}${rest === null ? '' : `, and ${rest} more`}`,
  entriesRefused: (count: number) => `${entries(count)} refused`,
  sentAgain: (count: number) => `Sent ${entries(count)} again after the server was put back`,
  dataPutBack: (count: number) =>
    `Its data was put back: ${counted(count, 'sent entry', 'sent entries')} not on it`,
  silentSinceRestore: 'Not heard of since the server was put back',
  unsigned: (count: number) => `${entries(count)} without a good signature`,
  openConflicts: (count: number) => counted(count, 'open conflict', 'open conflicts'),
  photosOnTheWay: (count: number) => `${counted(count, 'photo', 'photos')} on the way`,
  silentFor: (span: string) => `Not heard of for ${span}`,
  clockBehind: (span: string) => `Clock ${span} behind`,
  clockAhead: (span: string) => `Clock ${span} ahead`,
  silentDevices: (count: number, days: number) =>
    `${devicesOf(count)} not heard of for ${counted(days, 'day', 'days')}`,
  entriesForYou: (count: number) => `${counted(count, 'entry waits', 'entries wait')} for you`,
  restoredDevices: (count: number) => `${devicesOf(count)} to look at after a restore`,
};
