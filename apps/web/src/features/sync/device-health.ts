/** What of a device a person should look at, and which device first. Pure: the time is an argument. */
import type { Device } from '@wellpulse/contracts';
import { words } from '../../lib/language.ts';

const { deviceWords, formatMissing, formatRecovery, formatSkew, formatSpan } = words;

/** `LOST`: something may be lost. `LOOK`: somebody should look. `NOTE`: it will pass by itself. */
export type Severity = 'LOST' | 'LOOK' | 'NOTE';
export type DeviceIssueKind =
  | 'MISSING'
  | 'REFUSED'
  | 'RESTORED'
  | 'PUT_BACK'
  | 'NOT_BACK'
  | 'UNSIGNED'
  | 'CONFLICTS'
  | 'SILENT'
  | 'CLOCK'
  | 'PHOTOS';

export interface DeviceIssue {
  readonly kind: DeviceIssueKind;
  readonly severity: Severity;
  readonly words: string;
}

export type DeviceHealth = 'REVOKED' | 'RETIRED' | 'RETIRING' | 'LOST' | 'LOOK' | 'NEVER_SYNCED' | 'GOOD';

export const SILENT_AFTER_DAYS = 3;
const DAY_MS = 86_400_000;
const TOLERATED_SKEW_SECONDS = 60;

/** Since when nothing was heard of it, in milliseconds. */
export const silenceOf = (device: Device, now: Date): number =>
  now.getTime() - Date.parse(device.lastSeenAt ?? device.registeredAt);

/** Whether it may still send something. */
export const isInUse = ({ status }: Device): boolean => status === 'ACTIVE' || status === 'RETIRING';

export const isSilent = (device: Device, now: Date): boolean =>
  isInUse(device) && silenceOf(device, now) > SILENT_AFTER_DAYS * DAY_MS;

/** The heaviest first. A revoked device sends nothing any more, but what it lost stays lost. */
export function issuesOf(device: Device, now: Date): DeviceIssue[] {
  const { missingEvents, failedEvents, openConflicts, waitingPhotos, clockSkewSeconds: skew } = device;
  const { recovery, restoreMissedAt, unsignedEvents } = device;
  const issues: (DeviceIssue | false)[] = [
    missingEvents > 0 && { kind: 'MISSING', severity: 'LOST', words: formatMissing(device) },
    failedEvents > 0 && {
      kind: 'REFUSED',
      severity: 'LOST',
      words: deviceWords.entriesRefused(failedEvents),
    },
    recovery !== null && {
      kind: recovery.kind === 'SERVER' ? 'RESTORED' : 'PUT_BACK',
      severity: 'LOOK',
      words: formatRecovery(recovery),
    },
    restoreMissedAt !== null &&
      isInUse(device) && {
        kind: 'NOT_BACK',
        severity: 'LOOK',
        words: deviceWords.silentSinceRestore,
      },
    unsignedEvents > 0 && {
      kind: 'UNSIGNED',
      severity: 'LOOK',
      words: deviceWords.unsigned(unsignedEvents),
    },
    openConflicts > 0 && {
      kind: 'CONFLICTS',
      severity: 'LOOK',
      words: deviceWords.openConflicts(openConflicts),
    },
    isSilent(device, now) && { kind: 'SILENT', severity: 'LOOK', words: silentWords(device, now) },
    skew !== null &&
      Math.abs(skew) > TOLERATED_SKEW_SECONDS && { kind: 'CLOCK', severity: 'NOTE', words: formatSkew(skew) },
    waitingPhotos > 0 && {
      kind: 'PHOTOS',
      severity: 'NOTE',
      words: deviceWords.photosOnTheWay(waitingPhotos),
    },
  ];
  return issues.filter((issue) => issue !== false);
}

const silentWords = (device: Device, now: Date): string =>
  deviceWords.silentFor(formatSpan(silenceOf(device, now) / 1000));

export function healthOf(device: Device, now: Date): DeviceHealth {
  if (!isInUse(device)) return device.status === 'REVOKED' ? 'REVOKED' : 'RETIRED';
  const severities = issuesOf(device, now).map(({ severity }) => severity);
  if (severities.includes('LOST')) return 'LOST';
  if (severities.includes('LOOK')) return 'LOOK';
  if (device.status === 'RETIRING') return 'RETIRING';
  return device.lastSeenAt === null ? 'NEVER_SYNCED' : 'GOOD';
}

const RANKS: Record<DeviceHealth, number> = {
  LOST: 0,
  LOOK: 1,
  RETIRING: 2,
  NEVER_SYNCED: 3,
  GOOD: 4,
  RETIRED: 5,
  REVOKED: 6,
};

/** What needs attention first; among equals the one that was heard of last. */
export function byAttention(devices: readonly Device[], now: Date): Device[] {
  const rank = (device: Device) => RANKS[healthOf(device, now)];
  const issueCount = (device: Device) => issuesOf(device, now).length;
  return devices.toSorted(
    (left, right) =>
      rank(left) - rank(right) ||
      issueCount(right) - issueCount(left) ||
      silenceOf(left, now) - silenceOf(right, now),
  );
}

/** For Home: "2 devices not heard of for 3 days, 1 open conflict"; empty when there is nothing to say. */
export function syncSummary(
  devices: readonly Device[],
  openConflicts: number,
  now: Date,
  waitingEntries = 0,
): string {
  const active = devices.filter(isInUse);
  const sum = (count: (device: Device) => number) =>
    active.reduce((total, device) => total + count(device), 0);
  const silent = active.filter((device) => isSilent(device, now)).length;
  const putBack = active.filter(
    ({ recovery, restoreMissedAt }) => recovery !== null || restoreMissedAt !== null,
  ).length;
  const missing = sum(({ missingEvents }) => missingEvents);
  const refused = sum(({ failedEvents }) => failedEvents);
  return [
    missing > 0 && deviceWords.neverArrived(missing),
    refused > 0 && deviceWords.entriesRefused(refused),
    silent > 0 && deviceWords.silentDevices(silent, SILENT_AFTER_DAYS),
    waitingEntries > 0 && deviceWords.entriesForYou(waitingEntries),
    putBack > 0 && deviceWords.restoredDevices(putBack),
    openConflicts > 0 && deviceWords.openConflicts(openConflicts),
  ]
    .filter(Boolean)
    .join(', ');
}
