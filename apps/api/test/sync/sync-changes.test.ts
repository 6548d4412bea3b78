/** docs/sync-protocol.md, "4. Pull": a reader that keeps asking misses nothing. */
import { endpoints, type SyncChange } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { anEntry, anItem, aLog, aWell, TestDevice, type SignedInCaller } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const api = await startApi();
afterAll(() => api.stop());

interface Pull {
  readonly changes: SyncChange[];
  readonly cursor: string;
}

/** Reads on until there is no more. */
async function pull(caller: SignedInCaller, cursor?: string, limit = 1000, query = {}): Promise<Pull> {
  const changes: SyncChange[] = [];
  for (;;) {
    const page = await caller.ask(endpoints.sync.changes, {
      query: { ...query, limit: String(limit), ...(cursor === undefined ? {} : { cursor }) },
    });
    changes.push(...page.changes);
    cursor = page.nextCursor;
    if (!page.hasMore) return { changes, cursor };
  }
}

const idsOf = (changes: readonly SyncChange[], entity: SyncChange['entity']): string[] =>
  changes.filter((change) => change.entity === entity).map(({ id }) => id);

test('without a cursor it is all there is, with one what changed since, each record once', async () => {
  const { manager } = await api.addTenant();
  const well = await manager.ask(endpoints.wells.create, { body: aWell() });
  const params = { wellId: well.id };
  for (const [day, oilVolume] of [10, 40, 80].entries()) {
    await manager.ask(endpoints.production.create, {
      params,
      body: anEntry({ productionDate: `2025-03-1${day}`, oilVolume }),
    });
  }
  const item = await manager.ask(endpoints.equipment.create, { params, body: anItem() });
  await manager.ask(endpoints.maintenance.log, { params: { equipmentId: item.id }, body: aLog() });
  const all = await pull(manager, undefined, 2);
  expect(idsOf(all.changes, 'WELL')).toEqual([well.id]);
  expect(idsOf(all.changes, 'PRODUCTION')).toHaveLength(3);
  expect(idsOf(all.changes, 'ALERT')).toHaveLength(2);
  expect(idsOf(all.changes, 'MAINTENANCE')).toHaveLength(1);
  expect(new Set(all.changes.map(({ id }) => id)).size).toBe(all.changes.length);
  expect(all.changes.find(({ id }) => id === item.id)).toMatchObject({
    version: 1,
    deleted: false,
    data: { serialNumber: item.serialNumber },
  });
  expect((await pull(manager, all.cursor)).changes).toEqual([]);
  await manager.ask(endpoints.equipment.remove, { params: { equipmentId: item.id } });
  const next = await pull(manager, all.cursor);
  const deletedAt = expect.stringMatching(/Z$/) as string;
  expect(next.changes).toEqual([
    { entity: 'EQUIPMENT', id: item.id, version: 2, deleted: true, deletedAt, data: null },
  ]);
});

test('a reader misses nothing that is written while it reads', async () => {
  const { manager, operator } = await api.addTenant();
  const wells = await Promise.all(
    Array.from({ length: 6 }, () => manager.ask(endpoints.wells.create, { body: aWell() })),
  );
  const written = new Set<string>();
  const state = { isWriting: true };
  const writing = Promise.all(
    wells.map(async ({ id: wellId }) => {
      for (let day = 10; day < 22; day += 1) {
        const entry = anEntry({ productionDate: `2025-03-${day}`, oilVolume: day });
        const { id } = await operator.ask(endpoints.production.create, { params: { wellId }, body: entry });
        written.add(id);
      }
    }),
  ).finally(() => {
    state.isWriting = false;
  });
  const read = new Set<string>();
  let cursor: string | undefined;
  while (state.isWriting) {
    const page = await pull(manager, cursor, 3);
    for (const id of idsOf(page.changes, 'PRODUCTION')) read.add(id);
    cursor = page.cursor;
  }
  await writing;
  const rest = await pull(manager, cursor, 3);
  for (const id of idsOf(rest.changes, 'PRODUCTION')) read.add(id);
  expect(read).toEqual(written);
});

