/** docs/sync-protocol.md, "4. Pull": a reader that keeps asking misses nothing. */
import { endpoints, type SyncChange } from '@wellpulse/contracts';
import { anEntry, anItem, aLog, aWell, type SignedInCaller } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const api = await startApi();
afterAll(() => api.stop());

interface Pull {
  readonly changes: SyncChange[];
  readonly cursor: string;
}

/** Reads on until there is no more. */
async function pull(caller: SignedInCaller, cursor?: string, limit = 1000): Promise<Pull> {
  const changes: SyncChange[] = [];
  for (;;) {
    const page = await caller.ask(endpoints.sync.changes, {
      query: { limit: String(limit), ...(cursor === undefined ? {} : { cursor }) },
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
  expect(next.changes).toEqual([{ entity: 'EQUIPMENT', id: item.id, version: 2, deleted: true, data: null }]);
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

test('an operator carries the wells that are theirs, and hears when that changes', async () => {
  const { manager, operator } = await api.addTenant();
  const operatorIds = [operator.session.user.id];
  const [mine, other] = [
    await manager.ask(endpoints.wells.create, { body: aWell() }),
    await manager.ask(endpoints.wells.create, { body: aWell() }),
  ];
  await manager.ask(endpoints.production.create, { params: { wellId: other.id }, body: anEntry() });
  const everything = await pull(operator);
  expect(new Set(idsOf(everything.changes, 'WELL'))).toEqual(new Set([mine.id, other.id]));
  const assigned = await manager.ask(endpoints.wells.update, {
    params: { wellId: mine.id },
    body: { version: 1, operatorIds },
  });
  const narrowed = await pull(operator, everything.cursor, 1);
  expect(narrowed.changes.filter(({ entity }) => entity === 'WELL')).toMatchObject([
    { id: other.id, deleted: true, data: null },
    { id: mine.id, deleted: false },
  ]);
  expect(idsOf(narrowed.changes, 'PRODUCTION')).toEqual([]);
  await manager.ask(endpoints.wells.update, {
    params: { wellId: mine.id },
    body: { version: assigned.version, operatorIds: [] },
  });
  const widened = await pull(operator, narrowed.cursor);
  expect(idsOf(widened.changes, 'PRODUCTION')).toHaveLength(1);
  expect((await pull(operator, widened.cursor)).changes).toEqual([]);
});

test('an item that is moved goes from the one whose wells it leaves, and comes whole to the other', async () => {
  const { manager, operator } = await api.addTenant();
  const aWellOf = (operatorIds: string[]) =>
    manager.ask(endpoints.wells.create, { body: { ...aWell(), operatorIds } });
  const [mine, other] = [await aWellOf([operator.session.user.id]), await aWellOf([])];
  const item = await manager.ask(endpoints.equipment.create, {
    params: { wellId: mine.id },
    body: anItem(),
  });
  const params = { equipmentId: item.id };
  const log = await manager.ask(endpoints.maintenance.log, { params, body: aLog() });
  const move = (wellId: string, version: number) =>
    manager.ask(endpoints.equipment.update, { params, body: { version, wellId } });
  const before = await pull(operator);
  expect(before.changes).toMatchObject([{ entity: 'WELL' }, { id: item.id }, { id: log.id, deleted: false }]);

  await move(other.id, 1);
  const left = await pull(operator, before.cursor, 1);
  expect(left.changes).toEqual([
    { entity: 'EQUIPMENT', id: item.id, version: 2, deleted: true, data: null },
    { entity: 'MAINTENANCE', id: log.id, version: 1, deleted: true, data: null },
  ]);
  await move(mine.id, 2);
  const back = await pull(operator, left.cursor);
  expect(back.changes).toMatchObject([
    { id: item.id, deleted: false, data: { wellId: mine.id } },
    { id: log.id, deleted: false, data: { equipmentId: item.id } },
  ]);
  const strange = await manager.ask(endpoints.equipment.create, {
    params: { wellId: other.id },
    body: anItem(),
  });
  expect((await pull(operator, back.cursor)).changes).toEqual([]);
  await manager.ask(endpoints.equipment.update, {
    params: { equipmentId: strange.id },
    body: { version: 1, wellId: mine.id },
  });
  expect((await pull(operator, back.cursor)).changes).toMatchObject([{ id: strange.id, deleted: false }]);
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
