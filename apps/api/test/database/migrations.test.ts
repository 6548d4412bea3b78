import { DEFAULT_SERVICE_INTERVALS, endpoints } from '@wellpulse/contracts';
import { anEntry, aWell, TestDevice, uniqueSlug } from '@wellpulse/testing';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Catalog, type TenantEntry } from '../../src/catalog/catalog.ts';
import { Tokens } from '../../src/auth/tokens.ts';
import { migrate, pendingMigrations, type Migration } from '../../src/database/migrator.ts';
import { ensureDatabase } from '../../src/database/open-pool.ts';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { TenantDatabases, type TenantDb } from '../../src/tenant-databases/tenant-databases.ts';
import { TENANT_MIGRATIONS } from '../../src/tenant-databases/tenant.migrations.ts';
import { readSettings } from '../../src/tenant/settings.queries.ts';
import { GENESIS_HASH, hashRow } from '../../src/write-path/hash-chain.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { startBareApi } from '../support/harness.ts';
import { until } from '../support/until.ts';

describe('a stream of migrations', () => {
  const FIRST: Migration = {
    name: '0001-first',
    sql: 'create table first (id int); insert into first values (1)',
  };
  const SECOND: Migration = { name: '0002-second', sql: 'create table second (id int)' };
  const THIRD: Migration = { name: '0003-third', sql: 'create table third (id int)' };
  const BROKEN: Migration = { name: SECOND.name, sql: 'create table second (id int); select 1/0' };

  let database: TestDatabase;
  let pool: pg.Pool;
  beforeEach(async () => {
    database = await makeDatabase();
    ({ pool } = database);
  });
  afterEach(() => database.remove());

  const tables = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    return rows.map(({ name }) => name).filter((name) => name !== 'schema_migrations');
  };

  test('runs what is missing, once, and says what it ran', async () => {
    expect(await pendingMigrations(pool, [FIRST, SECOND])).toEqual([FIRST.name, SECOND.name]);
    expect(await migrate(pool, [FIRST])).toEqual([FIRST.name]);
    expect(await pendingMigrations(pool, [FIRST, SECOND])).toEqual([SECOND.name]);
    expect(await migrate(pool, [FIRST, SECOND])).toEqual([SECOND.name]);
    expect(await migrate(pool, [FIRST, SECOND])).toEqual([]);
    expect(await tables()).toEqual(['first', 'second']);
  });

  test('stops at one that fails, leaves nothing of it, and goes on there once it is repaired', async () => {
    await expect(migrate(pool, [FIRST, BROKEN, THIRD])).rejects.toThrow('Migration 0002-second failed');
    expect(await tables()).toEqual(['first']);
    expect(await migrate(pool, [FIRST, SECOND, THIRD])).toEqual([SECOND.name, THIRD.name]);
  });

  test('killed in the middle, leaves nothing half done and goes on', async () => {
    const slow: Migration = { name: SECOND.name, sql: 'create table second (id int); select pg_sleep(60)' };
    const killed = expect(migrate(pool, [FIRST, slow])).rejects.toThrow();
    const pid = await until('the migration sleeps', async () => {
      const { rows } = await pool.query<{ pid: number }>(
        `select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`,
      );
      return rows[0]?.pid ?? null;
    });
    await pool.query('select pg_terminate_backend($1)', [pid]);
    await killed;
    expect(await tables()).toEqual(['first']);
    expect(await migrate(pool, [FIRST, SECOND])).toEqual([SECOND.name]);
  });

  test('run by several processes at once, runs each migration once', async () => {
    const ran = await Promise.all([1, 2, 3].map(() => migrate(pool, [FIRST, SECOND, THIRD])));
    expect(ran.flat().sort()).toEqual([FIRST.name, SECOND.name, THIRD.name]);
    expect((await pool.query('select * from first')).rowCount).toBe(1);
  });
});

