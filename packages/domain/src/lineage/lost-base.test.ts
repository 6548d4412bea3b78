/** Entries that know a day as it was made anew. The server was put back to where the day is deleted. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../state/actor.ts';
import type { DomainEvent } from '../state/event.ts';
import { productionKey, type Workset } from '../state/workset.ts';
import { applyEvent } from '../write-path/apply.ts';
import { actor, anEvent, aTenant, USER_ID, WELL_ID } from '../write-path/events.fixture.ts';
import { versionFloorAfter } from './lineage.rules.ts';

const productionDate = '2025-06-10';
const OTHER_ID = '01890000-0000-7000-8000-0000000000cc';
const MANAGER_ID = '01890000-0000-7000-8000-0000000000bb';
const [TRUCK, PHONE] = ['01890000-0000-7000-8000-0000000000d1', '01890000-0000-7000-8000-0000000000d2'];
const at = (minute: number): string => new Date(Date.UTC(2025, 5, 15, 17, minute)).toISOString();
const operator = actor('OPERATOR', USER_ID);
const colleague = actor('OPERATOR', OTHER_ID);
const manager = actor('MANAGER', MANAGER_ID);

let workset: Workset;
const take = (event: DomainEvent, by: Actor): string => {
  const decision = applyEvent(workset, event, by);
  return decision.ok ? (decision.conflict?.outcome ?? 'SYNCED') : decision.code;
};
const oilVolume = () => {
  const row = workset.production.get(productionKey(WELL_ID, productionDate));
  return row === undefined || row.deleted ? null : row.oilVolume;
};

const sent = { source: 'MOBILE', deviceSequence: 1 } as const;
const madeAnew = anEvent('PRODUCTION_CREATED', {
  ...{ ...sent, deviceId: TRUCK, userId: USER_ID, occurredAt: at(3), receivedAt: at(12), baseVersion: 2 },
  payload: { productionDate, oilVolume: 99 },
});
const deletion = anEvent('PRODUCTION_DELETED', {
  ...{ ...sent, deviceId: PHONE, userId: MANAGER_ID, occurredAt: at(4), receivedAt: at(11), baseVersion: 3 },
  payload: { productionDate },
});
const correction = anEvent('PRODUCTION_UPDATED', {
  ...{ ...sent, deviceId: PHONE, userId: OTHER_ID, occurredAt: at(4), receivedAt: at(11), baseVersion: 3 },
  payload: { productionDate, oilVolume: 9.9 },
});

beforeEach(() => {
  workset = aTenant();
  take(
    anEvent('PRODUCTION_CREATED', {
      ...{ ...sent, deviceId: TRUCK, userId: USER_ID, occurredAt: at(1), receivedAt: at(1), baseVersion: 0 },
      payload: { productionDate, oilVolume: 40 },
    }),
    operator,
  );
  const end = { userId: MANAGER_ID, occurredAt: at(2), receivedAt: at(2), baseVersion: 1 };
  take(anEvent('PRODUCTION_DELETED', { ...end, payload: { productionDate } }), manager);
  const payload = { number: 1, versionFloor: versionFloorAfter(null, at(10)) };
  take(anEvent('LINEAGE_BEGUN', { payload, receivedAt: at(10) }), actor('ADMIN'));
});

describe.each([
  { what: 'a deletion', event: deletion, by: manager, becomes: null },
  { what: 'a correction', event: correction, by: colleague, becomes: 9.9 },
])('$what', ({ event, by, becomes }) => {
  test('waits until the device that made the day anew has brought that again', () => {
    expect(take(event, by)).toBe('BASE_MISSING');
    expect(take(madeAnew, operator)).toBe('SYNCED');
    expect(oilVolume()).toBe(99);
    expect(take({ ...event, receivedAt: at(13) }, by)).toBe('OVERWRITE');
    expect(oilVolume()).toBe(becomes);
  });

  test('counts by itself once nobody is waited for', () => {
    expect(take({ ...event, receivedAt: '2025-08-01T00:00:00.000Z' }, by)).toBe('SYNCED');
    expect(oilVolume()).toBe(becomes);
  });
});

test('who knows the deletion itself waits for nothing', () => {
  expect(take({ ...correction, baseVersion: 2 }, colleague)).toBe('PRODUCTION_NOT_FOUND');
  expect(take({ ...deletion, baseVersion: 2 }, manager)).toBe('SYNCED');
});
