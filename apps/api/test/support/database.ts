/** A database of a test's own, without any API. */
import { uniqueSlug } from '@wellpulse/testing';
import type pg from 'pg';
import { inject } from 'vitest';
import { databaseUrl, ensureDatabase, openPool } from '../../src/database/open-pool.ts';

export interface TestDatabase {
  readonly pool: pg.Pool;
  remove(): Promise<void>;
}

export async function makeDatabase(): Promise<TestDatabase> {
  const name = uniqueSlug('database');
  const url = databaseUrl(inject('postgresUrl'), name);
  await ensureDatabase(url);
  const pool = openPool(url, { max: 4, applicationName: name });
  return {
    pool,
    remove: async () => {
      await pool.end();
      const server = openPool(inject('postgresUrl'), { max: 1, applicationName: name });
      await server.query(`drop database "${name}" with (force)`);
      await server.end();
    },
  };
}