describe('the tenants', async () => {
  const { auth, wells, production } = endpoints;
  const api = await startBareApi();
  afterAll(() => api.stop());
  const catalog = api.app.get(Catalog);
  const databases = api.app.get(TenantDatabases);
  const healthy = await api.addTenant();

  /** A tenant as the catalog knows it, whose database has nothing yet. */
  async function addBare(): Promise<TenantEntry> {
    const slug = uniqueSlug('bare');
    const database = `wellpulse_${slug.replaceAll('-', '_')}`;
    const entry: TenantEntry = { ...healthy.entry, id: crypto.randomUUID(), slug, database };
    await catalog.add(entry);
    await ensureDatabase(api.ownerOf(entry).url);
    return entry;
  }

  test("one tenant's failure is reported and does not stop the others", async () => {
    const [before, broken, after] = [await addBare(), await addBare(), await addBare()];
    await api.ownerOf(broken).pool.query('create table wells (id int)');
    const reports = await databases.migrateAll();
    const of = (slug: string) => reports.find((report) => report.slug === slug);
    expect(of(healthy.slug)).toEqual({ slug: healthy.slug, ran: [], error: null });
    for (const { slug } of [before, after]) {
      expect(of(slug)).toEqual({ slug, ran: TENANT_MIGRATIONS.map(({ name }) => name), error: null });
    }
    expect(of(broken.slug)?.error?.message).toBe('Migration 0003-wells failed');

    await api.ownerOf(broken).pool.query('drop table wells');
    const again = await databases.migrateAll();
    expect(again.find(({ slug }) => slug === broken.slug)).toMatchObject({
      ran: TENANT_MIGRATIONS.slice(2).map(({ name }) => name),
      error: null,
    });
  });

  test('a tenant whose schema lags is told to wait, and the others are not', async () => {
    const lagging = await addBare();
    await migrate(api.ownerOf(lagging).pool, TENANT_MIGRATIONS.slice(0, -1));
    const outdated = { status: 503, code: 'TENANT_SCHEMA_OUTDATED' };

    const body = { tenant: lagging.slug, email: 'anybody@test.example', password: 'x' };
    expect(await api.anonymous.refusal(auth.login, { body })).toMatchObject(outdated);
    const refreshToken = api.app.get(Tokens).newRefresh(lagging.id);
    expect(await api.anonymous.refusal(auth.refresh, { body: { refreshToken } })).toMatchObject(outdated);
    const claims = { userId: crypto.randomUUID(), sessionId: crypto.randomUUID(), tenantId: lagging.id };
    const accessToken = await api.app.get(Tokens).issueAccess(claims);
    const response = await api.anonymous.fetch(wells.list.path, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect([response.status, await response.json()]).toMatchObject([503, outdated]);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    await healthy.viewer.ask(wells.list, { query: {} });

    await databases.prepare(lagging);
    expect((await api.anonymous.refusal(auth.login, { body })).code).toBe('INVALID_CREDENTIALS');
  });

  test('a tenant from before equipment was tracked gets the intervals, and its log is sound', async () => {
    const { manager, database } = await api.addTenant();
    const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
    await manager.ask(production.create, { params: { wellId }, body: anEntry() });
    const { db, pool } = api.ownerOf(await addBare());
    const before = TENANT_MIGRATIONS.findIndex(({ name }) => name === '0005-equipment');
    await migrate(pool, TENANT_MIGRATIONS.slice(0, before));
    await copyAsBefore(database.db, db);

    await migrate(pool, TENANT_MIGRATIONS);
    expect((await readSettings(db)).serviceIntervals).toEqual(DEFAULT_SERVICE_INTERVALS);
    expect(await verifyLog(db)).toEqual({ events: 7, faults: [] });
  });

  test('what is remembered of former writes says which values they changed and cleared', async () => {
    const { manager, operator, entry: tenant } = await api.addTenant();
    const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
    const day = { productionDate: '2025-03-10' };
    const entry = { ...anEntry(day), oilVolume: 40, gasVolume: 100 };
    await manager.ask(production.create, { params: { wellId }, body: entry });
    const phone = await TestDevice.register(operator, () => new Date().toISOString());
    const update = (payload: object) =>
      phone.event({
        eventType: 'PRODUCTION_UPDATED',
        aggregateId: wellId,
        baseVersion: 1,
        payload: { ...day, ...payload },
      });
    await phone.sync([update({ oilVolume: 41 }), update({ gasVolume: null })]);
    const { db, pool } = api.ownerOf(tenant);
    await pool.query(`
      update field_histories set writes = (
        select jsonb_agg(write - 'baseVersion' - 'values' - 'entry'
          || jsonb_build_object('changed', jsonb_array_length(write -> 'changed') > 0))
        from jsonb_array_elements(writes) write);
      alter table production_data add constraint production_data_check check (true);
      delete from schema_migrations where name in ('0007-merged-records', '0014-taken-back', '0019-bounded-pulls');
      drop table feed_scopes;
      drop index event_log_device`);
    expect((await verifyLog(db)).faults).toHaveLength(1);

    await migrate(pool, TENANT_MIGRATIONS);
    expect((await verifyLog(db)).faults).toEqual([]);
  });

  test('what was entered, waits, or was deleted by its author before can be taken back, and the log says the same', async () => {
    const { admin, manager, operator, entry: tenant } = await api.addTenant();
    const settings = await admin.ask(endpoints.tenant.getSettings, {});
    const policy = { version: settings.version, conflictPolicy: 'PROMPT' } as const;
    await admin.ask(endpoints.tenant.updateSettings, { body: policy });
    const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
    const [waiting, gone] = ['2025-03-10', '2025-03-11'];
    const params = { wellId };
    await manager.ask(production.create, { params, body: anEntry({ productionDate: waiting }) });
    const phone = await TestDevice.register(operator, () => new Date().toISOString());
    const enter = (productionDate: string) =>
      phone.event({ aggregateId: wellId, payload: { productionDate, oilVolume: 5 } });
    await phone.sync([
      enter(waiting),
      enter(gone),
      phone.event({
        eventType: 'PRODUCTION_DELETED',
        aggregateId: wellId,
        payload: { productionDate: gone },
      }),
    ]);
    const { db, pool } = api.ownerOf(tenant);
    await forgetNumbers(db, pool);
    await pool.query(`
      update field_histories set writes = (
        select jsonb_agg((write - 'values' - 'entry' - 'takenBackBy' - 'isTakingBack' - 'deviceSequence') || '{"cleared": []}'
          || case when write ? 'isTakingBack' then '{"changed": ["deleted"], "clocks": {"deleted": 1}}'::jsonb else '{}' end
          order by place)
        from jsonb_array_elements(writes) with ordinality w (write, place) where not write ? 'isHeld');
      delete from schema_migrations where name = '0014-taken-back'`);
    expect((await verifyLog(db)).faults).toHaveLength(2);

    await migrate(pool, TENANT_MIGRATIONS);
    expect((await verifyLog(db)).faults).toEqual([]);
  });

  test('what an undo brought back before counts as changed by it, and the log says the same', async () => {
    const { manager, operator, entry: tenant } = await api.addTenant();
    const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
    const day = { productionDate: '2025-03-10' };
    const now = (): string => new Date().toISOString();
    const [phone, laptop] = [
      await TestDevice.register(operator, now),
      await TestDevice.register(manager, now),
    ];
    const about = { aggregateId: wellId };
    const correction = { ...day, oilVolume: 41, gasVolume: null };
    await phone.sync([
      phone.event({ ...about, payload: { ...day, oilVolume: 40, waterVolume: 3 } }),
      phone.event({ ...about, eventType: 'PRODUCTION_UPDATED', baseVersion: 1, payload: correction }),
    ]);
    const deletion = { ...about, eventType: 'PRODUCTION_DELETED', baseVersion: 1, payload: day } as const;
    const { conflicts } = await laptop.sync([laptop.event(deletion)]);
    const params = { conflictId: conflicts[0]?.conflictId ?? '' };
    await manager.ask(endpoints.conflicts.undo, { params });
    const { db, pool } = api.ownerOf(tenant);
    await pool.query(`
      update field_histories set writes = (
        select jsonb_agg(case when write -> 'changed' ? 'deleted' and jsonb_array_length(write -> 'changed') > 1
          then write || jsonb_build_object('changed', '["deleted"]'::jsonb, 'values', '{"deleted": false}'::jsonb,
            'clocks', jsonb_build_object('deleted', write -> 'clocks' -> 'deleted')) else write end order by place)
        from jsonb_array_elements(writes) with ordinality w (write, place));
      delete from schema_migrations where name = '0020-brought-back'`);
    expect((await verifyLog(db)).faults).toHaveLength(1);

    await migrate(pool, TENANT_MIGRATIONS);
    expect((await verifyLog(db)).faults).toEqual([]);
  });

  test('wells that are plugged already were so on the day on which the office said it', async () => {
    const { manager, entry: tenant } = await api.addTenant();
    const well = await manager.ask(wells.create, { body: aWell() });
    await manager.ask(wells.create, { body: aWell({ status: 'PLUGGED' }) });
    const params = { wellId: well.id };
    const plugged = await manager.ask(wells.update, { params, body: { version: 1, status: 'PLUGGED' } });
    const { db, pool } = api.ownerOf(tenant);
    await pool.query(`
      alter table wells drop column plugged_on;
      delete from schema_migrations where name = '0008-plugged-on'`);

    await migrate(pool, TENANT_MIGRATIONS);
    const read = await manager.ask(wells.get, { params });
    expect(read.pluggedOn).toBe(plugged.pluggedOn);
    expect((await verifyLog(db)).faults).toEqual([]);
  });
});

/** Rewrites a log as it was before it kept the numbers of devices. */
async function forgetNumbers(db: TenantDb, pool: pg.Pool): Promise<void> {
  await pool.query('alter table event_log disable trigger event_log_append_only');
  let hash = GENESIS_HASH;
  for (const row of await db.selectFrom('event_log').selectAll().orderBy('sequence').execute()) {
    const { hash: _, ...content } = { ...row, device_sequence: null };
    hash = hashRow(hash, content);
    const given = [row.sequence, hash];
    await pool.query('update event_log set device_sequence = null, hash = $2 where sequence = $1', given);
  }
  await pool.query('alter table event_log enable trigger event_log_append_only');
}

/** What a tenant has, in the tables of 0004, with a first event that knows no service intervals. */
async function copyAsBefore(from: TenantDb, to: TenantDb): Promise<void> {
  let hash = GENESIS_HASH;
  const rows = (await from.selectFrom('event_log').selectAll().orderBy('sequence').execute()).map((row) => {
    const { serviceIntervals, ...payload } = row.payload as Record<string, unknown>;
    const isFirst = serviceIntervals !== undefined;
    const added = { logged_at: null, clock_offset_ms: null, set_right_at: null, device_sequence: null };
    const asBefore = { ...added, chain_format: 1 };
    const old = { ...row, ...asBefore, payload: isFirst ? payload : row.payload };
    const { hash: _, ...content } = old;
    hash = hashRow(hash, content);
    return { ...old, hash: `\\x${hash.toString('hex')}` };
  });
  await sql`insert into event_log
    select * from json_populate_recordset(null::event_log, ${JSON.stringify(rows)}::json)`.execute(to);
  for (const name of ['tenant_settings', 'users', 'wells', 'production_data']) {
    const table = sql.table(name);
    const { rows } = await sql<{ all: string }>`select json_agg(t)::text as all from ${table} t`.execute(
      from,
    );
    await sql`insert into ${table}
      select * from json_populate_recordset(null::${table}, ${rows[0]?.all ?? '[]'}::json)`.execute(to);
  }
}
