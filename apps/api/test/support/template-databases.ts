/**
 * A catalog and a tenant's database, migrated once a run. Those of the test files are copies of them, which takes a
 * tenth of the time of the migrations. Nothing is dropped: the whole server is thrown away at the end.
 */
import pg from 'pg';
import { CATALOG_GRANTS, CATALOG_MIGRATIONS } from '../../src/catalog/catalog.migrations.ts';
import { migrate } from '../../src/database/migrator.ts';
import { databaseUrl, ensureDatabase, openPool } from '../../src/database/open-pool.ts';
import { admitApiUser } from '../../src/database/database-users.ts';
import { TENANT_GRANTS, TENANT_MIGRATIONS } from '../../src/tenant-databases/tenant.migrations.ts';

const TEMPLATES = {
  catalog: { database: 'template_catalog', migrations: CATALOG_MIGRATIONS, grants: CATALOG_GRANTS },
  tenant: { database: 'template_tenant', migrations: TENANT_MIGRATIONS, grants: TENANT_GRANTS },
} as const;

/** The address of a database for the API's user, who is not the owner. */
export function asApiUser(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = 'wellpulse_api';
  url.password = 'only-in-tests';
  return url.toString();
}

/** Makes the templates on a server. */
export async function makeTemplates(serverUrl: string): Promise<void> {
  await Promise.all(
    Object.values(TEMPLATES).map(async ({ database, migrations, grants }) => {
      const url = databaseUrl(serverUrl, database);
      await ensureDatabase(url);
      const pool = openPool(url, { max: 1, applicationName: database });
      await migrate(pool, migrations);
      await admitApiUser(pool, asApiUser(url), grants);
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
  // Without fsync, copying files takes a quarter of the processor's time that writing them to the log does.
  await client.query(`create database ${pg.escapeIdentifier(name)} template ${template} strategy file_copy`);
  await client.end();
}
