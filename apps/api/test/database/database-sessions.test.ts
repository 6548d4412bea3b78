/** What every connection to PostgreSQL is set to, whatever the server's own settings say. */
import { uniqueSlug } from '@wellpulse/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { databaseUrl, ensureDatabase, openPool } from '../../src/database/open-pool.ts';

const name = uniqueSlug('careless');
const url = `${databaseUrl(inject('postgresUrl'), name)}?options=${encodeURIComponent('-c synchronous_commit=off -c work_mem=5MB')}`;
const server = openPool(inject('postgresUrl'), { max: 1, applicationName: name });

beforeAll(async () => {
  await ensureDatabase(url);
  await server.query(`alter database "${name}" set synchronous_commit = off`);
  await server.query(`alter database "${name}" set timezone = 'America/Chicago'`);
});
const pool = openPool(url, { max: 1, applicationName: name });
afterAll(async () => {
  await pool.end();
  await server.query(`drop database "${name}" with (force)`);
  await server.end();
});

const ask = async (question: string): Promise<unknown> =>
  Object.values((await pool.query<Record<string, unknown>>(question)).rows[0] ?? {})[0];

test('what was committed is durable, and the rest of the address counts', async () => {
  expect(await ask('show synchronous_commit')).toBe('on');
  expect(await ask('show work_mem')).toBe('5MB');
});

test.each([
  '0001-01-01T00:00:00.000Z',
  '0099-12-31T23:59:59.999Z',
  '1883-11-18T17:00:00.000Z',
  '2025-07-01T00:00:00.500Z',
  '9999-12-31T23:59:59.999Z',
])('%s is read as it was written', async (instant) => {
  const { rows } = await pool.query<{ at: string }>('select $1::timestamptz as at', [instant]);
  expect(rows).toEqual([{ at: instant }]);
});

test('an instant that four digits of a year cannot write is said to be none', async () => {
  await expect(ask("select timestamptz '0044-03-15 12:00:00Z BC'")).rejects.toThrow('Not an instant');
  await expect(ask("select timestamptz 'infinity'")).rejects.toThrow('Not an instant');
});
