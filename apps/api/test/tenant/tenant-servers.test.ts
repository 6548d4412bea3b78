/** Tenants on different PostgreSQL servers, behind one API. */
import { endpoints } from '@wellpulse/contracts';
import { aWell, startTestPostgres, uniqueSlug } from '@wellpulse/testing';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import { readSettings } from '../../src/config/settings.ts';
import { TenantAdministration } from '../../src/tenant/tenant-administration.ts';
import { TenantDatabases } from '../../src/tenant-databases/tenant-databases.ts';
import { startBareApi } from '../support/harness.ts';

const { wells, auth } = endpoints;
// Durable, since it is killed.
const east = await startTestPostgres({ durable: true });
const api = await startBareApi({ settings: { WELLPULSE_PG_SERVERS: `east=${east.url}` } });
afterAll(async () => {
  await api.stop();
  await east.remove();
});

const here = await api.addTenant();
const there = await api.addTenant({ server: 'east' });

async function databasesOn(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
  await client.end();
  return rows.map(({ datname }) => datname);
}

test("a tenant's database is on the server that it was put on, and nowhere else", async () => {
  expect(await databasesOn(east.url)).toContain(there.entry.database);
  expect(await databasesOn(inject('postgresUrl'))).not.toContain(there.entry.database);
  expect(await databasesOn(inject('postgresUrl'))).toContain(here.entry.database);
});

test('people of both work side by side, each in their own', async () => {
  for (const tenant of [here, there]) {
    const well = await tenant.manager.ask(wells.create, { body: aWell({ name: tenant.slug }) });
    const { items } = await tenant.viewer.ask(wells.list, { query: {} });
    expect(items.map(({ id, name }) => [id, name])).toEqual([[well.id, tenant.slug]]);
    expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
  }
});

test('when one server is away, only its tenants are told so, and they come back with it', async () => {
  await east.kill();
  expect(await there.viewer.refusal(auth.me, {})).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  await here.viewer.ask(auth.me, {});
  await east.restart();
  await there.viewer.ask(auth.me, {});
});

test('a server that nobody named is refused before anything is made', async () => {
  const slug = uniqueSlug('lost');
  const create = api.app.get(TenantAdministration).create({ slug, name: 'Lost', server: 'west' });
  await expect(create).rejects.toThrow('The server "west" is not among WELLPULSE_PG_SERVERS');
  expect(await databasesOn(inject('postgresUrl'))).not.toContain(`wellpulse_${slug.replaceAll('-', '_')}`);
});

test('making a tenant that was left half made goes on', async () => {
  const slug = uniqueSlug('half');
  const administration = api.app.get(TenantAdministration);
  const made = await administration.create({ slug, name: 'Half' });
  await deleteFromCatalog(slug);
  const again = await administration.create({ slug, name: 'Half' });
  expect(again.database).toBe(made.database);
  const { database } = await administration.require(slug);
  expect(await verifyLog(database.db)).toEqual({ events: 1, faults: [] });
});

test('a short name is given once', async () => {
  const again = api.app.get(TenantAdministration).create({ slug: here.slug, name: 'Twin' });
  await expect(again).rejects.toThrow(`There is already a tenant "${here.slug}"`);
});

async function deleteFromCatalog(slug: string): Promise<void> {
  const client = new pg.Client({ connectionString: api.environment['WELLPULSE_OWNER_DATABASE_URL'] });
  await client.connect();
  await client.query('delete from tenants where slug = $1', [slug]);
  await client.end();
}

test('work that outlasts the program opens no database: its pool would keep the program alive for a minute', async () => {
  const databases = new TenantDatabases(readSettings(api.environment), api.app.get(Catalog));
  await databases.onModuleDestroy();
  expect(() => databases.of(here.entry)).toThrow('The program ends');
});
