/** A server that was put back to an older state: what its devices still hold is there again, and nothing has two meanings. */
import { endpoints } from '@wellpulse/contracts';
import { inPieces, wholeOf, type OfflineClient } from '@wellpulse/offline';
import { aWell, TestDevice, type SignedInCaller } from '@wellpulse/testing';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { LineageService } from '../../src/lineage/lineage.service.ts';
import { startBareApi } from '../support/harness.ts';
import { backUp } from '../support/put-back.ts';
import { aYard, signInAgain as signInAgainAt } from '../support/trucks.ts';
import { until } from '../support/until.ts';
import type { TestTenant } from '../support/tenants.ts';

const api = await startBareApi();
const yard = aYard(api.baseUrl);
afterAll(async () => {
  await api.stop();
  yard.remove();
});

let tenant: TestTenant;
let wellId: string;
beforeEach(async () => {
  tenant = await api.addTenant();
  const body = aWell({ operatorIds: [tenant.operator.session.user.id] });
  wellId = (await tenant.manager.ask(endpoints.wells.create, { body })).id;
});

const DAYS = ['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04', '2025-03-05'] as const;

const aTruck = async (person: SignedInCaller = tenant.operator): Promise<OfflineClient> =>
  (await yard.aTruck(tenant.slug, person)).client;

async function enter(truck: OfflineClient, productionDate: string, oilVolume: number): Promise<string> {
  const recorded = await truck.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: wellId,
    payload: { productionDate, oilVolume },
  });
  if (!recorded.ok) throw new Error(recorded.code);
  return recorded.event.id;
}

const signInAgain = (client: OfflineClient, person: SignedInCaller = tenant.operator) =>
  signInAgainAt(tenant.slug, { client }, person);

const atServer = async (): Promise<Record<string, number | null>> => {
  const manager = await tenant.manager.again();
  const { items } = await manager.ask(endpoints.production.list, { params: { wellId }, query: {} });
  return Object.fromEntries(items.map(({ productionDate, oilVolume }) => [productionDate, oilVolume]));
};

const onTruck = async (truck: OfflineClient): Promise<Record<string, number | null>> => {
  const rows = await truck.records.production(wellId).all();
  return Object.fromEntries(rows.map(({ productionDate, oilVolume }) => [productionDate, oilVolume]));
};

test('readings that the server had taken and lost come again, as they were, and the office goes on', async () => {
  const truck = await aTruck();
  await enter(truck, DAYS[0], 40);
  await truck.sync.syncNow();
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  const lost = [await enter(truck, DAYS[1], 41), await enter(truck, DAYS[2], 42)];
  await truck.sync.syncNow();
  expect(await truck.status.current()).toMatchObject({ pendingEvents: 0, recovered: null });
  await backup.restore();
  expect(await atServer()).toEqual({ [DAYS[0]]: 40 });

  await enter(truck, DAYS[3], 43);
  const manager = await tenant.manager.again();
  await manager.ask(endpoints.production.create, {
    params: { wellId },
    body: { productionDate: DAYS[4], oilVolume: 44 },
  });
  await signInAgain(truck);
  await truck.sync.syncNow();
  await truck.sync.syncNow();

  const all = { [DAYS[0]]: 40, [DAYS[1]]: 41, [DAYS[2]]: 42, [DAYS[3]]: 43, [DAYS[4]]: 44 };
  expect(await atServer()).toEqual(all);
  expect(await onTruck(truck)).toEqual(all);
  expect(await truck.status.current()).toMatchObject({
    pendingEvents: 0,
    failedEvents: 0,
    trouble: null,
    recovered: { events: 2 },
  });
  const { items } = await manager.ask(endpoints.audit.events, { query: { wellId } });
  expect(items.map(({ eventId }) => eventId)).toEqual(expect.arrayContaining(lost));
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});

test('a device, a session and a key that are younger than the backup need one sign-in, and nothing else', async () => {
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  const truck = await aTruck();
  await enter(truck, DAYS[0], 40);
  await truck.sync.syncNow();
  await backup.restore();
  await truck.sync.syncNow();
  expect(await truck.status.current()).toMatchObject({ needsSignIn: true });
  await signInAgain(truck);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  expect(await atServer()).toEqual({ [DAYS[0]]: 40 });
  expect(await truck.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0, stopped: null });
});

