/** The one write path, where the public API can't reach it: the database itself refuses something. */
import { endpoints } from '@wellpulse/contracts';
import { addDays, present, type Actor } from '@wellpulse/domain';
import { aWell } from '@wellpulse/testing';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import type { Draft, Intent, Origin } from '../../src/write-path/intent.ts';
import { ClockWatch } from '../../src/write-path/clock-watch.ts';
import { TenantWriter } from '../../src/write-path/tenant-writer.ts';
import { startBareApi } from '../support/harness.ts';

const { wells, production } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());
const tenant = await api.addTenant();
const { manager, operator, viewer } = tenant;
const { db } = tenant.database;

// The rules know nothing of this limit: it stands for one that they forgot.
await sql`alter table production_data add constraint no_thirteen check (oil_volume <> 13)`.execute(
  api.ownerOf(tenant.entry).db,
);

let wellId: string;
beforeEach(async () => {
  ({ id: wellId } = await manager.ask(wells.create, { body: aWell() }));
});

const creations = (...volumes: number[]): Draft[] =>
  volumes.map((oilVolume, index) => ({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: wellId,
    baseVersion: null,
    payload: { productionDate: addDays('2025-01-01', index), oilVolume },
  }));
const origin: Origin = {
  actor: present(operator.session.user.id, 'OPERATOR'),
  source: 'WEB',
};
const write = (intents: Intent[], mode: 'ATOMIC' | 'EACH') =>
  api.app.get(TenantWriter).write(tenant.database, origin, intents, mode);
const stored = async (): Promise<(number | null)[]> => {
  const { items } = await viewer.ask(production.list, { params: { wellId }, query: { order: 'asc' } });
  return items.map(({ oilVolume }) => oilVolume);
};

test('EACH: what only the database refuses fails alone, and the log stays sound', async () => {
  const { decisions } = await write(creations(10, 13, 20, 13), 'EACH');
  expect(decisions).toMatchObject([
    { ok: true },
    { ok: false, code: 'REFUSED_BY_DATABASE' },
    { ok: true },
    { ok: false, code: 'REFUSED_BY_DATABASE' },
  ]);
  expect(await stored()).toEqual([10, 20]);
  expect((await verifyLog(db)).faults).toEqual([]);
});

test('EACH: what the rules refuse fails alone as well', async () => {
  const [first, ...rest] = creations(10, 20);
  const { decisions } = await write([...(first ? [first, first] : []), ...rest], 'EACH');
  expect(decisions).toMatchObject([{ ok: true }, { ok: false, code: 'PRODUCTION_EXISTS' }, { ok: true }]);
  expect(await stored()).toEqual([10, 20]);
});

test('EACH: a batch of which the database refuses everything is an answer, not a failure', async () => {
  const { decisions } = await write(creations(13, 13), 'EACH');
  expect(decisions).toEqual([
    { ok: false, code: 'REFUSED_BY_DATABASE' },
    { ok: false, code: 'REFUSED_BY_DATABASE' },
  ]);
  expect(await stored()).toEqual([]);
});

test('EACH: what cannot even be written as text fails alone', async () => {
  const calls = ['the batch', 'the first', 'the second', 'the third'].values();
  const now = (): string => {
    const writing = calls.next().value;
    if (writing === 'the batch' || writing === 'the second') throw new RangeError('Too deep');
    return new Date().toISOString();
  };
  const writer = new TenantWriter({ now }, api.app.get(ClockWatch));
  const { decisions } = await writer.write(tenant.database, origin, creations(10, 20, 30), 'EACH');
  expect(decisions).toMatchObject([{ ok: true }, { ok: false, code: 'REFUSED_BY_DATABASE' }, { ok: true }]);
  expect(await stored()).toEqual([10, 30]);
});

test('ATOMIC: a refusal by the database writes nothing at all', async () => {
  await expect(write(creations(10, 13), 'ATOMIC')).rejects.toThrow('no_thirteen');
  expect(await stored()).toEqual([]);
  expect((await verifyLog(db)).faults).toEqual([]);
});

test('a rehearsal decides and writes nothing', async () => {
  const before = await verifyLog(db);
  const { decisions } = await api.app
    .get(TenantWriter)
    .rehearsal(tenant.database, origin, (tx) => tx.apply(creations(10, 20)));
  expect(decisions).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await stored()).toEqual([]);
  expect(await verifyLog(db)).toEqual(before);
});

test('a failure beside the records takes the records with it', async () => {
  const failing = api.app.get(TenantWriter).transaction(tenant.database, origin, async (tx) => {
    await tx.apply(creations(10));
    throw new Error('The disk is full');
  });
  await expect(failing).rejects.toThrow('The disk is full');
  expect(await stored()).toEqual([]);
  expect((await verifyLog(db)).faults).toEqual([]);
});

test('EACH: where a rule itself fails, later ones of the same record wait, and nothing else does', async () => {
  const actor = present(operator.session.user.id, 'OPERATOR');
  const nobody = { userId: null, role: null } as const;
  const onDevice = (draft: Draft | undefined, by: Actor, recordKey: string): Intent => {
    if (draft === undefined) throw new Error('Two drafts were made');
    const { userId } = by;
    const at = '2025-01-01T00:00:00.000Z';
    const ids = {
      id: crypto.randomUUID(),
      deviceId: crypto.randomUUID(),
      deviceSequence: 1,
      carrierId: null,
      authorLeft: false,
    };
    const times = { occurredAt: at, receivedAt: at, clockOffsetMs: 0, setRightAt: null };
    const event = { ...draft, ...ids, ...times, userId, source: 'MOBILE' } as const;
    return { event, actor: by, recordKey };
  };
  const [first, second] = creations(10, 20);
  const { decisions } = await write(
    [
      // The rules don't reckon with a reading that nobody entered.
      onDevice(first, nobody, 'a'),
      onDevice(first, actor, 'a'),
      onDevice(second, actor, 'b'),
    ],
    'EACH',
  );
  expect(decisions).toMatchObject([
    { ok: false, code: 'RULE_FAILED' },
    { ok: false, code: 'RULE_FAILED' },
    { ok: true },
  ]);
  expect(await stored()).toEqual([20]);
  expect((await verifyLog(db)).faults).toEqual([]);
});
