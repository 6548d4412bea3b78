/** Somebody with the database's own user rewrites or shortens the log so that it proves itself. An anchor from before tells. */
import { endpoints } from '@wellpulse/contracts';
import { aWell } from '@wellpulse/testing';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readAnchorKey, readAnchors, signAnchor } from '../../src/audit/anchor.ts';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { readMark } from '../../src/lineage/log-mark.ts';
import type { TenantDb } from '../../src/tenant-databases/tenant-databases.ts';
import { GENESIS_HASH, hashRow } from '../../src/write-path/hash-chain.ts';
import { startBareApi } from '../support/harness.ts';
import type { TestTenant } from '../support/tenants.ts';

const { wells, production } = endpoints;
const DAY = '2025-01-01';
const key = readAnchorKey(randomBytes(32).toString('base64url'));
const api = await startBareApi();
afterAll(() => api.stop());

let tenant: TestTenant;
let db: TenantDb;
let wellId: string;
beforeEach(async () => {
  tenant = await api.addTenant();
  ({ db } = tenant.database);
  ({ id: wellId } = await tenant.manager.ask(wells.create, { body: aWell() }));
  const body = { productionDate: DAY, oilVolume: 40 };
  await tenant.operator.ask(production.create, { params: { wellId }, body });
});

async function anchorLine(): Promise<string> {
  const mark = await readMark(db);
  return signAnchor({ ...mark, slug: tenant.slug, tenantId: tenant.entry.id, at: DAY }, key);
}

const verify = async (lines: string) => (await verifyLog(db, readAnchors(lines, key))).faults;

/** Without the trigger that keeps others from it. */
async function tamper(...statements: string[]): Promise<void> {
  for (const statement of [
    'alter table event_log disable trigger event_log_append_only',
    ...statements,
    'alter table event_log enable trigger event_log_append_only',
  ]) {
    await sql.raw(statement).execute(api.ownerOf(tenant.entry).db);
  }
}

/** Makes all hashes anew, so that the log proves itself. */
async function rehash(): Promise<void> {
  let hash = GENESIS_HASH;
  const statements: string[] = [];
  for (const { hash: _, ...row } of await db
    .selectFrom('event_log')
    .selectAll()
    .orderBy('sequence')
    .execute()) {
    hash = hashRow(hash, row);
    statements.push(
      `update event_log set hash = '\\x${hash.toString('hex')}' where sequence = ${row.sequence}`,
    );
  }
  await tamper(...statements);
}

test('a log that goes on as it was is in order, held against any anchor of it', async () => {
  const first = await anchorLine();
  await tenant.manager.ask(wells.create, { body: aWell() });
  expect(await verify(`${first}\n${await anchorLine()}\n`)).toEqual([]);
});

test('a log that was rewritten proves itself, and not to an anchor', async () => {
  const line = await anchorLine();
  const { sequence } = await readMark(db);
  await tamper(
    `update event_log set payload = jsonb_set(payload, '{oilVolume}', '41') where sequence = ${sequence}`,
    'update production_data set oil_volume = 41',
  );
  await rehash();
  await tenant.manager.ask(wells.create, { body: aWell() });
  expect((await verifyLog(db)).faults).toEqual([]);
  expect(await verify(line)).toEqual([
    `Event ${sequence} is another one than on ${DAY}: the log was rewritten`,
  ]);
});

test('a log that was cut off with its rows proves itself, and not to an anchor', async () => {
  const line = await anchorLine();
  const { sequence } = await readMark(db);
  await tamper(`delete from event_log where sequence = ${sequence}`, 'delete from production_data');
  expect((await verifyLog(db)).faults).toEqual([]);
  expect(await verify(line)).toEqual([
    `Event ${sequence} stood in the log on ${DAY} and is gone, the last one is ${sequence - 1}: the log was cut off, or put back to a backup`,
  ]);
});

test('an anchor that somebody changed, or signed with another key, is none', async () => {
  const line = await anchorLine();
  const changed = line.replace(/ (\d+) [0-9a-f]{64} /, ` 1 ${'0'.repeat(64)} `);
  expect(() => readAnchors(`${line}\n${changed}`, key)).toThrow('The anchor in line 2 is not signed');
  const other = readAnchorKey(randomBytes(32).toString('base64url'));
  expect(() => readAnchors(line, other)).toThrow('The anchor in line 1 is not signed');
  expect(() => readAnchors('wellpulse-anchor-1 acme 1', key)).toThrow('Line 1 is no anchor');
  expect(() => readAnchorKey('short')).toThrow('WELLPULSE_AUDIT_KEY must be set');
});
