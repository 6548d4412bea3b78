import { expect, test } from 'vitest';
import { anEvent, aTenant, apply, WELL_ID } from '../write-path/events.fixture.ts';
import { productionKey } from '../state/workset.ts';

const DAY = '2025-06-10';
const NOON = '2025-06-15T12:00:00.000Z';
const AHEAD = '2025-06-22T12:00:00.000Z';
const SET_RIGHT = '2025-06-15T12:06:00.000Z';
const LATER = '2025-06-15T14:00:00.000Z';
const PHONE = '01890000-0000-7000-8000-0000000000d1';

const reading = (oilVolume: number) => ({ productionDate: DAY, oilVolume });

/** A reading that the web wrote while the server was a week ahead, and changed once more a second later. */
function aReadingFromAhead() {
  const workset = aTenant();
  const at = (instant: string) => ({ occurredAt: instant, receivedAt: instant });
  apply(workset, anEvent('PRODUCTION_CREATED', { payload: reading(69), ...at(AHEAD) }));
  const second = '2025-06-22T12:00:01.000Z';
  apply(workset, anEvent('PRODUCTION_UPDATED', { payload: reading(70), ...at(second) }));
  return workset;
}

const fromPhone = (occurredAt: string, setRightAt: string | null, receivedAt = LATER) =>
  anEvent('PRODUCTION_CREATED', {
    deviceId: PHONE,
    baseVersion: 0,
    payload: reading(45),
    occurredAt,
    receivedAt,
    setRightAt,
  });

const oilOf = (workset: ReturnType<typeof aTenant>) =>
  workset.production.get(productionKey(WELL_ID, DAY))?.oilVolume;

test.each([
  ['typed after the first right time', '2025-06-15T13:00:00.000Z', SET_RIGHT, 45],
  ['typed before the first right time', NOON, SET_RIGHT, 70],
  ['the first that comes, typed just now', LATER, LATER, 45],
  ['the first that comes, typed before', '2025-06-15T13:00:00.000Z', LATER, 70],
])('an entry that is %s', (_, occurredAt, setRightAt, oil) => {
  const workset = aReadingFromAhead();
  apply(workset, fromPhone(occurredAt, setRightAt));
  expect(oilOf(workset)).toBe(oil);
});

test('what was the latest stays it, and the clocks that were put right are kept', () => {
  const workset = aReadingFromAhead();
  apply(workset, fromPhone(NOON, SET_RIGHT));
  const [history] = workset.histories.all();
  const clocks = history?.writes.map((write) => new Date(write.clocks['oilVolume'] ?? 0).toISOString());
  expect(clocks).toEqual(['2025-06-15T12:05:59.998Z', '2025-06-15T12:05:59.999Z', NOON]);
});

test('a device, which knows nothing of the server, leaves its own clocks alone', () => {
  const replica = aTenant(20, { isReplica: true });
  apply(replica, fromPhone(AHEAD, null, AHEAD));
  const second = { payload: reading(45), deviceId: PHONE, baseVersion: 0, setRightAt: null };
  apply(replica, anEvent('PRODUCTION_UPDATED', { ...second, occurredAt: NOON, receivedAt: NOON }));
  const clocks = replica.histories.all()[0]?.writes.map((write) => write.clocks['oilVolume']);
  expect(clocks?.[0]).toBe(Date.parse(AHEAD));
});
