/** What holds for all rules: a refusal changes nothing, and they read no more than `needsOf` says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import type { DomainEvent } from './event.ts';
import { actor, anEvent, apply, aTenant, aWellRow, USER_ID, WELL_ID } from './events.fixture.ts';
import { needsOf } from './needs.ts';
import { SETTINGS_KEY, Workset } from './workset.ts';

const wellIds = [WELL_ID, '01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000009'];
const userIds = [USER_ID, '01890000-0000-7000-8000-0000000000bb', '01890000-0000-7000-8000-0000000000cc'];
const apiNumbers = ['42-165-12345', '42-165-00001', '42-165-00002'];
const emails = ['a@test.example', 'b@test.example', 'c@test.example'];

const wellId = fc.constantFrom(...wellIds);
const userId = fc.constantFrom(...userIds);
const email = fc.constantFrom(...emails);
const role = fc.constantFrom('ADMIN' as const, 'VIEWER' as const);
const status = fc.constantFrom('ACTIVE' as const, 'SUSPENDED' as const);
const baseVersion = fc.constantFrom(null, 1, 2, 3);
const day = fc.integer({ min: 0, max: 4 }).map((offset) => addDays('2025-06-12', offset));
const volume = fc.constantFrom(null, 0, 10, 20);

const event: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc
    .record({
      aggregateId: wellId,
      productionDate: day,
      oilVolume: fc.constantFrom(0, 10, 20),
      gasVolume: volume,
    })
    .map(({ aggregateId, ...payload }) => anEvent('PRODUCTION_CREATED', { aggregateId, payload })),
  fc
    .record({ aggregateId: wellId, baseVersion, productionDate: day, oilVolume: volume, gasVolume: volume })
    .map(({ aggregateId, baseVersion: base, ...payload }) =>
      anEvent('PRODUCTION_UPDATED', { aggregateId, baseVersion: base, payload }),
    ),
  fc
    .record({ aggregateId: wellId, baseVersion, productionDate: day })
    .map(({ aggregateId, baseVersion: base, productionDate }) =>
      anEvent('PRODUCTION_DELETED', { aggregateId, baseVersion: base, payload: { productionDate } }),
    ),
  fc
    .record({
      aggregateId: wellId,
      apiNumber: fc.constantFrom(...apiNumbers),
      operatorIds: fc.subarray(userIds),
    })
    .map(({ aggregateId, apiNumber, operatorIds }) => {
      const { name, lease, field, operator, latitude, longitude, spudDate, route, routePosition } =
        aWellRow();
      const payload = { name, lease, field, operator, latitude, longitude, spudDate, route, routePosition };
      const id = `${aggregateId.slice(0, -3)}${apiNumber.slice(-3)}`;
      return anEvent('WELL_CREATED', {
        aggregateId: id,
        payload: { ...payload, status: 'ACTIVE', apiNumber, operatorIds },
      });
    }),
  fc
    .record({
      aggregateId: wellId,
      baseVersion,
      status: fc.constantFrom('ACTIVE' as const, 'PLUGGED' as const),
      operatorIds: fc.subarray(userIds),
      latitude: fc.constantFrom(null, 31),
    })
    .map(({ aggregateId, baseVersion: base, ...payload }) =>
      anEvent('WELL_UPDATED', { aggregateId, baseVersion: base, payload }),
    ),
  wellId.map((aggregateId) => anEvent('WELL_DELETED', { aggregateId, payload: {} })),
  fc
    .record({ aggregateId: userId, email, role, status })
    .map(({ aggregateId, ...payload }) =>
      anEvent('USER_CREATED', { aggregateId, payload: { ...payload, name: 'Somebody' } }),
    ),
  fc
    .record({ aggregateId: userId, baseVersion, email, role, status })
    .map(({ aggregateId, baseVersion: base, ...payload }) =>
      anEvent('USER_UPDATED', { aggregateId, baseVersion: base, payload }),
    ),
  userId.map((aggregateId) => anEvent('USER_DELETED', { aggregateId, payload: {} })),
  userId.map((aggregateId) => anEvent('USER_PASSWORD_SET', { aggregateId, payload: {} })),
  fc
    .record({ baseVersion, varianceThresholdPercent: fc.constantFrom(10, 20, 50) })
    .map(({ baseVersion: base, ...payload }) =>
      anEvent('TENANT_SETTINGS_UPDATED', { baseVersion: base, payload }),
    ),
);

const TABLES = ['wells', 'production', 'users', 'alerts', 'settings'] as const;
const changes = (workset: Workset) => TABLES.map((table) => workset[table].changed());

/** A tenant to which these things have happened. */
function after(events: readonly DomainEvent[]): Workset {
  const workset = aTenant();
  for (const one of events) {
    // Creating what is there is for those who made the id; nobody does it twice.
    const isTaken =
      (one.eventType === 'USER_CREATED' && workset.users.get(one.aggregateId) !== undefined) ||
      (one.eventType === 'WELL_CREATED' && workset.wells.get(one.aggregateId) !== undefined);
    if (!isTaken) apply(workset, one);
  }
  return workset;
}

