/**
 * A catalog and a tenant's database, migrated once a run. Those of the test files are copies of them, which takes a
 * tenth of the time of the migrations. Nothing is dropped: the whole server is thrown away at the end.
 */
import pg from 'pg';
import { CATALOG_MIGRATIONS } from '../../src/catalog/catalog.migrations.ts';
import { migrate, type Migration } from '../../src/database/migrator.ts';
import { databaseUrl, ensureDatabase, openPool } from '../../src/database/open-pool.ts';
import { TENANT_MIGRATIONS } from '../../src/tenant-databases/tenant.migrations.ts';

const TEMPLATES = {
  catalog: { database: 'template_catalog', migrations: CATALOG_MIGRATIONS },
  tenant: { database: 'template_tenant', migrations: TENANT_MIGRATIONS },
} as const satisfies Record<string, { database: string; migrations: readonly Migration[] }>;

/** Makes the templates on a server. */
export async function makeTemplates(serverUrl: string): Promise<void> {
  await Promise.all(
    Object.values(TEMPLATES).map(async ({ database, migrations }) => {
      const url = databaseUrl(serverUrl, database);
      await ensureDatabase(url);
      const pool = openPool(url, { max: 1, applicationName: database });
      await migrate(pool, migrations);
      // A template must be copied by nobody else and used by nobody.
      await pool.end();
    }),
  );
}

/** Makes a database of the server of the templates; `name` must be new. */
export async function copyTemplate(
  serverUrl: string,
  kind: keyof typeof TEMPLATES,
  name: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const template = pg.escapeIdentifier(TEMPLATES[kind].database);
  await client.query(`create database ${pg.escapeIdentifier(name)} template ${template}`);
  await client.end();
}