test('what the office lost and no device holds is gone from the devices too, and no version names two states', async () => {
  const truck = await aTruck();
  await enter(truck, DAYS[0], 40);
  await truck.sync.syncNow();
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  const inOffice = { params: { wellId }, body: { productionDate: DAYS[1], oilVolume: 99 } };
  await tenant.manager.ask(endpoints.production.create, inOffice);
  await truck.sync.syncNow();
  expect(await onTruck(truck)).toEqual({ [DAYS[0]]: 40, [DAYS[1]]: 99 });
  await backup.restore();
  await signInAgain(truck);
  await truck.sync.syncNow();
  expect(await onTruck(truck)).toEqual({ [DAYS[0]]: 40 });
  await enter(truck, DAYS[1], 7);
  await truck.sync.syncNow();
  const manager = await tenant.manager.again();
  const { items } = await manager.ask(endpoints.production.list, { params: { wellId }, query: {} });
  const made = items.find(({ productionDate }) => productionDate === DAYS[1]);
  const minutesSince2020 = (Date.now() - Date.parse('2020-01-01T00:00:00.000Z')) / 60_000;
  expect(made?.version).toBeGreaterThanOrEqual(Math.floor(minutesSince2020));
});

test('a change of what was lost waits until another device brings it, or a manager says that none will', async () => {
  const [truck, phone] = [await aTruck(), await aTruck(tenant.manager)];
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  await enter(truck, DAYS[0], 40);
  await enter(truck, DAYS[1], 41);
  await truck.sync.syncNow();
  await phone.sync.syncNow();
  await backup.restore();
  const change = (productionDate: string, oilVolume: number) =>
    phone.record({
      eventType: 'PRODUCTION_UPDATED',
      aggregateId: wellId,
      payload: { productionDate, oilVolume },
    });
  await change(DAYS[0], 50);
  await signInAgain(phone, tenant.manager);
  await phone.sync.syncNow();
  await phone.sync.syncNow();
  expect(await phone.status.current()).toMatchObject({ pendingEvents: 1, failedEvents: 0 });
  expect((await phone.pendingList().all())[0]?.problem).toMatchObject({ code: 'BASE_MISSING' });

  await signInAgain(truck);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  await phone.sync.syncNow();
  expect(await phone.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(await atServer()).toEqual({ [DAYS[0]]: 50, [DAYS[1]]: 41 });
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});

test('a deletion of a day that was made anew counts after the restore too, if its device syncs first', async () => {
  const [truck, phone] = [await aTruck(), await aTruck(tenant.manager)];
  const remove = async () => {
    await phone.sync.syncNow();
    const payload = { productionDate: DAYS[0] };
    await phone.record({ eventType: 'PRODUCTION_DELETED', aggregateId: wellId, payload });
    await phone.sync.syncNow();
    await truck.sync.syncNow();
  };
  await enter(truck, DAYS[0], 40);
  await truck.sync.syncNow();
  await remove();
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  await enter(truck, DAYS[0], 99);
  await truck.sync.syncNow();
  await remove();
  await backup.restore();
  await signInAgain(phone, tenant.manager);
  await phone.sync.syncNow();
  await phone.sync.syncNow();
  expect((await phone.pendingList().all())[0]?.problem).toMatchObject({ code: 'BASE_MISSING' });
  await signInAgain(truck);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  await phone.sync.syncNow();
  expect(await phone.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(await atServer()).toEqual({});
  await truck.sync.syncNow();
  expect([await onTruck(truck), await onTruck(phone)]).toEqual([{}, {}]);
});

test('who sent an entry that was taken, and is refused after the restore from a file, hears of that', async () => {
  const [truck, phone] = [await aTruck(), await aTruck()];
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  await enter(truck, DAYS[0], 40);
  const file = await wholeOf(truck.exportFile('on another phone'));
  await truck.sync.syncNow();
  await phone.importFile(() => inPieces(file), 'on another phone');
  await backup.restore();
  await (await tenant.admin.again()).ask(endpoints.wells.remove, { params: { wellId } });
  await signInAgain(phone);
  await phone.sync.syncNow();
  expect(await phone.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 1 });
  await signInAgain(truck);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  expect(await truck.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 1 });
  const [refused] = await truck.events.list({ status: 'FAILED' }).all();
  expect(refused?.outcome).toMatchObject({ code: 'WELL_NOT_FOUND' });
});