/** Only the rows that `needsOf` names, as a server loads them. */
function loaded(state: Workset, one: DomainEvent | null): Workset {
  const needs = one === null ? null : needsOf([one]);
  const workset = new Workset();
  workset.settings.load(SETTINGS_KEY, state.tenantSettings);
  for (const row of state.wells.all()) {
    if (needs === null || needs.wellIds.has(row.id) || needs.apiNumbers.has(row.apiNumber)) {
      workset.wells.load(row.id, row);
    }
  }
  for (const row of state.users.all()) {
    const isWanted =
      needs === null ||
      needs.userIds.has(row.id) ||
      needs.emails.has(row.email) ||
      (needs.admins && row.role === 'ADMIN');
    if (isWanted) workset.users.load(row.id, row);
  }
  for (const row of state.production.all()) {
    const key = `${row.wellId}|${row.productionDate}`;
    if (needs === null || needs.productionDays.has(key)) workset.production.load(key, row);
  }
  for (const row of state.alerts.all()) {
    const isWanted = needs?.productionDays.has(`${row.wellId}|${row.productionDate}`) ?? true;
    if (isWanted || needs?.alertIds.has(row.id) === true) {
      workset.alerts.load(`${row.wellId}|${row.productionDate}|${row.product}`, row);
    }
  }
  return workset;
}

test('a refusal changes nothing', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), event, (events, last) => {
      const workset = loaded(after(events), null);
      if (!apply(workset, last).ok) expect(changes(workset).flat()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a decision that says "changed" changed something, and one that says not did not', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), event, (events, last) => {
      const workset = loaded(after(events), null);
      const decision = apply(workset, last);
      if (!decision.ok || last.eventType === 'USER_PASSWORD_SET') return;
      expect(changes(workset).flat().length > 0).toBe(decision.changed);
    }),
    { numRuns: 300 },
  );
});

test('the rows that an event needs are enough to decide and to change the same', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), event, (events, last) => {
      const state = after(events);
      const [all, needed] = [loaded(state, null), loaded(state, last)];
      expect(apply(needed, last)).toEqual(apply(all, last));
      expect(changes(needed)).toEqual(changes(all));
    }),
    { numRuns: 500 },
  );
});

test('a tenant that had an active administrator always has one', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const first = anEvent('USER_CREATED', {
        aggregateId: USER_ID,
        payload: { email: 'first@test.example', name: 'First', role: 'ADMIN', status: 'ACTIVE' },
      });
      const active = after([first, ...events])
        .users.all()
        .filter((user) => !user.deleted && user.role === 'ADMIN' && user.status === 'ACTIVE');
      expect(active.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('versions of a record rise by one, through deletion and making it again', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const workset = aTenant();
      for (const one of events) {
        const before = new Map(workset.production.all().map((row) => [row.id, row]));
        apply(workset, one);
        for (const row of workset.production.all()) {
          const previous = before.get(row.id);
          if (row !== previous) expect(row.version).toBe((previous?.version ?? 0) + 1);
        }
      }
    }),
  );
});

test('an operator deletes only what they entered themselves', () => {
  const workset = aTenant();
  const payload = { productionDate: '2025-06-15', oilVolume: 1 };
  apply(workset, anEvent('PRODUCTION_CREATED', { payload }));
  const deletion = anEvent('PRODUCTION_DELETED', { payload: { productionDate: '2025-06-15' } });
  expect(apply(workset, deletion, actor('OPERATOR', 'somebody-else'))).toEqual({
    ok: false,
    code: 'FORBIDDEN',
  });
  expect(apply(workset, deletion, actor('OPERATOR')).ok).toBe(true);
});

test.each([
  ['WEB', 'MANUAL'],
  ['IMPORT', 'SCADA'],
  ['MOBILE', 'MOBILE'],
  ['ELECTRON', 'ELECTRON'],
] as const)('what arrives through %s has the entry method %s', (source, entryMethod) => {
  const workset = aTenant();
  const payload = { productionDate: '2025-06-15', oilVolume: 1 };
  apply(workset, anEvent('PRODUCTION_CREATED', { source, payload }));
  expect(workset.production.all()).toMatchObject([{ entryMethod }]);
});

test('today in the zone of the tenant is the last day that can be entered', () => {
  // Noon of the 15th in Chicago, by the time of arrival and not by what the sender's clock said.
  const enter = (productionDate: string) =>
    apply(
      aTenant(),
      anEvent('PRODUCTION_CREATED', {
        payload: { productionDate, oilVolume: 1 },
        occurredAt: '2031-01-01T00:00:00.000Z',
      }),
    );
  expect(enter('2025-06-15').ok).toBe(true);
  expect(enter('2025-06-16')).toMatchObject({ code: 'DATE_IN_FUTURE', errors: [{ path: 'productionDate' }] });
});
