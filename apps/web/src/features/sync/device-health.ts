/** What of a device a person should look at, and which device first. Pure: the time is an argument. */
import type { Device } from '@wellpulse/contracts';
import { words } from '../../lib/language.ts';
import { counted } from '../../lib/words.ts';
import { clockWords, missingWords } from './device-words.ts';

/** `LOST`: something may be lost. `LOOK`: somebody should look. `NOTE`: it will pass by itself. */
export type Weight = 'LOST' | 'LOOK' | 'NOTE';
export type ConcernKind = 'MISSING' | 'REFUSED' | 'CONFLICTS' | 'SILENT' | 'CLOCK' | 'PHOTOS';

export interface Concern {
  readonly kind: ConcernKind;
  readonly weight: Weight;
  readonly words: string;
}

export type DeviceStanding = 'REVOKED' | 'LOST' | 'LOOK' | 'NEVER_SYNCED' | 'GOOD';

export const SILENT_AFTER_DAYS = 3;
const DAY_MS = 86_400_000;
const TOLERATED_SKEW_SECONDS = 60;

/** Since when nothing was heard of it, in milliseconds. */
export const silenceOf = (device: Device, now: Date): number =>
  now.getTime() - Date.parse(device.lastSeenAt ?? device.registeredAt);

/** A browser is a device only for the moment in which it imports a file. */
export const isSilent = (device: Device, now: Date): boolean =>
  device.status === 'ACTIVE' &&
  device.platform !== 'WEB' &&
  silenceOf(device, now) > SILENT_AFTER_DAYS * DAY_MS;

/** The heaviest first. A revoked device sends nothing any more, but what it lost stays lost. */
export function concernsOf(device: Device, now: Date): Concern[] {
  const { missingEvents, failedEvents, openConflicts, waitingPhotos, clockSkewSeconds: skew } = device;
  const concerns: (Concern | false)[] = [
    missingEvents > 0 && { kind: 'MISSING', weight: 'LOST', words: missingWords(device) },
    failedEvents > 0 && {
      kind: 'REFUSED',
      weight: 'LOST',
      words: `${counted(failedEvents, 'entry', 'entries')} refused`,
    },
    openConflicts > 0 && {
      kind: 'CONFLICTS',
      weight: 'LOOK',
      words: counted(openConflicts, 'open conflict'),
    },
    isSilent(device, now) && { kind: 'SILENT', weight: 'LOOK', words: silentWords(device, now) },
    skew !== null &&
      Math.abs(skew) > TOLERATED_SKEW_SECONDS && { kind: 'CLOCK', weight: 'NOTE', words: clockWords(skew) },
    waitingPhotos > 0 && {
      kind: 'PHOTOS',
      weight: 'NOTE',
      words: `${counted(waitingPhotos, 'photo')} on the way`,
    },
  ];
  return concerns.filter((concern) => concern !== false);
}

const silentWords = (device: Device, now: Date): string =>
  `Not heard of for ${words.formatSpan(silenceOf(device, now) / 1000)}`;

export function standingOf(device: Device, now: Date): DeviceStanding {
  if (device.status === 'REVOKED') return 'REVOKED';
  const weights = concernsOf(device, now).map(({ weight }) => weight);
  if (weights.includes('LOST')) return 'LOST';
  if (weights.includes('LOOK')) return 'LOOK';
  return device.lastSeenAt === null ? 'NEVER_SYNCED' : 'GOOD';
}

const RANKS: Record<DeviceStanding, number> = { LOST: 0, LOOK: 1, NEVER_SYNCED: 2, GOOD: 3, REVOKED: 4 };

/** What needs attention first; among equals whoever was heard of last. */
export function byAttention(devices: readonly Device[], now: Date): Device[] {
  const rank = (device: Device) => RANKS[standingOf(device, now)];
  const weightOf = (device: Device) => concernsOf(device, now).length;
  return devices.toSorted(
    (left, right) =>
      rank(left) - rank(right) ||
      weightOf(right) - weightOf(left) ||
      silenceOf(left, now) - silenceOf(right, now),
  );
}

/** For Home: "2 devices not heard of for 3 days, 1 open conflict"; empty when there is nothing to say. */
export function syncSummary(devices: readonly Device[], openConflicts: number, now: Date): string {
  const active = devices.filter(({ status }) => status === 'ACTIVE');
  const sum = (count: (device: Device) => number) =>
    active.reduce((total, device) => total + count(device), 0);
  const silent = active.filter((device) => isSilent(device, now)).length;
  const missing = sum(({ missingEvents }) => missingEvents);
  const refused = sum(({ failedEvents }) => failedEvents);
  return [
    missing > 0 && `${counted(missing, 'entry', 'entries')} never arrived`,
    refused > 0 && `${counted(refused, 'entry', 'entries')} refused`,
    silent > 0 && `${counted(silent, 'device')} not heard of for ${SILENT_AFTER_DAYS} days`,
    openConflicts > 0 && counted(openConflicts, 'open conflict'),
  ]
    .filter(Boolean)
    .join(', ');
}
