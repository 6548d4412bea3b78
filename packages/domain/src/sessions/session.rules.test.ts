import type { DevicePlatform } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import {
  accountRefusal,
  callerRefusal,
  refreshOutcome,
  refusalOfEnded,
  sessionExpiry,
  type RefreshTokenUse,
} from './session.rules.ts';

const NOW = '2025-10-20T12:00:00.000Z';
const BEFORE = '2025-10-20T11:59:59.999Z';
const BROWSERS = { webDevices: true };

const use = (given: Partial<RefreshTokenUse> = {}): RefreshTokenUse => ({
  expiresAt: NOW,
  hasSessionEnded: false,
  wasUsedBefore: false,
  wasSuccessorUsed: null,
  ...given,
});

test('a session on a device lasts as long as a device may be without a signal', () => {
  expect(sessionExpiry(NOW, null)).toBe('2025-11-19T12:00:00.000Z');
  expect(sessionExpiry(NOW, 'truck')).toBe('2026-01-18T12:00:00.000Z');
});

test.each([
  ['the first use renews the session, in its last millisecond too', use(), 'RENEWED'],
  ['a token that nobody knows is refused', undefined, 'UNKNOWN'],
  ['a token of a session that expired is as if nobody knew it', use({ expiresAt: BEFORE }), 'UNKNOWN'],
  ['a token of a session that ended is refused', use({ hasSessionEnded: true }), 'SESSION_ENDED'],
  ['another use ends the session', use({ wasUsedBefore: true }), 'REUSED'],
  [
    'the same use may be repeated while nobody has used what came of it',
    use({ wasUsedBefore: true, wasSuccessorUsed: false }),
    'REPEATED',
  ],
  [
    'the same use ends the session once what came of it was used',
    use({ wasUsedBefore: true, wasSuccessorUsed: true }),
    'REUSED',
  ],
])('%s', (_, given, outcome) => {
  expect(refreshOutcome(given, NOW)).toBe(outcome);
});

test('the holder of an ended session hears that the device was revoked while it is', () => {
  expect(refusalOfEnded('DEVICE_REVOKED', 'REVOKED')).toBe('DEVICE_REVOKED');
  expect(refusalOfEnded('DEVICE_REVOKED', 'RETIRED')).toBe('DEVICE_REVOKED');
  expect(refusalOfEnded('DEVICE_REVOKED', 'ACTIVE')).toBe('UNAUTHENTICATED');
  expect(refusalOfEnded('SIGNED_OUT', 'REVOKED')).toBe('UNAUTHENTICATED');
  expect(refusalOfEnded('DEVICE_REVOKED', null)).toBe('UNAUTHENTICATED');
});

test('somebody suspended hears of it before anything else of their session', () => {
  const suspended = { deleted: false, status: 'SUSPENDED' } as const;
  expect(accountRefusal(suspended)).toBe('USER_SUSPENDED');
  const caller = { ...suspended, expiresAt: BEFORE, hasSessionEnded: true, platform: null };
  expect(callerRefusal(caller, BROWSERS, NOW)).toBe('USER_SUSPENDED');
});

test('a caller comes in with an open session that has not expired', () => {
  const caller = {
    deleted: false,
    status: 'ACTIVE',
    expiresAt: NOW,
    hasSessionEnded: false,
    platform: null,
  } as const;
  expect(callerRefusal(caller, BROWSERS, NOW)).toBe(null);
  expect(callerRefusal({ ...caller, expiresAt: BEFORE }, BROWSERS, NOW)).toBe('UNAUTHENTICATED');
  expect(callerRefusal({ ...caller, hasSessionEnded: true }, BROWSERS, NOW)).toBe('SESSION_ENDED');
  expect(callerRefusal({ ...caller, deleted: true }, BROWSERS, NOW)).toBe('UNAUTHENTICATED');
});

test('a company keeps its wells out of browsers, and out of nothing else', () => {
  const caller = { deleted: false, status: 'ACTIVE', expiresAt: NOW, hasSessionEnded: false } as const;
  const refusalOn = (platform: DevicePlatform | null, webDevices: boolean) =>
    callerRefusal({ ...caller, platform }, { webDevices }, NOW);
  expect(refusalOn('WEB', false)).toBe('WEB_DEVICES_FORBIDDEN');
  expect(refusalOn('WEB', true)).toBe(null);
  // The dashboard runs in a browser too, and keeps nothing there.
  for (const platform of [null, 'ELECTRON', 'IOS', 'ANDROID'] as const)
    expect(refusalOn(platform, false)).toBe(null);
});