test('an update of a lost reading makes it, once a manager has said that no device brings it', async () => {
  const phone = await aTruck();
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  await tenant.manager.ask(endpoints.production.create, {
    params: { wellId },
    body: { productionDate: DAYS[0], oilVolume: 40 },
  });
  await phone.sync.syncNow();
  await backup.restore();
  await phone.record({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: wellId,
    payload: { productionDate: DAYS[0], oilVolume: 50 },
  });
  await signInAgain(phone);
  await phone.sync.syncNow();
  expect(await phone.status.current()).toMatchObject({ pendingEvents: 1 });
  await (await tenant.manager.again()).ask(endpoints.sync.closeLineage, {});
  await phone.sync.syncNow();
  expect(await phone.status.current()).toMatchObject({ pendingEvents: 0, failedEvents: 0 });
  expect(await atServer()).toEqual({ [DAYS[0]]: 50 });
});

test('a device that first syncs after it notices nothing, and each lineage begins once', async () => {
  const trucks = [await aTruck(), await aTruck()];
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  for (const [index, truck] of trucks.entries()) {
    await enter(truck, DAYS[index] ?? DAYS[4], 40 + index);
    await truck.sync.syncNow();
  }
  await backup.restore();
  for (const truck of trucks) {
    await signInAgain(truck);
    await truck.sync.syncNow();
    await truck.sync.syncNow();
  }
  const fresh = await aTruck();
  expect(await fresh.status.current()).toMatchObject({ recovered: null, trouble: null });
  expect(await onTruck(fresh)).toEqual({ [DAYS[0]]: 40, [DAYS[1]]: 41 });
  const lineages = await tenant.database.db.selectFrom('lineages').selectAll().execute();
  expect(lineages).toHaveLength(1);
});

test('a second restore is the same again', async () => {
  const truck = await aTruck();
  const first = await backUp(inject('postgresUrl'), tenant.slug);
  await enter(truck, DAYS[0], 40);
  await truck.sync.syncNow();
  await first.restore();
  await signInAgain(truck);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  const second = await backUp(inject('postgresUrl'), tenant.slug);
  await enter(truck, DAYS[1], 41);
  await truck.sync.syncNow();
  await second.restore();
  await signInAgain(truck);
  await truck.sync.syncNow();
  await truck.sync.syncNow();
  expect(await atServer()).toEqual({ [DAYS[0]]: 40, [DAYS[1]]: 41 });
  const lineages = await tenant.database.db.selectFrom('lineages').selectAll().execute();
  expect(lineages.map(({ id }) => id)).toEqual([1, 2]);
});

