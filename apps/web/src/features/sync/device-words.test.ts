import type { Device } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { issuesOf, syncSummary } from './device-words.ts';

const NOW = new Date('2025-10-24T12:00:00.000Z');
const ago = (days: number): string => new Date(NOW.getTime() - days * 86_400_000).toISOString();

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

const wordsOf = (given: Partial<Device>): string[] => issuesOf(aDevice(given), NOW).map(({ words }) => words);

describe('what of a device a person should look at', () => {
  it('nothing, while all is well', () => {
    expect(issuesOf(aDevice(), NOW)).toEqual([]);
  });

  it('the numbers that never arrived, one by one and as runs', () => {
    const holes = [
      { from: 12, to: 12 },
      { from: 15, to: 16 },
    ];
    expect(wordsOf({ holes, missingEvents: 3 })).toEqual(['3 entries never arrived: 12, 15–16']);
  });

  it('names a few of very many holes and counts the rest', () => {
    const holes = Array.from({ length: 100 }, (_, index) => ({ from: 2 * index + 1, to: 2 * index + 1 }));
    expect(wordsOf({ holes, missingEvents: 2500 })).toEqual([
      '2,500 entries never arrived: 1, 3, 5, 7, 9, 11, 13, 15, and 2,492 more',
    ]);
  });

  it.each([
    [720, 'Clock 12 minutes behind'],
    [-7300, 'Clock 2 hours ahead'],
    [31_600_000, 'Clock 1 year behind'],
  ])('a clock that is off by %i seconds', (clockSkewSeconds, words) => {
    expect(wordsOf({ clockSkewSeconds })).toEqual([words]);
  });

  it('a minute more or less is no matter', () => {
    expect(wordsOf({ clockSkewSeconds: -60 })).toEqual([]);
  });

  it('that nothing was heard of it for days, a browser like the others, unless it was lost or has retired', () => {
    expect(wordsOf({ lastSeenAt: ago(4) })).toEqual(['Not heard of for 4 days']);
    expect(wordsOf({ lastSeenAt: null })).toEqual(['Not heard of for 40 days']);
    expect(wordsOf({ lastSeenAt: ago(4), platform: 'WEB' })).toEqual(['Not heard of for 4 days']);
    expect(wordsOf({ lastSeenAt: ago(4), status: 'RETIRING' })).toEqual(['Not heard of for 4 days']);
    expect(wordsOf({ lastSeenAt: ago(4), status: 'REVOKED' })).toEqual([]);
    expect(wordsOf({ lastSeenAt: ago(4), status: 'RETIRED' })).toEqual([]);
  });

  it('what came unsigned, and that the server or the device was put back', () => {
    expect(wordsOf({ unsignedEvents: 900 })).toEqual(['900 entries without a good signature']);
    expect(wordsOf({ recovery: { kind: 'SERVER', events: 3, at: ago(0) } })).toEqual([
      'Sent 3 entries again after the server was put back',
    ]);
    expect(wordsOf({ recovery: { kind: 'DEVICE', events: 1, at: ago(0) } })).toEqual([
      'Its data was put back: 1 sent entry not on it',
    ]);
    expect(wordsOf({ restoreMissedAt: ago(1) })).toEqual(['Not heard of since the server was put back']);
    expect(wordsOf({ restoreMissedAt: ago(1), status: 'REVOKED' })).toEqual([]);
  });
});

describe('the line on Home', () => {
  it('is empty when there is nothing to say', () => {
    expect(syncSummary([aDevice()], 0, NOW)).toBe('');
  });

  it('counts over all devices in use', () => {
    const devices = [
      aDevice({ lastSeenAt: ago(5) }),
      aDevice({ lastSeenAt: ago(9), failedEvents: 2 }),
      aDevice({ status: 'REVOKED', failedEvents: 7 }),
    ];
    expect(syncSummary(devices, 1, NOW, 1)).toBe(
      '2 entries refused, 2 devices not heard of for 3 days, 1 entry waits for you, 1 open conflict',
    );
  });
});
