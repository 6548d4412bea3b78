import { expect, test } from 'vitest';
import { compareDue, dueDay, dueItem, type ServiceLog } from './what-is-due.ts';

const item = {
  equipmentType: 'PUMP_JACK',
  installationDate: '2025-01-01',
  serviceIntervalDays: null,
} as const;
const defaults = { PUMP_JACK: { ROUTINE: 90, INSPECTION: 180 } };
const log = (maintenanceDate: string, given: Partial<ServiceLog> = {}): ServiceLog => ({
  id: `log of ${maintenanceDate}`,
  maintenanceDate,
  nextMaintenanceDate: null,
  createdAt: '2025-06-01T12:00:00.000Z',
  ...given,
});
const dueOf = (...logs: ServiceLog[]): string | null =>
  dueDay({ item, isWellDeleted: false, logs }, defaults);

test('an item that was never serviced is due one routine interval after its installation', () => {
  expect(dueOf()).toBe('2025-04-01');
  const often = { ...item, serviceIntervalDays: 10 };
  expect(dueDay({ item: often, isWellDeleted: false, logs: [] }, defaults)).toBe('2025-01-11');
  expect(dueDay({ item, isWellDeleted: false, logs: [] }, {})).toBeNull();
  expect(
    dueDay({ item: { ...item, installationDate: null }, isWellDeleted: false, logs: [] }, defaults),
  ).toBeNull();
});

test('the newest log that names a next day decides, in whatever order logs come', () => {
  const older = log('2025-02-01', {
    nextMaintenanceDate: '2025-12-31',
    createdAt: '2025-06-09T12:00:00.000Z',
  });
  const newer = log('2025-03-01', { nextMaintenanceDate: '2025-05-30' });
  expect(dueOf(older, newer, log('2025-04-01'))).toBe('2025-05-30');
  expect(dueOf(log('2025-04-01'), newer, older)).toBe('2025-05-30');
});

test('of two logs of one day the later one decides, then the one with the greater id', () => {
  const first = log('2025-03-01', { nextMaintenanceDate: '2025-12-31' });
  const second = log('2025-03-01', {
    nextMaintenanceDate: '2025-08-01',
    createdAt: '2025-06-01T12:00:00.001Z',
  });
  expect([dueOf(first, second), dueOf(second, first)]).toEqual(['2025-08-01', '2025-08-01']);
  const twin = log('2025-03-01', { nextMaintenanceDate: '2025-09-01', id: 'z' });
  expect([dueOf(first, twin), dueOf(twin, first)]).toEqual(['2025-09-01', '2025-09-01']);
});

test('nothing is due after logs that name no day, nor at a deleted well', () => {
  expect(dueOf(log('2025-03-01'))).toBeNull();
  expect(dueDay({ item, isWellDeleted: true, logs: [] }, defaults)).toBeNull();
});

test('a due item says how many days are left, and the most urgent comes first', () => {
  const stored = {
    ...item,
    id: 'b',
    serialNumber: 'PJ-1',
    assetTag: null,
    status: 'OPERATIONAL',
    wellId: 'w',
  } as const;
  const dueAt = (dueOn: string, id = 'b') =>
    dueItem(
      { ...stored, id },
      { name: 'Acme #1', route: 'North' },
      { dueOn, lastMaintenanceDate: null },
      '2025-06-15',
    );
  expect(dueAt('2025-06-14')).toMatchObject({
    dueStatus: 'OVERDUE',
    daysLeft: -1,
    wellName: 'Acme #1',
    route: 'North',
  });
  expect(dueAt('2025-06-29')).toMatchObject({ dueStatus: 'DUE_SOON', daysLeft: 14 });
  const sorted = [dueAt('2025-06-14'), dueAt('2025-06-13', 'c'), dueAt('2025-06-14', 'a')].sort(compareDue);
  expect(sorted.map(({ equipmentId }) => equipmentId)).toEqual(['c', 'a', 'b']);
});
