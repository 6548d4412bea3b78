/** What is in the way of a device, as a code. `packages/words` says it to the person. */
import type { ProblemCode, SyncFailureCode } from '@wellpulse/contracts';

/** Why a device syncs nothing until a person does something. */
export const STOP_REASONS = [
  'NEEDS_SIGN_IN',
  'DEVICE_REVOKED',
  'REGISTER_AGAIN',
  'TENANT_SUSPENDED',
  'USER_SUSPENDED',
  'WEB_DEVICES_FORBIDDEN',
  'FORBIDDEN',
] as const;
/** Why a sync stopped until a person does something. */
export type StopReason = (typeof STOP_REASONS)[number];

/**
 * What the device finds by itself.
 *
 * - `NO_ANSWER`, `TIMEOUT`: the link. `UNREADABLE`: something between the device and the server answered.
 * - `LINK_UNSTEADY`: the server answered some questions of a sync. `LINK_LETS_NO_ENTRIES`: it answers, and no entries pass.
 * - `ENTRY_SWALLOWED`, `PHOTO_SWALLOWED`: the link lets everything pass but this one. `STORAGE_UNREACHED`: no photo passes.
 * - `AWAITS_UNLOCK`, `AWAITS_SIGN_IN`: the author of an entry has to. `ENTRIES_WAIT`, `PHOTOS_WAIT`: for their next try.
 * - `OTHER_PROGRAM`: another program syncs the same data. `DEVICE_FAULT`: any other; `detail` says it.
 * - `DISK_FULL`: no room is left. `DATA_DAMAGED`: part of the data can't be read any more.
 * - `FILE_GONE`: of a photo. `STORAGE_REFUSED`: the storage of photos did not take one.
 * - `NOTED`: a sentence that an older version of the app wrote down.
 */
export const DEVICE_TROUBLES = [
  'NO_ANSWER',
  'TIMEOUT',
  'UNREADABLE',
  'LINK_UNSTEADY',
  'LINK_LETS_NO_ENTRIES',
  'ENTRY_SWALLOWED',
  'PHOTO_SWALLOWED',
  'STORAGE_UNREACHED',
  'AWAITS_UNLOCK',
  'AWAITS_SIGN_IN',
  'ENTRIES_WAIT',
  'PHOTOS_WAIT',
  'OTHER_PROGRAM',
  'DEVICE_FAULT',
  'DISK_FULL',
  'DATA_DAMAGED',
  'FILE_GONE',
  'STORAGE_REFUSED',
  'NOTED',
] as const;
/** What is in the way of a device, as a code that `packages/words` says. */
export type DeviceTrouble = (typeof DEVICE_TROUBLES)[number];

/** Why an entry counts as skipped that was entered again; other reasons are a person's own words. */
export const ENTERED_AGAIN = 'ENTERED_AGAIN';

/** Every code that has a sentence. */
export type TroubleCode = DeviceTrouble | StopReason | ProblemCode | SyncFailureCode;

/** What is in the way of an entry or a device. */
export interface Trouble {
  /** A `TroubleCode`, or one that a newer server knows. */
  readonly code: string;
  /** What the server or the platform said of it, in its own words; null if nothing. */
  readonly detail: string | null;
}

/**
 * A trouble of a device; `detail` is what the server or the platform said of it.
 *
 * @example
 * troubleOf('DISK_FULL'); // { code: 'DISK_FULL', detail: null }
 */
export const troubleOf = (code: DeviceTrouble, detail: string | null = null): Trouble => ({ code, detail });

/** One line for the database of a device: `NO_ANSWER`, `DEVICE_FAULT: disk is full`. */
export const writeTrouble = ({ code, detail }: Trouble): string =>
  detail === null ? code : `${code}: ${detail}`;

const WRITTEN = /^([A-Z][A-Z_]*[A-Z])(?:: ([\s\S]*))?$/;

/** Reads what `writeTrouble` wrote. A sentence of an older version is `NOTED`. */
export function readTrouble(line: string): Trouble {
  const [, code, detail = null] = WRITTEN.exec(line) ?? [];
  return code === undefined ? troubleOf('NOTED', line) : { code, detail };
}
