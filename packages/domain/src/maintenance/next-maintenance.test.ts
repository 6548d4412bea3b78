import { DEFAULT_SERVICE_INTERVALS } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { dueStatusOf, nextMaintenance, serviceInterval } from './next-maintenance.ts';

const pumpJack = { equipmentType: 'PUMP_JACK', serviceIntervalDays: null } as const;

test("the item's own interval counts for every kind of maintenance", () => {
  for (const kind of ['ROUTINE', 'REPAIR', 'INSPECTION'] as const) {
    expect(serviceInterval({ ...pumpJack, serviceIntervalDays: 7 }, kind, DEFAULT_SERVICE_INTERVALS)).toBe(7);
  }
});

test("else the tenant's for the type and the kind; null where it has none", () => {
  expect(serviceInterval(pumpJack, 'ROUTINE', DEFAULT_SERVICE_INTERVALS)).toBe(90);
  expect(serviceInterval(pumpJack, 'INSPECTION', DEFAULT_SERVICE_INTERVALS)).toBe(180);
  expect(serviceInterval(pumpJack, 'ROUTINE', {})).toBeNull();
  expect(serviceInterval(pumpJack, 'REPAIR', { PUMP_JACK: { ROUTINE: 1 } })).toBeNull();
});

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-02-28', 1, '2025-03-01'],
  ['2025-12-31', 365, '2026-12-31'],
  ['2025-03-08', 2, '2025-03-10'],
  ['9999-12-30', 3650, '9999-12-31'],
])('after a service on %s, %i days on is %s', (day, serviceIntervalDays, next) => {
  expect(nextMaintenance({ ...pumpJack, serviceIntervalDays }, 'ROUTINE', day, {})).toBe(next);
});

test('without an interval nobody knows', () => {
  expect(nextMaintenance(pumpJack, 'ROUTINE', '2025-01-01', {})).toBeNull();
});

test.each([
  ['2025-06-14', 'OVERDUE'],
  ['2025-06-15', 'DUE_SOON'],
  ['2025-06-29', 'DUE_SOON'],
  ['2025-06-30', 'SCHEDULED'],
])('what is due on %s is %s on 15 June', (day, status) => {
  expect(dueStatusOf(day, '2025-06-15')).toBe(status);
});
