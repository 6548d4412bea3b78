/** What holds for all rules: a refusal changes nothing, and they read no more than `needsOf` says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '@wellpulse/testing/depth';
import { searchKey } from '../texts.ts';
import type { DomainEvent } from '../state/event.ts';
import { actor, anEvent, apply, aTenant, USER_ID } from './events.fixture.ts';
import { needsOf } from './needs.ts';
import { event, someEvents } from './random-events.fixture.ts';
import { ownerOf, photoKey } from '../photos/photo-owner.ts';
import { SETTINGS_KEY, Workset } from '../state/workset.ts';

const TABLES = [
  'wells',
  'production',
  'users',
  'alerts',
  'equipment',
  'maintenance',
  'photos',
  'histories',
  'conflicts',
  'settings',
] as const;
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
  for (const row of state.equipment.all()) {
    const isWanted =
      needs === null ||
      needs.equipmentIds.has(row.id) ||
      (!row.deleted && needs.serialNumbers.has(searchKey(row.serialNumber)));
    if (isWanted) workset.equipment.load(row.id, row);
  }
  for (const row of state.maintenance.all()) {
    if (needs === null || needs.maintenanceIds.has(row.id)) workset.maintenance.load(row.id, row);
  }
  for (const row of state.photos.all()) {
    const key = photoKey(ownerOf(row), row.sha256);
    const isNamed = [row.id, ...row.aliasIds].some((id) => needs?.photoIds.has(id));
    if (needs === null || isNamed || needs.photoHashes.has(row.sha256)) workset.photos.load(key, row);
  }
  for (const { id } of [...workset.production.all(), ...workset.equipment.all()]) {
    const history = state.histories.get(id);
    if (history !== undefined) workset.histories.load(id, history);
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
    fc.property(someEvents(20), event, (events, last) => {
      const workset = loaded(after(events), null);
      if (!apply(workset, last).ok) expect(changes(workset).flat()).toEqual([]);
    }),
    { numRuns: times(300, 2000) },
  );
});

test('a decision that says "changed" changed something, and one that says not did not', () => {
  fc.assert(
    fc.property(someEvents(20), event, (events, last) => {
      const workset = loaded(after(events), null);
      const decision = apply(workset, last);
      if (!decision.ok || last.eventType === 'USER_PASSWORD_SET') return;
      expect(changes(workset).flat().length > 0).toBe(decision.changed);
    }),
    { numRuns: times(300, 2000) },
  );
});

test('the rows that an event needs are enough to decide and to change the same', () => {
  fc.assert(
    fc.property(someEvents(20), event, (events, last) => {
      const state = after(events);
      const [all, needed] = [loaded(state, null), loaded(state, last)];
      expect(apply(needed, last)).toEqual(apply(all, last));
      expect(changes(needed)).toEqual(changes(all));
    }),
    { numRuns: times(300, 2000) },
  );
});

test('a tenant that had an active administrator always has one', () => {
  fc.assert(
    fc.property(someEvents(30), (events) => {
      const first = anEvent('USER_CREATED', {
        aggregateId: USER_ID,
        payload: { email: 'first@test.example', name: 'First', role: 'ADMIN', status: 'ACTIVE' },
      });
      const active = after([first, ...events])
        .users.all()
        .filter((user) => !user.deleted && user.role === 'ADMIN' && user.status === 'ACTIVE');
      expect(active.length).toBeGreaterThan(0);
    }),
    { numRuns: times(300, 2000) },
  );
});

test('versions of a record rise by one, through deletion and making it again', () => {
  const rowsOf = (workset: Workset) => [...workset.production.all(), ...workset.equipment.all()];
  fc.assert(
    fc.property(someEvents(30), (events) => {
      const workset = aTenant();
      for (const one of events) {
        const before = new Map(rowsOf(workset).map((row) => [row.id, row]));
        apply(workset, one);
        for (const row of rowsOf(workset)) {
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
  const deletion = (userId: string) =>
    anEvent('PRODUCTION_DELETED', { userId, payload: { productionDate: '2025-06-15' } });
  expect(apply(workset, deletion('somebody-else'), actor('OPERATOR', 'somebody-else'))).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
  });
  expect(apply(workset, deletion(USER_ID), actor('OPERATOR')).ok).toBe(true);
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
