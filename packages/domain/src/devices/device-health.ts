/** What of a device a person should look at, and which device first. */
import type { Device } from '@wellpulse/contracts';
import { DAY_MS } from '../calendar.ts';
import { hasEnded } from './device-status.ts';

/** `LOST`: something may be lost. `LOOK`: somebody should look. `NOTE`: it will pass by itself. */
export type Severity = 'LOST' | 'LOOK' | 'NOTE';

const SEVERITIES = {
  MISSING: 'LOST',
  REFUSED: 'LOST',
  RESTORED: 'LOOK',
  PUT_BACK: 'LOOK',
  NOT_BACK: 'LOOK',
  UNSIGNED: 'LOOK',
  CONFLICTS: 'LOOK',
  SILENT: 'LOOK',
  CLOCK: 'NOTE',
  PHOTOS: 'NOTE',
} as const satisfies Record<string, Severity>;
/** What can be wrong with a device. */
export type DeviceIssueKind = keyof typeof SEVERITIES;

/** Something that a person should look at. */
export interface DeviceIssue {
  readonly kind: DeviceIssueKind;
  readonly severity: Severity;
}

/** A device that was not heard of for longer is silent. */
export const SILENT_AFTER_DAYS = 3;
const TOLERATED_SKEW_SECONDS = 60;

/**
 * How long nothing was heard of a device, in milliseconds. `now` is in milliseconds too.
 *
 * @example
 * silenceOf({ lastSeenAt: null, registeredAt: '1970-01-01T00:00:00.000Z' }, 5000); // 5000
 */
export const silenceOf = (device: Pick<Device, 'lastSeenAt' | 'registeredAt'>, now: number): number =>
  now - Date.parse(device.lastSeenAt ?? device.registeredAt);

/**
 * Whether a device may still send something.
 *
 * @example
 * isInUse({ status: 'RETIRING' }); // true
 */
export const isInUse = ({ status }: Pick<Device, 'status'>): boolean => !hasEnded(status);

/**
 * Whether a device in use was not heard of for more than `SILENT_AFTER_DAYS` days.
 *
 * @example
 * const silent = devices.filter((device) => isSilent(device, Date.now()));
 */
export const isSilent = (device: Device, now: number): boolean =>
  isInUse(device) && silenceOf(device, now) > SILENT_AFTER_DAYS * DAY_MS;

/**
 * What is wrong with a device, the heaviest first. A revoked device sends nothing any more, but what it lost stays lost.
 *
 * @example
 * for (const { kind, severity } of deviceIssues(device, Date.now())) show(kind, severity);
 */
export function deviceIssues(device: Device, now: number): DeviceIssue[] {
  const { recovery, restoreMissedAt, clockSkewSeconds } = device;
  const isThere: Record<DeviceIssueKind, boolean> = {
    MISSING: device.missingEvents > 0,
    REFUSED: device.failedEvents > 0,
    RESTORED: recovery?.kind === 'SERVER',
    PUT_BACK: recovery?.kind === 'DEVICE',
    NOT_BACK: restoreMissedAt !== null && isInUse(device),
    UNSIGNED: device.unsignedEvents > 0,
    CONFLICTS: device.openConflicts > 0,
    SILENT: isSilent(device, now),
    CLOCK: Math.abs(clockSkewSeconds ?? 0) > TOLERATED_SKEW_SECONDS,
    PHOTOS: device.waitingPhotos > 0,
  };
  const kinds = Object.keys(SEVERITIES) as DeviceIssueKind[];
  return kinds.filter((kind) => isThere[kind]).map((kind) => ({ kind, severity: SEVERITIES[kind] }));
}

/** How a device is: see `deviceHealth`. */
export type DeviceHealth = 'REVOKED' | 'RETIRED' | 'RETIRING' | 'LOST' | 'LOOK' | 'NEVER_SYNCED' | 'GOOD';

/**
 * What a device needs most: the worst of its issues, or that it is in order.
 *
 * @example
 * const lost = devices.filter((device) => deviceHealth(device, Date.now()) === 'LOST');
 */
export function deviceHealth(device: Device, now: number): DeviceHealth {
  if (!isInUse(device)) return device.status === 'REVOKED' ? 'REVOKED' : 'RETIRED';
  const severities = deviceIssues(device, now).map(({ severity }) => severity);
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

/**
 * What needs attention first. Among equals, the device with more issues; then the one that was heard of last.
 *
 * @example
 * const [first] = byAttention(devices, Date.now());
 */
export function byAttention(devices: readonly Device[], now: number): Device[] {
  const rank = (device: Device) => RANKS[deviceHealth(device, now)];
  const issueCount = (device: Device) => deviceIssues(device, now).length;
  return [...devices].sort(
    (left, right) =>
      rank(left) - rank(right) ||
      issueCount(right) - issueCount(left) ||
      silenceOf(left, now) - silenceOf(right, now),
  );
}
