/** The devices of people, what of them was refused, and entries that wait for a person. */
import { counted } from '../../lib/decimal.ts';

const ofEverybody = 'The devices of everybody';
const yours = 'Your devices';

const withCount = (whose: string, devices: number): string =>
  `${whose} · ${counted(devices, 'device', 'devices')}`;

export const devices = {
  ofEverybody,
  yours,
  ofEverybodyCounted: (devices: number) => withCount(ofEverybody, devices),
  yoursCounted: (devices: number) => withCount(yours, devices),
  list: 'Devices',
  none: 'No devices yet',
  noneHint:
    'A laptop or phone appears here when somebody signs in with the WellPulse app on it for the first time.',
  columns: {
    device: 'Device',
    status: 'Status',
    issues: 'To look at',
    person: 'Person',
    lastSeen: 'Last heard of',
    version: 'Version',
  },

  conflicts: 'Its conflicts',
  facts: {
    status: 'Status',
    lastSeen: 'Last heard of',
    version: 'App version',
    taken: 'Entries taken',
  },
  noneTaken: 'None yet',
  takenUpTo: (sequence: number) => `Up to number ${sequence}`,
  issues: 'To look at',
  refusedOnDevice: 'The device shows each of them, and what to do.',
  lookedAt: 'I have looked at the restore',

  restore: {
    title: 'After the server was put back',
    /** `instant` is when that was found. */
    putBack: (instant: string) => `The server was put back on ${instant}.`,
    allSynced: 'All devices have synced since.',
    /** Their names follow. */
    notSynced: (count: number) => `${counted(count, 'device has', 'devices have')} not synced since:`,
    wait: (instant: string) => `Entries that rest on what was lost wait for it until ${instant}.`,
    /** Null for a person who is not known any more. */
    ended: (person: string | null, instant: string) =>
      `${person ?? 'A former user'} ended the wait for what was lost on ${instant}.`,
    ranOut: 'The wait for what was lost is over.',
    end: 'End the wait',
    question: 'End the wait for what was lost?',
    /** `silent` is how many devices have not synced since. */
    about: (silent: number) =>
      [
        'Some entries change what the server lost. They wait until another device brings it.',
        'If you end the wait, a change with a volume makes the reading anew. The others are refused, and their devices show them.',
        ...(silent === 0
          ? []
          : [
              `${counted(silent, 'device has', 'devices have')} not synced since, and may still hold what they rest on.`,
            ]),
        'Devices that sync later bring what they hold all the same. This cannot be taken back.',
      ].join(' '),
    hasEnded: 'The wait for what was lost has ended',
  },

  retire: 'Retire',
  retireQuestion: (device: string) => `Retire ${device}?`,
  retireAbout:
    'With its next sync the device learns of it. It then takes no more entries, sends what waits on it, and empties itself. Nothing that was entered is lost. If nobody has the device any more, say that it is lost or stolen instead.',
  willRetire: (device: string) => `${device} will retire with its next sync`,
  lost: 'Lost or stolen',
  lostQuestion: (device: string) => `Is ${device} lost or stolen?`,
  lostAbout:
    'All its keys and sessions end at once. Whoever has it can send nothing and read nothing new. What it sent before stays. Entries that wait on it cannot come, and the numbers that never arrived are listed here. If it is found, its owner or an administrator signs in on it, and what waits there can be sent.',
  confirmLost: 'It is lost or stolen',
  hasEnded: (device: string) => `The keys and sessions of ${device} have ended`,

  refused: 'Refused entries',
  noneRefused: 'Nothing that it sent was refused.',
  nobodyKnown: 'Nobody known',
  entryNumber: (sequence: number) => `entry ${sequence}`,
  came: (instant: string) => `came ${instant}`,

  waiting: {
    AUTHOR_LEFT: {
      title: 'From people who left',
      about:
        'They came after the rights of whoever typed them had ended, so they count for nothing yet. Enter each as your own, or leave it out.',
    },
    AUTHOR_MUST_CONFIRM: {
      title: 'To be confirmed by their authors',
      about:
        'They were signed on a device that was lost, or too long ago. Whoever typed one enters it as their own, or leaves it out.',
    },
  },
  recovered: {
    title: 'Lost by the server, kept by devices',
    about:
      'Changes of the office that were made after the backup. Devices had fetched them before the server was put back. Nothing of it counts yet: take over what is right. Where several states of a record were lost, you decide on each by itself.',
    /** Null for a device or a person who is not known any more. */
    heldBy: (device: string | null, person: string | null) =>
      `Held by ${device ?? 'an unknown device'} of ${person ?? 'a former user'}`,
    changed: (instant: string) => `Changed ${instant}`,
    latestOf: (count: number) => `Latest of ${counted(count, 'state', 'states')}`,
    /** A later one stands by now, or was decided on. */
    earlier: 'Earlier state',
    earlierOf: (place: number, count: number) => `Earlier, ${place} of ${count}`,
    nothingStands: 'Nothing stands',
    takeOver: 'Take over',
    takenOver: 'Taken over as your own',
    takeAll: 'Take over all',
    question: 'Take over all of it?',
    allAbout:
      'Each record is entered as it was on a device, as your own change. It takes the place of what stands now. The audit trail keeps both. Of several states of a record the latest is entered, and the earlier ones stay on the list.',
    allTaken: (count: number) => `${counted(count, 'record was', 'records were')} taken over`,
    someRefused: (count: number) => `${counted(count, 'record', 'records')} could not be taken over`,
    onlyAdmins: 'An administrator decides about it',
  },
  /** Null for a person or a device that is not known any more. */
  typedBy: (person: string | null, device: string | null) =>
    `Typed by ${person ?? 'a former user'} on ${device ?? 'an unknown device'}`,
  sentBy: (person: string) => `sent by ${person}`,
  leaveOut: 'Leave out',
  enterAsMine: 'Enter as mine',
  enteredAsOwn: 'Entered as your own',
  /** Null for a person who is not known any more. */
  waitsFor: (person: string | null) => `Waits for ${person ?? 'its author'}`,
  noReading: 'No reading stands',
  standsNow: (reading: string) => `Stands now: ${reading}`,
};
