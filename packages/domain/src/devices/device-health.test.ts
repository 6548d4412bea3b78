import type { Device } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { byAttention, deviceHealth, deviceIssues } from './device-health.ts';
import { deviceStatus } from './device-status.ts';

const NOW = Date.parse('2025-10-24T12:00:00.000Z');
const ago = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();

const aDevice = (given: Partial<Device> = {}): Device => ({
  id: '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d',
  name: 'Phone of Jo',
  platform: 'ANDROID',
  userId: '7d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f',
  userName: 'Jo Ortiz',
  status: 'ACTIVE',
  appVersion: '1.0.0',
  registeredAt: ago(40),
  revokedAt: null,
  retiredAt: null,
  wipedAt: null,
  recovery: null,
  restoreMissedAt: null,
  lastSeenAt: ago(0),
  lastSequence: 20,
  holes: [],
  missingEvents: 0,
  unsignedEvents: 0,
  failedEvents: 0,
  openConflicts: 0,
  waitingPhotos: 0,
  clockSkewSeconds: 2,
  ...given,
});

const kindsOf = (given: Partial<Device>): string[] =>
  deviceIssues(aDevice(given), NOW).map(({ kind }) => kind);

test('a device is revoked before anything else, and retired once it has emptied itself', () => {
  const at = ago(1);
  expect(deviceStatus({ revokedAt: null, retiredAt: null, wipedAt: null })).toBe('ACTIVE');
  expect(deviceStatus({ revokedAt: null, retiredAt: at, wipedAt: null })).toBe('RETIRING');
  expect(deviceStatus({ revokedAt: null, retiredAt: at, wipedAt: at })).toBe('RETIRED');
  expect(deviceStatus({ revokedAt: at, retiredAt: at, wipedAt: at })).toBe('REVOKED');
});

test('a device in order has no issue', () => {
  expect(deviceIssues(aDevice(), NOW)).toEqual([]);
  expect(deviceHealth(aDevice(), NOW)).toBe('GOOD');
});

test('the heaviest issue comes first', () => {
  const issues = deviceIssues(aDevice({ waitingPhotos: 1, openConflicts: 2, missingEvents: 3 }), NOW);
  expect(issues.map(({ kind, severity }) => [kind, severity])).toEqual([
    ['MISSING', 'LOST'],
    ['CONFLICTS', 'LOOK'],
    ['PHOTOS', 'NOTE'],
  ]);
});

test('a device is silent after three days, from its last contact or its registration, while it is in use', () => {
  expect(kindsOf({ lastSeenAt: ago(3) })).toEqual([]);
  expect(kindsOf({ lastSeenAt: ago(3.001) })).toEqual(['SILENT']);
  expect(kindsOf({ lastSeenAt: null })).toEqual(['SILENT']);
  expect(kindsOf({ lastSeenAt: ago(4), status: 'RETIRING' })).toEqual(['SILENT']);
  expect(kindsOf({ lastSeenAt: ago(4), status: 'REVOKED' })).toEqual([]);
  expect(kindsOf({ lastSeenAt: ago(4), status: 'RETIRED' })).toEqual([]);
});

test('a clock may be off by a minute', () => {
  expect(kindsOf({ clockSkewSeconds: -60 })).toEqual([]);
  expect(kindsOf({ clockSkewSeconds: -61 })).toEqual(['CLOCK']);
  expect(kindsOf({ clockSkewSeconds: 61 })).toEqual(['CLOCK']);
});

test('what may be lost stands before what should be looked at, and that before what is in order', () => {
  const names = byAttention(
    [
      aDevice({ name: 'revoked', status: 'REVOKED', missingEvents: 3 }),
      aDevice({ name: 'retired', status: 'RETIRED' }),
      aDevice({ name: 'good' }),
      aDevice({ name: 'retiring', status: 'RETIRING' }),
      aDevice({ name: 'open conflict', openConflicts: 1 }),
      aDevice({ name: 'new', lastSeenAt: null, registeredAt: ago(0) }),
      aDevice({ name: 'lost', missingEvents: 1, holes: [{ from: 1, to: 1 }] }),
    ],
    NOW,
  ).map(({ name }) => name);
  expect(names).toEqual(['lost', 'open conflict', 'retiring', 'new', 'good', 'retired', 'revoked']);
});
