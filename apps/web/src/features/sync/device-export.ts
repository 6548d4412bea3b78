import { deviceSchema, type Device } from '@wellpulse/contracts';
import { deviceHealth } from '@wellpulse/domain';
import { columnsOf, fieldColumns, type ExportColumns } from '../../lib/export-columns.ts';
import { words } from '../../lib/language.ts';
import { issuesOf } from './device-words.ts';

export const deviceExport = (now: Date): ExportColumns<Device> => ({
  name: (device) => device.name,
  platform: (device) => words.codeName('device', 'platform', device.platform),
  userName: (device) => device.userName,
  status: (device) => words.deviceWords.healthNames[deviceHealth(device, now.getTime())],
  toLookAt: (device) =>
    issuesOf(device, now)
      .map(({ words }) => words)
      .join(' · '),
  lastSeenAt: (device) => device.lastSeenAt,
  ...fieldColumns('device', deviceSchema),
  ...columnsOf<Device>([
    'appVersion',
    'missingEvents',
    'failedEvents',
    'unsignedEvents',
    'openConflicts',
    'waitingPhotos',
    'clockSkewSeconds',
  ]),
});
