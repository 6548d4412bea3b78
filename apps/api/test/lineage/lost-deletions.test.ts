/** The feed says when a record was deleted. So the server knows which deletions a restore lost (ADR 86). */
import { endpoints } from '@wellpulse/contracts';
import type { OfflineClient } from '@wellpulse/offline';
import { aWell, type SignedInCaller } from '@wellpulse/testing';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startBareApi } from '../support/harness.ts';
import { backUp } from '../support/put-back.ts';
import type { TestTenant } from '../support/tenants.ts';
import { aYard, signInAgain } from '../support/trucks.ts';
import { linesOf } from './lost-records.ts';

const api = await startBareApi();
const yard = aYard(api.baseUrl);
afterAll(async () => {
  await api.stop();
  yard.remove();
});
const { audit, production, sync, wells } = endpoints;
const DAY = '2025-03-01';

let tenant: TestTenant;
let wellId: string;
beforeEach(async () => {
  tenant = await api.addTenant();
  const body = aWell({ operatorIds: [tenant.operator.session.user.id] });
  wellId = (await tenant.manager.ask(wells.create, { body })).id;
});

const aTruck = async (person: SignedInCaller): Promise<OfflineClient> =>
  (await yard.aTruck(tenant.slug, person)).client;

async function record(
  truck: OfflineClient,
  eventType: 'PRODUCTION_CREATED' | 'PRODUCTION_UPDATED' | 'PRODUCTION_DELETED',
  values: { readonly oilVolume?: number; readonly notes?: string } = {},
): Promise<void> {
  const recorded = await truck.record({
    eventType,
    aggregateId: wellId,
    payload: { productionDate: DAY, ...values },
  });
  if (!recorded.ok) throw new Error(recorded.code);
}

const reading = async (caller: SignedInCaller) =>
  caller.ask(production.get, { params: { wellId, date: DAY } });

/** When the log got its newest deletion, and when the feed says that it was. */
async function momentsOfDeletion(caller: SignedInCaller) {
  const { items } = await caller.ask(audit.events, { query: { limit: '50' } });
  const { changes } = await caller.ask(sync.changes, { query: {} });
  return {
    logged: items.find(({ eventType }) => eventType === 'PRODUCTION_DELETED')?.receivedAt,
    told: changes.find(({ entity, deleted }) => entity === 'PRODUCTION' && deleted)?.deletedAt,
  };
}

test('a deletion that was lost is told once, where the backup ends with one that deleted nothing', async () => {
  const { manager, operator } = tenant;
  const truck = await aTruck(operator);
  await record(truck, 'PRODUCTION_CREATED', { oilVolume: 40 });
  await truck.sync.syncNow();
  const bossTruck = await aTruck(manager);
  await record(bossTruck, 'PRODUCTION_DELETED');
  await record(truck, 'PRODUCTION_UPDATED', { oilVolume: 41 });
  await truck.sync.syncNow();
  const { id, version } = await reading(manager);
  await manager.ask(production.update, { params: { wellId, id }, body: { version, oilVolume: 43 } });
  await bossTruck.sync.syncNow();
  expect(await reading(manager)).toMatchObject({ id, oilVolume: 43 });
  const backup = await backUp(inject('postgresUrl'), tenant.slug);

  const office = await manager.again();
  await office.ask(production.remove, { params: { wellId, id } });
  const { logged, told } = await momentsOfDeletion(office);
  expect(told).toBe(logged);
  // One truck saw the day with 41, the other with 43.
  await truck.sync.syncNow();
  await bossTruck.sync.syncNow();
  await backup.restore();

  await signInAgain(tenant.slug, { client: truck }, operator);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  const boss = await manager.again();
  const lines = await linesOf(boss);
  expect(lines).toMatchObject([
    { id, eventType: 'PRODUCTION_DELETED', changedAt: told, current: { oilVolume: 43 } },
  ]);
  const records = lines.map(({ entity, stateId }) => ({ entity, id, stateId }));
  await boss.ask(sync.leaveOut, { body: { records } });

  await signInAgain(tenant.slug, { client: bossTruck }, manager);
  await bossTruck.sync.syncNow();
  await bossTruck.sync.syncNow();
  expect(await linesOf(await manager.again())).toEqual([]);
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});

test('what comes to a reading that was taken back does not move the moment of its deletion', async () => {
  const { manager, operator } = tenant;
  const truck = await aTruck(operator);
  await record(truck, 'PRODUCTION_CREATED', { oilVolume: 40 });
  await truck.sync.syncNow();
  const bossTruck = await aTruck(manager);
  await record(truck, 'PRODUCTION_DELETED');
  await truck.sync.syncNow();
  const { logged, told } = await momentsOfDeletion(manager);
  expect(told).toBe(logged);
  await record(bossTruck, 'PRODUCTION_UPDATED', { notes: 'Pump off' });
  await bossTruck.sync.syncNow();
  const row = await tenant.database.db
    .selectFrom('production_data')
    .select(['deleted_at', 'updated_at'])
    .executeTakeFirstOrThrow();
  expect(Date.parse(row.updated_at)).toBeGreaterThan(Date.parse(told ?? ''));
  expect(await momentsOfDeletion(manager)).toEqual({ logged, told });
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});
