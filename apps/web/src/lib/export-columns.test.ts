import { describe, expect, test } from 'vitest';
import { alertExport } from '../features/alerts/alert-export.ts';
import { EQUIPMENT_EXPORT } from '../features/equipment/equipment-export.ts';
import { DUE_EXPORT } from '../features/maintenance/maintenance-export.ts';
import { deviceExport } from '../features/sync/device-export.ts';
import { USER_EXPORT } from '../features/users/user-export.ts';
import { WELL_EXPORT } from '../features/wells/well-export.ts';

const NOW = new Date('2025-10-24T12:00:00Z');

/** People's spreadsheets read the files by these headings. */
describe('the headings of an exported file stay as they are', () => {
  test.each([
    ['users', USER_EXPORT, 'name email role status lastLoginAt createdAt'],
    [
      'wells',
      WELL_EXPORT,
      'name apiNumber status route routePosition lease field operator latitude longitude spudDate pluggedOn ' +
        'lastProductionDate openAlerts',
    ],
    [
      'equipment',
      EQUIPMENT_EXPORT,
      'wellName equipmentType serialNumber assetTag manufacturer model installationDate status ' +
        'serviceIntervalDays lastMaintenanceDate nextMaintenanceDate photoCount',
    ],
    [
      'due items',
      DUE_EXPORT,
      'nextMaintenanceDate dueStatus daysLeft equipmentType serialNumber assetTag status wellName route ' +
        'lastMaintenanceDate',
    ],
    [
      'alerts',
      alertExport(() => ''),
      'productionDate wellName product unit kind previousValue currentValue changePercent status ' +
        'acknowledgedBy acknowledgedAt comment',
    ],
    [
      'devices',
      deviceExport(NOW),
      'name platform userName status toLookAt lastSeenAt registeredAt revokedAt retiredAt wipedAt appVersion ' +
        'missingEvents failedEvents unsignedEvents openConflicts waitingPhotos clockSkewSeconds',
    ],
  ])('of %s', (_, columns, headings) => {
    expect(Object.keys(columns).join(' ')).toBe(headings);
  });
});

test('codes are exported in their words, and what nobody named as it is', () => {
  const user = {
    id: '11111111-1111-4111-8111-111111111111',
    name: 'Jo Ortiz',
    email: 'jo@acme.example',
    role: 'ADMIN',
    status: 'SUSPENDED',
    lastLoginAt: null,
    createdAt: '2025-10-24T12:00:00Z',
    updatedAt: '2025-10-24T12:00:00Z',
    version: 1,
  } as const;
  expect(Object.values(USER_EXPORT).map((cellOf) => cellOf(user))).toEqual([
    'Jo Ortiz',
    'jo@acme.example',
    'Administrator',
    'Suspended',
    null,
    '2025-10-24T12:00:00Z',
  ]);
});
