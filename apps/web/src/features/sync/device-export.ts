import type { Device } from '@wellpulse/contracts';
import { deviceHealth } from '@wellpulse/domain';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { words } from '../../lib/language.ts';
import { issuesOf } from './device-words.ts';

export const deviceExport = (now: Date): ExportColumns<Device> => ({
  name: (device) => device.name,
  platform: (device) => words.platformNames[device.platform],
  userName: (device) => device.userName,
  status: (device) => words.deviceWords.healthNames[deviceHealth(device, now.getTime())],
  toLookAt: (device) =>
    issuesOf(device, now)
      .map(({ words }) => words)
      .join(' · '),
  lastSeenAt: (device) => device.lastSeenAt,
  registeredAt: (device) => device.registeredAt,
  revokedAt: (device) => device.revokedAt,
  retiredAt: (device) => device.retiredAt,
  wipedAt: (device) => device.wipedAt,
  appVersion: (device) => device.appVersion,
  missingEvents: (device) => device.missingEvents,
  failedEvents: (device) => device.failedEvents,
  unsignedEvents: (device) => device.unsignedEvents,
  openConflicts: (device) => device.openConflicts,
  waitingPhotos: (device) => device.waitingPhotos,
  clockSkewSeconds: (device) => device.clockSkewSeconds,
});
