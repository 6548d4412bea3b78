import { endpoints, ENTITIES, wellCreateSchema } from '@wellpulse/contracts';
import { anEntry, aWell } from '@wellpulse/testing';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { afterAll, afterEach, expect, test } from 'vitest';
import { BY_SYSTEM } from '../../src/write-path/origin.ts';
import type { Draft } from '../../src/write-path/intent.ts';
import { TenantWriter } from '../../src/write-path/tenant-writer.ts';
import { startApi } from '../support/harness.ts';
import { LiveReader } from '../support/live-reader.ts';
import { until } from '../support/until.ts';

const { wells, production, users, auth } = endpoints;
const api = await startApi();
const { acme, bravo } = api;
const readers: LiveReader[] = [];
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});
afterAll(() => api.stop());

async function open(caller: typeof acme.viewer, since?: number): Promise<LiveReader> {
  const reader = await LiveReader.open(caller, since);
  readers.push(reader);
  return reader;
}
const makeWell = ({ manager }: typeof acme) => manager.ask(wells.create, { body: aWell() });
const tellsOf = (wellId: string) => (message: { data: unknown }) =>
  JSON.stringify(message.data).includes(wellId);
const ended = (reader: LiveReader) => until('the stream ends', () => (reader.hasEnded ? true : null));

test('whoever watches is told of each commit: which records changed, of which wells', async () => {
  const [one, other] = [await open(acme.viewer), await open(acme.operator)];
  const { id: wellId } = await makeWell(acme);
  await acme.operator.ask(production.create, { params: { wellId }, body: anEntry() });
  for (const reader of [one, other]) {
    await until('both are told', () => (reader.messages.length >= 2 ? true : null));
    expect(reader.messages).toEqual([
      { event: 'change', data: { sequence: expect.any(Number), entities: ['WELL'], wellIds: [wellId] } },
      {
        event: 'change',
        data: { sequence: expect.any(Number), entities: ['PRODUCTION', 'ALERT'], wellIds: [wellId] },
      },
    ]);
  }
});

test('nothing is told of another tenant', async () => {
  const [ours, theirs] = [await open(acme.viewer), await open(bravo.viewer)];
  const { id: ourWell } = await makeWell(acme);
  await ours.next('ours is told', tellsOf(ourWell));
  const { id: theirWell } = await makeWell(bravo);
  await theirs.next('theirs is told', tellsOf(theirWell));
  expect(JSON.stringify(theirs.messages)).not.toContain(ourWell);
  expect(JSON.stringify(ours.messages)).not.toContain(theirWell);
});

test('what was refused, and what changed nothing, is not told', async () => {
  const reader = await open(acme.viewer);
  const well = await makeWell(acme);
  await reader.next('the well is told', tellsOf(well.id));
  await acme.manager.refusal(wells.create, { body: aWell({ apiNumber: well.apiNumber }) });
  await acme.manager.ask(wells.update, { params: { wellId: well.id }, body: well });
  const { id } = await makeWell(acme);
  await reader.next('the next change is told', tellsOf(id));
  expect(reader.messages).toHaveLength(2);
});

test('a change that touches very many wells names none: any may have changed', async () => {
  const reader = await open(acme.viewer);
  const intents = Array.from({ length: 101 }, (): Draft => ({
    eventType: 'WELL_CREATED',
    aggregateId: crypto.randomUUID(),
    baseVersion: null,
    payload: wellCreateSchema.parse(aWell()),
  }));
  await api.app.get(TenantWriter).write(acme.database, BY_SYSTEM, intents);
  const { data } = await reader.next('it is told', () => true);
  expect(data).toEqual({ sequence: expect.any(Number), entities: ['WELL'], wellIds: [] });
});

test('who says since when is told at once what they missed, and nothing if they missed nothing', async () => {
  const { sequence } = await acme.viewer.ask(auth.me, {});
  const upToDate = await open(acme.viewer, sequence);
  const { id } = await makeWell(acme);
  const late = await open(acme.viewer, sequence);
  // The change itself may be told while the late one joins, and then before what it missed.
  const anything = { sequence: 0, entities: ENTITIES, wellIds: [] };
  await late.next('the late one is told that anything may have changed', ({ data }) =>
    isDeepStrictEqual(data, anything),
  );
  await upToDate.next('the other is told of the change itself', tellsOf(id));
  expect(upToDate.messages).toHaveLength(1);
});

test('the stream of a user who is suspended ends at once', async () => {
  const caller = await acme.join('VIEWER');
  const [theirs, others] = [await open(caller), await open(acme.viewer)];
  const params = { userId: caller.session.user.id };
  await acme.admin.ask(users.update, { params, body: { version: 1, status: 'SUSPENDED' } });
  await ended(theirs);
  expect(others.hasEnded).toBe(false);
});

test('the stream of a user whose password was set by an administrator ends at once', async () => {
  const caller = await acme.join('VIEWER');
  const reader = await open(caller);
  const params = { userId: caller.session.user.id };
  await acme.admin.ask(users.update, { params, body: { version: 1, password: 'drawworks-and-derrick-5' } });
  await ended(reader);
});

test('nobody watches without signing in, or once signed out', async () => {
  expect((await api.anonymous.fetch('/live')).status).toBe(401);
  const caller = await acme.join('VIEWER');
  await caller.ask(auth.logout, { body: { refreshToken: caller.session.refreshToken } });
  expect((await caller.fetch('/live')).status).toBe(401);
});

test('a stream outlives the database connection behind it, and says that anything may have changed', async () => {
  const reader = await open(bravo.viewer);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'wellpulse-live'`.execute(bravo.database.db);
  const { data } = await reader.next('it says so', () => true);
  expect(data).toEqual({ sequence: 0, entities: ENTITIES, wellIds: [] });
  const { id } = await makeWell(bravo);
  await reader.next('the next change is told', tellsOf(id));
});

test('the last reader who leaves closes the listening connection', async () => {
  const tenant = await api.addTenant();
  const connections = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
      where datname = current_database() and application_name = 'wellpulse-live'`.execute(tenant.database.db);
    return rows[0]?.count ?? 0;
  };
  const [one, other] = [await open(tenant.viewer), await open(tenant.operator)];
  expect(await connections()).toBe(1);
  one.close();
  const { id } = await makeWell(tenant);
  await other.next('the other is told', tellsOf(id));
  other.close();
  await until('it is closed', async () => ((await connections()) === 0 ? true : null));
});
