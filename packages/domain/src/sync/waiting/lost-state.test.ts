import type { RecoveredRecord } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { isLaterState, lostRecordKey, lostStateKey } from './lost-state.ts';

const WELL = '01890000-0000-7000-8000-000000000001';
const [ONE, OTHER] = ['01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000003'];
const AT = '2025-10-20T14:30:00.000Z';
const LATER = '2025-10-20T14:30:00.001Z';

const reading = (values: object = {}, given: Partial<RecoveredRecord> = {}): RecoveredRecord => ({
  entity: 'PRODUCTION',
  id: ONE,
  version: 3,
  deleted: false,
  data: { wellId: WELL, productionDate: '2025-10-20', oilVolume: 40, updatedAt: AT, ...values },
  ...given,
});

test('the same values are one state, of whatever moment, and what is null may be missing', () => {
  const same = [
    reading({ updatedAt: LATER }, { version: 9 }),
    reading({ notes: null, gasVolume: undefined }),
    { ...reading(), data: Object.fromEntries(Object.entries(reading().data).toReversed()) },
  ];
  expect(new Set([reading(), ...same].map(lostStateKey)).size).toBe(1);
});

test('other values, another record and another kind are another state', () => {
  const others = [
    reading({ oilVolume: 0 }),
    reading({ notes: '' }),
    reading({ location: { latitude: 32 } }),
    reading({}, { id: OTHER }),
    reading({}, { entity: 'WELL' }),
    reading({}, { deleted: true }),
  ];
  expect(new Set([reading(), ...others].map(lostStateKey)).size).toBe(others.length + 1);
});

test('a deletion is one state, whatever was there before it', () => {
  const [deletion, other] = [reading({}, { deleted: true }), reading({ oilVolume: 7 }, { deleted: true })];
  expect(lostStateKey(deletion)).toBe(lostStateKey(other));
});

test('a reading that was made again is of the same record; wells and items go by their ids', () => {
  expect(lostRecordKey(reading({}, { id: OTHER }))).toBe(lostRecordKey(reading()));
  expect(lostRecordKey(reading({ productionDate: '2025-10-21' }))).not.toBe(lostRecordKey(reading()));
  const [well, another] = [ONE, OTHER].map((id) => reading({}, { entity: 'WELL', id }));
  expect([well, another].map((record) => lostRecordKey(record ?? reading()))).toEqual([
    `WELL|${ONE}`,
    `WELL|${OTHER}`,
  ]);
});

test('the later state has the higher version; of the same one the later moment counts', () => {
  const [first, moved, higher] = [reading(), reading({ updatedAt: LATER }), reading({}, { version: 4 })];
  expect(isLaterState(higher, moved)).toBe(true);
  expect(isLaterState(moved, higher)).toBe(false);
  expect(isLaterState(moved, first)).toBe(true);
  expect(isLaterState(first, reading())).toBe(false);
});

test('the same deletion is never later than itself, whatever each device had before it, and another one is', () => {
  const deletion = (values: object, version = 3) => reading(values, { deleted: true, version });
  const [first, seenLater] = [
    deletion({ deletedAt: LATER }),
    deletion({ updatedAt: LATER, deletedAt: LATER }),
  ];
  expect(isLaterState(seenLater, first)).toBe(false);
  expect(isLaterState(deletion({ deletedAt: LATER }, 4), first)).toBe(false);
  expect(isLaterState(first, deletion({ deletedAt: AT }))).toBe(true);
  expect(isLaterState(deletion({ deletedAt: '2025-10-20T14:30:00.002Z' }, 9), first)).toBe(true);
});

test('of a deletion of which nobody knows when it was, the version alone counts', () => {
  const deletion = (values: object, version = 3) => reading(values, { deleted: true, version });
  expect(isLaterState(deletion({ updatedAt: LATER }), deletion({}))).toBe(false);
  expect(isLaterState(deletion({ deletedAt: LATER }), deletion({}))).toBe(false);
  expect(isLaterState(deletion({}, 4), deletion({}))).toBe(true);
});
