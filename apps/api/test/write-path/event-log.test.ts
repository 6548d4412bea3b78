/** The log is the whole truth: complete, in order, tamper-evident, and enough to make every table from. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { anItem, aLog, aWell } from '@wellpulse/testing';
import { sql } from 'kysely';
import { times } from '@wellpulse/testing/depth';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startBareApi } from '../support/harness.ts';
import { randomSteps } from '../support/random-workload.ts';
import type { TestTenant } from '../support/tenants.ts';

const { wells, production, alerts, audit, users, equipment, maintenance, tenant: settings } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());

let tenant: TestTenant;
beforeEach(async () => {
  tenant = await api.addTenant();
});

async function readings(count: number): Promise<string> {
  const { id: wellId } = await tenant.manager.ask(wells.create, { body: aWell() });
  const entries = Array.from({ length: count }, (_, index) => ({
    productionDate: addDays('2025-01-01', index),
    oilVolume: index % 3 === 0 ? 10 : 40.25,
  }));
  await tenant.operator.ask(production.createBulk, { params: { wellId }, body: { entries } });
  return wellId;
}

test('a new tenant has a sound log', async () => {
  const { events, faults } = await verifyLog(tenant.database.db);
  expect(faults).toEqual([]);
  expect(events).toBe(5);
});

test('every kind of change, replayed from the log, gives the tables', async () => {
  const { admin, manager, operator } = tenant;
  const wellId = await readings(7);
  await manager.ask(wells.update, {
    params: { wellId },
    body: {
      version: 1,
      name: 'Mærsk “A”',
      latitude: 31.84571234567,
      longitude: -102.3676,
      operatorIds: [operator.session.user.id],
      spudDate: '2001-02-03',
    },
  });
  const { items: open } = await operator.ask(alerts.list, { query: { status: 'OPEN', wellId } });
  await operator.ask(alerts.acknowledge, {
    params: { alertId: open[0]?.id ?? '' },
    body: { comment: 'Seen' },
  });
  const records = await operator.ask(production.list, { params: { wellId }, query: { order: 'asc' } });
  const [first, second, third] = records.items.map(({ id }) => id);
  await manager.ask(production.update, {
    params: { wellId, id: first ?? '' },
    body: { version: 1, oilVolume: null, gasVolume: 0.1, notes: 'Line one\nline two \u{1F6E2}' },
  });
  await manager.ask(production.remove, { params: { wellId, id: second ?? '' } });
  await operator.ask(production.create, {
    params: { wellId },
    body: {
      productionDate: '2025-01-02',
      waterVolume: 99_999_999.99,
      location: {
        latitude: 31.8457123456789,
        longitude: -102.3676,
        accuracyFeet: 12.3456789,
        capturedAt: '2025-01-02T08:00:00.123-06:00',
        distanceFeet: null,
      },
    },
  });
  await manager.ask(production.remove, { params: { wellId, id: third ?? '' } });
  await admin.ask(settings.updateSettings, { body: { version: 1, varianceThresholdPercent: 12.5 } });
  const serviceIntervals = { TANK: { ROUTINE: 12 } };
  await admin.ask(settings.updateSettings, { body: { version: 2, serviceIntervals } });
  const { id: equipmentId } = await operator.ask(equipment.create, {
    params: { wellId },
    body: anItem({ installationDate: '2020-02-29', model: 'C-228D “Ünïcode”' }),
  });
  const itemParams = { equipmentId };
  await operator.ask(maintenance.log, {
    params: itemParams,
    body: aLog({ cost: 0.1, equipmentStatus: 'FAILED', technician: 'Åse\nØ' }),
  });
  await operator.ask(equipment.update, { params: itemParams, body: { version: 2, serviceIntervalDays: 7 } });
  await operator.ask(maintenance.log, { params: itemParams, body: aLog() });
  await manager.ask(equipment.remove, { params: itemParams });
  const heir = await tenant.join('ADMIN');
  const heirParams = { userId: heir.session.user.id };
  await admin.ask(users.update, {
    params: heirParams,
    body: { version: 1, status: 'SUSPENDED', password: 'blowout-preventer-12' },
  });
  await admin.ask(users.remove, { params: heirParams });
  const doomed = await readings(2);
  await admin.ask(wells.remove, { params: { wellId: doomed } });

  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});

test('whatever people do at the same time, the log replayed gives the tables', async () => {
  const wellIds: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    wellIds.push((await tenant.manager.ask(wells.create, { body: aWell() })).id);
  }
  const before = (await verifyLog(tenant.database.db)).events;
  const queue = randomSteps(20_251_020, times(200, 350));
  const work = async (): Promise<void> => {
    for (let step = queue.pop(); step !== undefined; step = queue.pop()) await step(tenant, wellIds);
  };
  await Promise.all([work(), work(), work(), work()]);
  const { events, faults } = await verifyLog(tenant.database.db);
  expect(faults).toEqual([]);
  expect(events).toBeGreaterThan(before + 30);
  const { items } = await tenant.manager.ask(audit.events, { query: { limit: '1000' } });
  expect(items.map(({ eventType }) => eventType)).toEqual(
    expect.arrayContaining([
      'PRODUCTION_UPDATED',
      'PRODUCTION_DELETED',
      'EQUIPMENT_UPDATED',
      'EQUIPMENT_DELETED',
      'EQUIPMENT_MAINTENANCE_LOGGED',
      'PHOTO_ANNOUNCED',
      'PHOTO_STORED',
    ]),
  );
});

test('fifty writers at once leave a log without holes, in rising time', async () => {
  const wellId = await readings(1);
  const { operator, manager } = tenant;
  const before = (await verifyLog(tenant.database.db)).events;
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      operator.call(production.create, {
        params: { wellId },
        // Every other one competes for a day with its neighbour.
        body: { productionDate: addDays('2025-02-01', index - (index % 2)), oilVolume: index },
      }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(25);
  const { events, faults } = await verifyLog(tenant.database.db);
  expect([events, faults]).toEqual([before + 25, []]);
  const { items } = await manager.ask(audit.events, { query: { order: 'asc', limit: '1000' } });
  expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, index) => index + 1));
  const received = items.map(({ receivedAt }) => receivedAt);
  expect(received).toEqual(received.toSorted());
});

describe('the log can not be rewritten', () => {
  test('the database refuses to change it, the owner of the database too', async () => {
    const { db } = tenant.database;
    const owner = api.ownerOf(tenant.entry).db;
    for (const statement of [
      'update event_log set user_id = null',
      'delete from event_log where sequence = 1',
      'truncate event_log',
    ]) {
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(
        'permission denied for table event_log',
      );
      await expect(sql.raw(statement).execute(owner), statement).rejects.toThrow(
        'the event log is append-only',
      );
    }
  });

  test("the API's user may not take the guard away", async () => {
    const { db } = tenant.database;
    for (const statement of [
      'alter table event_log disable trigger event_log_append_only',
      'drop trigger event_log_append_only on event_log',
      "set session_replication_role = 'replica'",
      'create table mine (id int)',
      'delete from schema_migrations',
    ]) {
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(
        /permission denied|must be owner/,
      );
    }
  });

  /** What somebody could do who has the database itself. */
  async function forge(...statements: string[]): Promise<readonly string[]> {
    await readings(5);
    for (const statement of [
      'alter table event_log disable trigger event_log_append_only',
      ...statements,
      'alter table event_log enable trigger event_log_append_only',
    ]) {
      await sql.raw(statement).execute(api.ownerOf(tenant.entry).db);
    }
    return (await verifyLog(tenant.database.db)).faults;
  }
  const CREATED = `event_type = 'PRODUCTION_CREATED'`;
  const FIRST = `sequence = (select min(sequence) from event_log where ${CREATED})`;

  test('a changed value shows, though the table was changed to match', async () => {
    const faults = await forge(
      `update event_log set payload = jsonb_set(payload, '{oilVolume}', '11') where ${FIRST}`,
      `update production_data set oil_volume = 11 where production_date = '2025-01-01'`,
    );
    expect(faults).toContain('Event 7 was changed after it was written');
  });

  test('each changed column shows', async () => {
    const changes = [
      'user_id = gen_random_uuid()',
      'record_id = gen_random_uuid()',
      'aggregate_id = gen_random_uuid()',
      'device_id = gen_random_uuid()',
      'carrier_id = gen_random_uuid()',
      'clock_offset_ms = 3600000',
      "logged_at = logged_at + interval '1 second'",
      'set_right_at = received_at',
      'chain_format = 1',
    ];
    // Each in an event of its own, whose neighbours vouch for themselves alone: events 7, 9, 11 and so on.
    await readings(2 * changes.length);
    const changed = changes.map((change, index) => [change, 7 + 2 * index] as const);
    const faults = await forge(
      ...changed.map(([change, event]) => `update event_log set ${change} where sequence = ${String(event)}`),
    );
    const found = changed.filter(([, event]) =>
      faults.includes(`Event ${String(event)} was changed after it was written`),
    );
    expect(found).toEqual(changed);
    expect(faults.filter((fault) => fault.includes('was changed'))).toHaveLength(changes.length);
  });

  test('a row of a format that a later program made is told as such', async () => {
    const faults = await forge(`update event_log set chain_format = 99 where ${FIRST}`);
    expect(faults).toContain('Event 7 is of a chain format that this program does not know');
  });

  test('a changed time shows', async () => {
    const faults = await forge(
      `update event_log set received_at = received_at - interval '1 second' where ${FIRST}`,
    );
    expect(faults).toEqual(expect.arrayContaining(['Event 7 was changed after it was written']));
  });

  test('a removed event shows', async () => {
    expect(await forge(`delete from event_log where ${FIRST}`)).toEqual(
      expect.arrayContaining(['Events 7 to 7 are missing', 'Event 8 was changed after it was written']),
    );
  });

  test('an event cut off the end shows by what is in the tables', async () => {
    const faults = await forge(
      'delete from event_log where sequence = (select max(sequence) from event_log)',
    );
    expect(faults.join('\n')).toMatch(/production_data: .* is not what the log says/);
  });

  test('an event slipped in shows, and so do two that changed places', async () => {
    const slippedIn = `
      insert into event_log (sequence, event_id, event_type, aggregate_id, record_id, payload, source,
        occurred_at, received_at, logged_at, chain_format, hash)
      select (select max(sequence) + 1 from event_log), gen_random_uuid(), event_type, aggregate_id, record_id, payload, source,
        occurred_at, received_at, logged_at, chain_format, hash
      from event_log where event_type = 'WELL_CREATED'`;
    expect(await forge(slippedIn)).toContain('Event 12 was changed after it was written');
    tenant = await api.addTenant();
    const swapped = await forge(
      'update event_log set sequence = -sequence where sequence in (8, 9)',
      'update event_log set sequence = case sequence when -8 then 9 else 8 end where sequence < 0',
    );
    expect(swapped).toEqual(expect.arrayContaining(['Event 8 was changed after it was written']));
  });

  test('each row changed behind the log shows', async () => {
    const { manager, operator } = tenant;
    const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
    const { id: equipmentId } = await operator.ask(equipment.create, { params: { wellId }, body: anItem() });
    for (const cost of [5, 6]) {
      await operator.ask(maintenance.log, { params: { equipmentId }, body: aLog({ cost }) });
    }
    // Each in a table or a row of its own.
    const faults = await forge(
      `update production_data set oil_volume = 12 where production_date = '2025-01-01'`,
      `update production_data set notes = 'x', version = version + 1 where production_date = '2025-01-02'`,
      `delete from production_data where production_date = '2025-01-05'`,
      `update variance_alerts set status = 'CLEARED'
        where id = (select id from variance_alerts order by id limit 1)`,
      `update users set role = 'ADMIN' where role = 'VIEWER'`,
      `update wells set name = 'x' where id = '${wellId}'`,
      `update equipment set status = 'FAILED'`,
      `update equipment_maintenance set cost = 0 where cost = 5`,
      `delete from equipment_maintenance where cost = 6`,
      `update tenant_settings set variance_threshold_percent = 99`,
    );
    expect(faults.map((fault) => fault.replace(/: .* is/, ': … is')).toSorted()).toEqual([
      'equipment: … is not what the log says',
      'equipment_maintenance: … is missing',
      'equipment_maintenance: … is not what the log says',
      'production_data: … is missing',
      'production_data: … is not what the log says',
      'production_data: … is not what the log says',
      'tenant_settings: is not what the log says',
      'users: … is not what the log says',
      'variance_alerts: … is not what the log says',
      'wells: … is not what the log says',
    ]);
  });
});

