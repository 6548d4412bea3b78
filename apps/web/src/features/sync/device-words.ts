/** What the dashboard says of devices that a person should look at; which ones those are, `device-health.ts` of the domain says. */
import type { Device } from '@wellpulse/contracts';
import {
  deviceIssues,
  isInUse,
  isSilent,
  SILENT_AFTER_DAYS,
  silenceOf,
  type DeviceIssue,
  type DeviceIssueKind,
} from '@wellpulse/domain';
import { words } from '../../lib/language.ts';

const { deviceWords, formatMissing, formatRecovery, formatSkew, formatSpan } = words;

export interface SaidIssue extends DeviceIssue {
  readonly words: string;
}

/** The heaviest first. */
export const issuesOf = (device: Device, now: Date): SaidIssue[] =>
  deviceIssues(device, now.getTime()).map((issue) => ({ ...issue, words: SAID[issue.kind](device, now) }));

const recoveryWords = ({ recovery }: Device): string => (recovery === null ? '' : formatRecovery(recovery));

const SAID: Readonly<Record<DeviceIssueKind, (device: Device, now: Date) => string>> = {
  MISSING: formatMissing,
  REFUSED: ({ failedEvents }) => deviceWords.entriesRefused(failedEvents),
  RESTORED: recoveryWords,
  PUT_BACK: recoveryWords,
  NOT_BACK: () => deviceWords.silentSinceRestore,
  UNSIGNED: ({ unsignedEvents }) => deviceWords.unsigned(unsignedEvents),
  CONFLICTS: ({ openConflicts }) => deviceWords.openConflicts(openConflicts),
  SILENT: (device, now) => deviceWords.silentFor(formatSpan(silenceOf(device, now.getTime()) / 1000)),
  CLOCK: ({ clockSkewSeconds }) => formatSkew(clockSkewSeconds ?? 0),
  PHOTOS: ({ waitingPhotos }) => deviceWords.photosOnTheWay(waitingPhotos),
};

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
  const silent = active.filter((device) => isSilent(device, now.getTime())).length;
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