test('an operator gets all wells, the history of their own, and of further ones when they are assigned', async () => {
  const { manager, operator } = await api.addTenant();
  const aWellOf = (operatorIds: string[]) =>
    manager.ask(endpoints.wells.create, { body: { ...aWell(), operatorIds } });
  const operatorIds = [operator.session.user.id];
  const [mine, other] = [await aWellOf(operatorIds), await aWellOf([])];
  const { today } = await manager.ask(endpoints.auth.me, {});
  const days = [addDays(today, -3), addDays(today, -20), addDays(today, -200)];
  for (const { id: wellId } of [other, mine]) {
    for (const productionDate of days) {
      await manager.ask(endpoints.production.create, {
        params: { wellId },
        body: anEntry({ productionDate }),
      });
    }
  }
  const daysOf = (changes: readonly SyncChange[], wellId: string) =>
    changes.flatMap(({ data }) => (data?.['wellId'] === wellId ? [data['productionDate']] : []));
  const query = { history: '120', entities: 'WELL,PRODUCTION,ROBOT' };
  const first = await pull(operator, undefined, 2, query);
  expect(idsOf(first.changes, 'WELL')).toEqual([mine.id, other.id]);
  expect(daysOf(first.changes, mine.id)).toEqual(days.slice(0, 2));
  expect(daysOf(first.changes, other.id)).toEqual(days.slice(0, 1));

  await manager.ask(endpoints.wells.update, {
    params: { wellId: other.id },
    body: { version: 1, operatorIds },
  });
  const widened = await pull(operator, first.cursor, 2, query);
  expect(daysOf(widened.changes, other.id)).toEqual(days.slice(1, 2));
  expect(idsOf(widened.changes, 'WELL')).toEqual([other.id]);
  await manager.ask(endpoints.wells.update, {
    params: { wellId: mine.id },
    body: { version: 1, operatorIds: [] },
  });
  const narrowed = await pull(operator, widened.cursor, 2, query);
  expect(narrowed.changes).toMatchObject([{ id: mine.id, deleted: false }]);
  expect((await pull(operator, narrowed.cursor, 2, query)).changes).toEqual([]);

  // Another value begins a new pull.
  expect((await pull(operator, narrowed.cursor)).changes.length).toBeGreaterThan(6);
});

test('a reading before the window comes to the device that sent something for it, also if that changed nothing', async () => {
  const { manager, operator } = await api.addTenant();
  const { id: wellId } = await manager.ask(endpoints.wells.create, { body: aWell() });
  const productionDate = '2020-03-10';
  const body = anEntry({ productionDate, oilVolume: 40 });
  const { id } = await manager.ask(endpoints.production.create, { params: { wellId }, body });
  const phone = await TestDevice.register(operator, () => new Date().toISOString());
  const query = { history: '120' };
  const first = await pull(phone.owner, undefined, 1000, query);
  expect(first.changes).toMatchObject([{ entity: 'WELL' }]);

  const answer = await phone.sync([
    phone.event({ aggregateId: wellId, baseVersion: null, payload: { productionDate, oilVolume: 5 } }),
  ]);
  expect(answer.conflicts).toMatchObject([{ resolution: 'SKIP' }]);
  const next = await pull(phone.owner, first.cursor, 1, query);
  expect(next.changes.filter(({ entity }) => entity === 'PRODUCTION')).toMatchObject([
    { id, data: { oilVolume: 40 } },
  ]);
  expect((await pull(operator, first.cursor, 1000, query)).changes).toMatchObject([{ entity: 'CONFLICT' }]);
});

test('a cursor that nobody was given is refused, for its reader to begin anew', async () => {
  const problem = await api.acme.operator.refusal(endpoints.sync.changes, { query: { cursor: 'x' } });
  expect(problem).toMatchObject({ status: 410, code: 'CURSOR_UNREADABLE' });
});

test("nobody reads another tenant's changes, not with its cursor either", async () => {
  const { acme, bravo } = api;
  const well = await bravo.manager.ask(endpoints.wells.create, { body: aWell() });
  const { cursor, changes } = await pull(bravo.manager);
  expect(idsOf(changes, 'WELL')).toContain(well.id);
  const { changes: ours } = await pull(acme.manager, cursor);
  expect(idsOf(ours, 'WELL')).not.toContain(well.id);
});