test('events are found by record, well, user, type, source and time, and walked by cursor', async () => {
  const { manager, operator } = tenant;
  const wellId = await readings(3);
  const list = (query: Parameters<typeof manager.ask<typeof audit.events>>[1]['query']) =>
    manager.ask(audit.events, { query });
  const { items } = await list({ wellId });
  expect(items.map(({ eventType }) => eventType)).toEqual([
    ...Array<string>(3).fill('PRODUCTION_CREATED'),
    'WELL_CREATED',
  ]);
  const [newest] = items;
  expect((await list({ recordId: newest?.recordId ?? '' })).items).toEqual([newest]);
  expect(newest).toMatchObject({
    entity: 'PRODUCTION',
    source: 'WEB',
    userId: operator.session.user.id,
    userName: operator.session.user.name,
    wellName: 'Caliche Ridge #1',
    payload: { productionDate: '2025-01-03', oilVolume: 40.25 },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await list({ userId: operator.session.user.id })).items).toHaveLength(3);
  expect((await list({ eventType: 'WELL_CREATED' })).items).toHaveLength(1);
  expect((await list({ eventType: 'NO_SUCH_TYPE' })).items).toEqual([]);
  expect((await list({ source: 'SYSTEM' })).items).toHaveLength(5);
  const at = newest?.receivedAt ?? '';
  expect((await list({ from: at, to: at })).items).toHaveLength(3);
  expect((await list({ deviceId: crypto.randomUUID() })).items).toEqual([]);
  const page = await list({ limit: '2', order: 'asc' });
  expect((await list({ limit: '2', order: 'asc', cursor: page.nextCursor ?? '' })).items[0]?.sequence).toBe(
    3,
  );
});

test('a time of the log may be any instant, and is refused if it is none', async () => {
  const { manager } = tenant;
  for (const from of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59+23:59', '2025-01-01T00:00:00-23:59']) {
    await manager.ask(audit.events, { query: { from, limit: '1' } });
  }
  const refused = [
    '2025-02-30T00:00:00Z',
    'yesterday',
    '2025-01-01',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-01:00',
  ];
  for (const from of refused) {
    const problem = await manager.refusal(audit.events, { query: { from } });
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'from' }] });
  }
});
