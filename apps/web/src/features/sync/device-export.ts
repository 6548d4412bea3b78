import type { Device } from '@wellpulse/contracts';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { words } from '../../lib/language.ts';
import { concernsOf, standingOf } from './device-health.ts';
import { STANDING_LOOKS } from './StandingBadge.tsx';

export const deviceExport = (now: Date): ExportColumns<Device> => ({
  name: (device) => device.name,
  platform: (device) => words.platformNames[device.platform],
  userName: (device) => device.userName,
  status: (device) => STANDING_LOOKS[standingOf(device, now)].label,
  toLookAt: (device) =>
    concernsOf(device, now)
      .map(({ words }) => words)
      .join(' · '),
  lastSeenAt: (device) => device.lastSeenAt,
  registeredAt: (device) => device.registeredAt,
  revokedAt: (device) => device.revokedAt,
  appVersion: (device) => device.appVersion,
  missingEvents: (device) => device.missingEvents,
  failedEvents: (device) => device.failedEvents,
  openConflicts: (device) => device.openConflicts,
  waitingPhotos: (device) => device.waitingPhotos,
  clockSkewSeconds: (device) => device.clockSkewSeconds,
});
