/**
 * Migrations: an ordered stream, each in a transaction of its own together with the record that it ran. A run that
 * was killed goes on where it stopped; two at once wait for each other. Migrations never import live code.
 */
import pg from 'pg';

export interface Migration {
  /** `0001-…`: the order is the order of the list, and a name never changes. */
  readonly name: string;
  readonly sql: string;
}

const LOCK = 'wellpulse-migrations';

/** Brings a database up to date and returns the names of the migrations that it ran. */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect();
  const ran: string[] = [];
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [LOCK]);
    await client.query(
      `create table if not exists schema_migrations (
         name text primary key, ran_at timestamptz not null default now())`,
    );
    for (const migration of await pending(client, migrations)) {
      await runOne(client, migration);
      ran.push(migration.name);
    }
    return ran;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [LOCK]).catch(() => undefined);
    client.release();
  }
}

/** The migrations that a database still lacks. */
export async function pendingMigrations(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const { rows } = await pool.query<{ exists: boolean }>(
    `select to_regclass('schema_migrations') is not null as exists`,
  );
  if (rows[0]?.exists !== true) return migrations.map(({ name }) => name);
  return (await pending(pool, migrations)).map(({ name }) => name);
}

/** Whether a database needs none of the migrations, and lets this user see that; false also if it or the user is missing. */
export async function isMigrated(pool: pg.Pool, migrations: readonly Migration[]): Promise<boolean> {
  try {
    return (await pendingMigrations(pool, migrations)).length === 0;
  } catch (error) {
    // A user who is not known or may not read: classes 28 and 42, and a database that is missing.
    if (error instanceof pg.DatabaseError && /^(28|42|3D)/.test(error.code ?? '')) return false;
    throw error;
  }
}

async function pending(
  client: pg.Pool | pg.PoolClient,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations');
  const done = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function runOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (name) values ($1)', [migration.name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed`, { cause: error });
  }
}
