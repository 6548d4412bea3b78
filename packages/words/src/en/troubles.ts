/** What is in the way of a device or of an entry, and what the person does about it. */
import {
  MAX_PHOTO_BYTES,
  PROBLEMS,
  sizeText,
  type ProblemCode,
  type SyncFailureCode,
} from '@wellpulse/contracts';
import type { DeviceTrouble, ExportFileErrorCode, OfflineErrorCode, StopReason } from '@wellpulse/domain';
import { counted } from '../lib/decimal.ts';

const diskFull =
  'This device is full. Everything that was saved is safe. Delete what you do not need on it, such as videos or other apps, ' +
  'then try again. You can also export your entries to another drive.';
const dataDamaged =
  'Part of the data on this device cannot be read any more. Export your entries, then call your office before you enter more.';

/** The catalogue's own titles: they are on the wire, in English. */
const problemTitles: Readonly<Record<ProblemCode, string>> = {
  ...(Object.fromEntries(
    Object.entries(PROBLEMS).map(([code, { title }]) => [code, title]),
    // Each code has its title.
  ) as Record<ProblemCode, string>),
};

const stops: Readonly<Record<StopReason, string>> = {
  NEEDS_SIGN_IN: 'Sign in again to sync.',
  DEVICE_REVOKED:
    'This device is not registered any more. Your entries are safe on it: register it again to send them, ' +
    'or enter them on another device.',
  REGISTER_AGAIN:
    'The server knows another device under this name. Your entries are safe on this one: export them, ' +
    'or ask your administrator.',
  TENANT_SUSPENDED: 'Your company is suspended. Your entries are safe on this device until that ends.',
  USER_SUSPENDED:
    'Your account is suspended. Your entries are safe on this device; a colleague can sign in here and sync them.',
  WEB_DEVICES_FORBIDDEN:
    'Your company does not allow this app in a browser any more. Your entries are safe here: hand them over as a file, ' +
    'and go on with the app of a phone or laptop.',
  FORBIDDEN:
    'Your role does not allow syncing. Your entries are safe on this device; a colleague can sign in here and sync them.',
};

const deviceTroubles: Readonly<Record<Exclude<DeviceTrouble, 'DEVICE_FAULT' | 'NOTED'>, string>> = {
  NO_ANSWER: 'The server cannot be reached.',
  TIMEOUT: 'The server did not answer in time.',
  UNREADABLE: 'The answer did not come from the server. Does this network ask you to sign in?',
  LINK_UNSTEADY: 'The connection is unsteady. What is left is sent shortly.',
  LINK_LETS_NO_ENTRIES:
    'The server answers, but this connection lets no entries through. Try another network.',
  ENTRY_SWALLOWED: 'This connection lets everything through but this entry. It is tried again later.',
  PHOTO_SWALLOWED: 'This connection lets everything through but this photo. It is tried again later.',
  STORAGE_UNREACHED: 'The server answers, but photos do not get through. They are tried again later.',
  AWAITS_UNLOCK: 'Its author has to unlock this device.',
  AWAITS_SIGN_IN: 'Its author has to sign in on this device.',
  ENTRIES_WAIT: 'Some entries wait for their next try.',
  PHOTOS_WAIT: 'Some photos wait for their next try.',
  OTHER_PROGRAM: 'Another WellPulse is syncing on this device.',
  FILE_GONE: 'The photo’s file is gone from this device.',
  STORAGE_REFUSED: 'The photo storage did not take the photo.',
  DISK_FULL: diskFull,
  DATA_DAMAGED: dataDamaged,
};

const refusedEntries: Readonly<Record<SyncFailureCode, string>> = {
  VALIDATION_FAILED: 'It holds values that are not allowed.',
  SIGNATURE_INVALID: 'It is not signed with a key that its author has here.',
  EVENT_ID_REUSED: 'Another entry came under the same id before.',
  EVENT_TYPE_UNKNOWN: 'This server does not know entries of its kind.',
  EVENT_TOO_LARGE: 'It is too large.',
  WELL_NOT_FOUND: 'The well is not there, or was removed.',
  WELL_PLUGGED: 'The well was plugged.',
  EQUIPMENT_NOT_FOUND: 'The item is not there, or was removed.',
  EQUIPMENT_DELETED: 'The item was deleted.',
  SERIAL_NUMBER_TAKEN: 'Another item has this serial number.',
  RECORD_NOT_FOUND: 'The record that it changes was deleted.',
  DATE_IN_FUTURE: 'Its day has not come yet.',
  FORBIDDEN: 'The role of its author does not allow this.',
  TENANT_MISMATCH: 'It belongs to another company.',
  AUTHOR_UNKNOWN: 'Its author is not known here.',
  EVENT_TOO_NEW: 'It was made by a newer app than this server knows.',
  BASE_MISSING: 'What it rests on has not reached the server yet.',
  INTERNAL: 'The server could not take it this time.',
};