test('an entry on its way while the server is put back hides nothing from its device', async () => {
  const phone = await TestDevice.register(tenant.operator, () => api.clock.now());
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  const reading = (productionDate: string) =>
    phone.event({ aggregateId: wellId, payload: { productionDate, oilVolume: 40 } });
  const { headers } = await phone.send([reading(DAYS[0])]);
  const mark = headers.get('wellpulse-log') ?? '';
  const body = JSON.stringify({ deviceId: phone.id, sentAt: api.clock.now(), events: [reading(DAYS[1])] });
  const slow = await sendInHalves(body, { mark, between: () => backup.restore() });
  expect(slow).toEqual({ status: 200, mark: undefined });
  expect(Object.keys(await atServer())).toEqual([DAYS[1]]);
  const next = await phone.owner.fetch('/sync/changes', { headers: { 'WellPulse-Log': mark } });
  expect([next.status, await next.json()]).toMatchObject([410, { code: 'LOG_REPLACED' }]);

  /** A batch over a thin link. */
  async function sendInHalves(
    text: string,
    { mark, between }: { readonly mark: string; readonly between: () => Promise<void> },
  ): Promise<{ status: number | undefined; mark: unknown }> {
    const sending = request(`${api.baseUrl}/sync/batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${phone.owner.session.accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        'wellpulse-log': mark,
      },
    });
    const looked = vi.spyOn(api.app.get(LineageService), 'refuseReplacedLog');
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    sending.write(text.slice(0, 100));
    await until('the server has looked at the mark', () => looked.mock.settledResults[0] ?? null);
    looked.mockRestore();
    await between();
    sending.end(text.slice(100));
    const [response] = await answered;
    response.resume();
    return { status: response.statusCode, mark: response.headers['wellpulse-log'] };
  }
});

test('marks: of before the first row, of this log, of another one, and none', async () => {
  const phone = await TestDevice.register(tenant.operator, () => api.clock.now());
  const ask = (mark?: string) =>
    phone.owner.fetch('/sync/changes', { headers: mark === undefined ? {} : { 'WellPulse-Log': mark } });
  const known = (await ask()).headers.get('wellpulse-log') ?? '';
  expect(known).toMatch(/^\d+\.[0-9a-f]{64}$/);
  const [sequence = ''] = known.split('.');
  const of = async (mark?: string) => (await ask(mark)).status;
  expect(await of(known)).toBe(200);
  expect(await of(`0.${'0'.repeat(64)}`)).toBe(200);
  expect(await of('nonsense')).toBe(400);
  const replaced = await ask(`${sequence}.${'a'.repeat(64)}`);
  expect([replaced.status, await replaced.json()]).toMatchObject([410, { code: 'LOG_REPLACED' }]);
  expect(await of(`${Number(sequence) + 1000}.${'a'.repeat(64)}`)).toBe(410);
  const batch = await phone.owner.fetch('/sync/batch', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      'WellPulse-Log': `${sequence}.${'b'.repeat(64)}`,
    },
    body: JSON.stringify({ deviceId: phone.id, sentAt: api.clock.now(), events: [] }),
  });
  expect(batch.status).toBe(410);
});

test('an invented mark begins no lineage, and a true one of a row that is gone begins one, however often it is shown', async () => {
  const phone = await TestDevice.register(tenant.operator, () => api.clock.now());
  const ask = (mark?: string) =>
    phone.owner.fetch('/sync/changes', { headers: mark === undefined ? {} : { 'WellPulse-Log': mark } });
  const lineages = async () =>
    (await tenant.database.db.selectFrom('lineages').selectAll().execute()).map(({ id }) => id);
  const backup = await backUp(inject('postgresUrl'), tenant.slug);
  await tenant.manager.ask(endpoints.wells.create, { body: aWell() });
  const [sequence = '', digits = ''] = ((await ask()).headers.get('wellpulse-log') ?? '').split('.');
  await backup.restore();
  const inventions = [
    `${sequence}.${'a'.repeat(64)}`,
    // A true one that was touched: of a later lineage, and of another row.
    `${sequence}.${digits.slice(0, 32)}00000009${digits.slice(40)}`,
    `${Number(sequence) + 1}.${digits}`,
  ];
  for (const mark of [...inventions, ...inventions]) {
    // A first contact, as it were: what the device has met by now is no proof.
    await ask();
    expect((await ask(mark)).status).toBe(410);
  }
  expect(await lineages()).toEqual([]);
  for (let times = 0; times < 3; times += 1) {
    expect((await ask(`${sequence}.${digits}`)).status).toBe(410);
    await ask();
  }
  expect(await lineages()).toEqual([1]);
});

test('a cursor that this server cannot read begins the pull anew', async () => {
  const phone = await TestDevice.register(tenant.operator, () => api.clock.now());
  expect(
    await phone.owner.refusal(endpoints.sync.changes, { query: { cursor: 'of-a-later-server' } }),
  ).toMatchObject({ status: 410, code: 'CURSOR_UNREADABLE' });
});