type Plain = Exclude<
  OfflineErrorCode,
  'WEAK_SECRET' | 'OTHER_TENANT' | 'UNSETTLED_EVENTS' | 'NOT_FAILED' | 'NOT_REACHED' | 'REFUSED'
>;

const offlineRefusals: Readonly<Record<Plain, string>> = {
  NOT_REGISTERED: 'This device is not registered yet. Sign in once with a network.',
  RETIRING: 'This device was retired: it sends what waits on it and then empties itself. Use another one.',
  LOCKED: 'This device is locked. Unlock it, then go on.',
  UNKNOWN_USER: 'Sign in once on this device with a network.',
  WRONG_SECRET: 'That is not your PIN or passphrase. Try again.',
  SECRET_MISSING: 'Choose what opens your key on this device.',
  PHOTO_REFUSED: `A photo must not be empty, and has at most ${sizeText(MAX_PHOTO_BYTES)}.`,
  PHOTO_GONE: 'There is no photo at this place.',
  DISK_FULL: diskFull,
  DATA_DAMAGED: dataDamaged,
};

const exportFileErrors: Readonly<Record<ExportFileErrorCode, string>> = {
  NOT_AN_EXPORT: 'This is not a file that a WellPulse device exported.',
  NEWER_EXPORT: 'A newer app exported this file. Update this one to open it.',
  FILE_DAMAGED: 'This file is cut off or damaged. Copy it again from the device that made it.',
  WRONG_PASSPHRASE: 'The passphrase is wrong.',
  WEAK_PASSPHRASE: 'Choose a passphrase of 8 characters or more.',
};

export const troubles = {
  problemTitles,
  stops,
  deviceTroubles,
  refusedEntries,
  offlineRefusals,
  exportFileErrors,
  /** Whether the server's own sentences are in this language. */
  isServersLanguage: true,
  /** Of a code that only a newer server knows. */
  refusedWithoutReason: 'The server refused it without a reason.',
  enteredAgain: 'Entered again',
  /** Of an entry that was sent and is in none of the lists of the answer. */
  noOutcome: 'The server did not say what became of it.',
  /** `detail` is what the platform said. */
  deviceFault: (detail: string) => `This device could not go on: ${detail}`,
  weakSecret: (least: string) => `A passphrase has at least ${least} characters.`,
  /** Of a handover file. */
  partsNotRead: (count: number) =>
    `A newer app made ${counted(count, 'part', 'parts')} of this file that this one cannot read: update it, and import the file again.`,
  otherTenantsFile: 'This file belongs to another company. Nothing was imported.',
  otherTenantsDevice: 'This device belongs to another company. Each company has devices of its own.',
  entryNotFailed: 'Only an entry that the server refused can be entered again or skipped.',
  photoNotFailed: 'Only a photo that the server cannot take can be skipped.',
  /** "5 entries and 3 photos are not at the server yet." */
  unsettled: (events: number, photos: number) => {
    const parts = [
      ...(events > 0 ? [counted(events, 'entry', 'entries')] : []),
      ...(photos > 0 ? [counted(photos, 'photo', 'photos')] : []),
    ];
    return `${parts.join(' and ')} ${events + photos === 1 ? 'is' : 'are'} not at the server yet.`;
  },
  /** While there is room for entries alone. */
  shortOfRoom:
    'This device is almost full. You can still save entries and export them, but no photos. Delete what you do not need on it.',
  clockAhead: (span: string) =>
    `This device’s clock is ${span} ahead. Set it right, or new entries may be refused.`,
  clockBehind: (span: string) =>
    `This device’s clock is ${span} behind. Set it right, or new entries may go to the wrong day.`,
  /** Part of the data could not be read. `numbers` are those of the entries that are gone: "17, 18". */
  dataRepaired:
    'Part of the data on this device could not be read and was made anew. Nothing that you entered is lost.',
  entriesGone: (numbers: string) =>
    `Part of the data on this device could not be read. These entries are gone from it: ${numbers}. ` +
    'Ask your office whether it has them, and enter the others again.',
  awaited: (names: string) =>
    `These people have to open this device or sign in before their entries go: ${names}`,
  unnamedPeople: (count: number) =>
    count === 1
      ? 'somebody whose name is not on this device'
      : `${count} people whose names are not on this device`,
  beforeSignOut: 'Sync first, or lock the device instead.',
  beforeReset: 'Sync or export first; nothing was deleted.',
  newerData: 'A newer version of the app wrote the data on this device. Update the app; nothing was changed.',
};
