/**
 * The API says in SQL what is lost, which keys and sessions end, and when a limit is reached. It says what the domain says. All is
 * drawn (ADR 59).
 */
import { RECOVERED_ENTITIES, type RecoveredRecord } from '@wellpulse/contracts';
import {
  countIn,
  DAY_MS,
  endedKey,
  isGoodKey,
  isLaterState,
  isLost,
  lostStateKey,
  momentOf,
  replacedKey,
  secondsToWait,
  sessionAfter,
  type KeyEnd,
  type RateWindow,
  type SessionsEnding,
} from '@wellpulse/domain';
import { testSeed as seed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { Sessions } from '../../src/auth/sessions.ts';
import { PersonKeys } from '../../src/devices/person-keys.ts';
import { RateLimiters } from '../../src/http/limits/rate-limiters.ts';
import { ProblemError } from '../../src/http/problems/problem-error.ts';
import { keepRecovered } from '../../src/sync/recovered.queries.ts';
import { readHead } from '../../src/write-path/event-log.ts';
import { startBareApi } from '../support/harness.ts';
import { DEVICE_IDS, fillWithDrawn, TODAY } from './drawn-records.ts';

const api = await startBareApi();
afterAll(() => api.stop());
afterEach(() => {
  vi.useRealTimers();
});
const tenant = await api.addTenant();
const { db } = tenant.database;
await fillWithDrawn(tenant);
const NOW = `${TODAY}T12:00:00.000Z`;
const people = [tenant.operator, tenant.manager].map(({ session }) => session.user.id);
await db
  .insertInto('devices')
  .values(
    DEVICE_IDS.map((id) => ({
      ...{ id, name: 'Truck', platform: 'IOS' as const, registered_at: NOW, version: 1 },
      user_id: tenant.operator.session.user.id,
    })),
  )
  .execute();
const services = await db.selectFrom('equipment_maintenance').select('id').limit(1).execute();
const device = fc.constantFrom(...DEVICE_IDS);
const person = fc.constantFrom(...people);

test('the keys that are good, and those that have ended, are those of the rules', async () => {
  const keys = api.app.get(PersonKeys);
  const step = fc.record({
    does: fc.constantFrom('ISSUES', 'ISSUES', 'ISSUES', 'REVOKES', 'WIPES'),
    deviceId: device,
    userId: person,
    daysLater: fc.constantFrom(0, 1, 90, 179, 180),
  });
  interface Key extends KeyEnd {
    readonly deviceId: string;
    readonly userId: string;
    readonly bytes: string;
  }
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      await sql`delete from person_keys`.execute(db);
      let known: Key[] = [];
      let now = Date.parse(NOW);
      for (const { does, deviceId, userId, daysLater } of steps) {
        now += daysLater * DAY_MS + 1;
        const at = new Date(now).toISOString();
        const change = (isMeant: (key: Key) => boolean, to: (key: Key) => Key): void => {
          known = known.map((key) => (key.deviceId === deviceId && isMeant(key) ? to(key) : key));
        };
        if (does === 'ISSUES') {
          change(
            (key) => key.userId === userId,
            (key) => replacedKey(key, at),
          );
          const bytes = hex(await keys.issue(db, deviceId, userId, at));
          known = [...known, { deviceId, userId, bytes, replacedAt: null, endedAt: null }];
        } else if (does === 'REVOKES') {
          change(
            () => true,
            (key) => endedKey(key, at),
          );
          await keys.endAllOf(db, deviceId, at);
        } else {
          change(
            () => true,
            (key) => replacedKey(key, at),
          );
          await keys.replaceAllOf(db, deviceId, at);
        }
      }
      const at = new Date(now).toISOString();
      const read = await keys.of(db, DEVICE_IDS, at);
      for (const deviceId of DEVICE_IDS) {
        for (const userId of people) {
          const own = known.filter((key) => key.deviceId === deviceId && key.userId === userId);
          const named = (isMeant: (key: Key) => boolean) => own.filter(isMeant).map(({ bytes }) => bytes);
          expect(new Set(read.keysOf(deviceId, userId).map(hex))).toEqual(
            new Set(named((key) => isGoodKey(key, at))),
          );
          expect(new Set(read.endedKeysOf(deviceId, userId).map(hex))).toEqual(
            new Set(named((key) => !isGoodKey(key, at))),
          );
        }
      }
    }),
    { numRuns: times(30, 300), seed },
  );
});

test('the sessions that end are those of the rule', async () => {
  const sessions = api.app.get(Sessions);
  const drawn = fc.record({
    userId: person,
    deviceId: fc.constantFrom(null, ...DEVICE_IDS),
    end: fc.constantFrom(null, null, 'SIGNED_OUT' as const),
  });
  const ending = fc.oneof(
    fc.record({ ofDevice: device, except: fc.option(fc.nat()) }),
    fc.record({
      ofUser: person,
      because: fc.constant('PASSWORD_CHANGED' as const),
      except: fc.option(fc.nat()),
    }),
  );
  const few = fc.array(drawn, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(few, ending, async (given, { except, ...whose }) => {
      await sql`delete from sessions where expires_at = ${NOW}::timestamptz + interval '1 day'`.execute(db);
      const expiresAt = new Date(Date.parse(NOW) + DAY_MS).toISOString();
      const before = given.map((session) => ({ ...session, id: randomUUID(), expiresAt }));
      await db
        .insertInto('sessions')
        .values(
          before.map(({ id, userId, deviceId, end }) => ({
            ...{ id, user_id: userId, device_id: deviceId, created_at: NOW, expires_at: expiresAt },
            ...{ ended_at: end === null ? null : NOW, ended_because: end },
          })),
        )
        .execute();
      const exceptId = except === null ? null : (before[except % before.length]?.id ?? null);
      api.clock.stopAt(NOW);
      if ('ofDevice' in whose) await sessions.endAllOnDevice(db, whose.ofDevice, exceptId);
      else await sessions.endAllOf(db, whose.ofUser, whose.because, exceptId ?? undefined);
      const after = await sql`
        select s.id, s.user_id as "userId", s.device_id as "deviceId", s.ended_because as "end", s.expires_at as "expiresAt"
        from sessions s where s.id = any(${before.map(({ id }) => id)}::uuid[])
        order by array_position(${before.map(({ id }) => id)}::uuid[], s.id)`.execute(db);
      const rule: SessionsEnding = { ...whose, exceptId };
      expect(after.rows).toEqual(before.map((session) => sessionAfter(session, rule, NOW)));
    }),
    { numRuns: times(30, 300), seed },
  );
});

test('the windows in which requests are counted are those of the rule', async () => {
  const [count, seconds] = [3, 60];
  const limiter = api.app.get(RateLimiters).of({ name: 'drawn', count, seconds, detail: 'Too many' });
  const request = fc.record({ who: fc.constantFrom('a', 'b'), laterMs: fc.nat(25_000) });
  vi.useFakeTimers({ toFake: ['Date'] });
  let now = Date.parse(NOW);
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 12 }), async (requests) => {
      const run = randomUUID();
      const windows = new Map<string, RateWindow>();
      for (const { who, laterMs } of requests) {
        now += laterMs;
        vi.setSystemTime(now);
        const window = countIn(windows.get(who), now, seconds * 1000);
        windows.set(who, window);
        const wait = await limiter.consume(`${run} ${who}`).then(
          () => null,
          (error: unknown) => (error instanceof ProblemError ? error.details.retryAfterSeconds : error),
        );
        expect(wait).toBe(secondsToWait(window, now, count));
      }
    }),
    { numRuns: times(20, 200), seed },
  );
});

test('the offered records that SQL keeps are those that are lost by the rule, each state as of its latest moment', async () => {
  const instants = ['2025-06-01T12:00:00.000Z', '2025-06-02T12:00:00.000Z'] as const;
  const drawnChange = fc.record({
    by: fc.constantFrom('ITSELF', 'ITSELF', 'CONFLICT', 'SERVICE'),
    receivedAt: fc.constantFrom(...instants),
  });
  const drawnOffer = fc.record({
    version: fc.nat(9),
    deleted: fc.boolean(),
    updatedAt: fc.constantFrom(...instants),
    deletion: fc.constantFrom(0, 1),
    values: fc.constantFrom(
      { oilVolume: 1 },
      { oilVolume: 2 },
      { notes: null, oilVolume: 2 },
      { notes: 'a' },
    ),
  });
  const from = { deviceId: DEVICE_IDS[0] ?? '', userId: randomUUID(), receivedAt: NOW };
  const drawn = fc.record({
    entity: fc.constantFrom(...RECOVERED_ENTITIES),
    isThere: fc.boolean(),
    log: fc.array(drawnChange, { maxLength: 6 }),
    isOldApp: fc.boolean(),
    offers: fc.array(drawnOffer, { minLength: 1, maxLength: 5 }),
    isAtOnce: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(drawn, async ({ entity, isThere, log, isOldApp, offers, isAtOnce }) => {
      const [service] = services;
      const id = entity === 'MAINTENANCE' && isThere ? (service?.id ?? '') : randomUUID();
      const [conflictId, serviceId] = [randomUUID(), randomUUID()];
      const idOf = { ITSELF: id, CONFLICT: conflictId, SERVICE: entity === 'EQUIPMENT' ? serviceId : id };
      await copyRow('conflicts', { id: conflictId, record_id: id, event_id: randomUUID() });
      if (entity === 'EQUIPMENT') {
        await copyRow('equipment', { id, serial_number: id });
        await copyRow('equipment_maintenance', { id: serviceId, equipment_id: id });
      }
      await sql`delete from recovered_records where record_id = ${id}`.execute(db);
      const first = (await readHead(db)).sequence + 1;
      await insertLog(
        log.map(({ by, receivedAt }, index) => ({
          sequence: first + index,
          event_type: `${entity}_CHANGED`,
          record_id: idOf[by],
          payload: {},
          received_at: receivedAt,
        })),
      );
      const known = { isThere, changes: log };
      const records = offers.map(({ version, deleted, deletion, updatedAt, values }): RecoveredRecord => {
        if (!deleted) return { entity, id, version, deleted, data: { updatedAt, ...values } };
        const moment = isOldApp ? {} : { deletedAt: instants[deletion] };
        // What came after the first deletion, and before the other, raised the version.
        return {
          ...{ entity, id, deleted, version: isOldApp ? version : deletion * 10 + version },
          data: { updatedAt, ...moment, ...values },
        };
      });
      const requests = isAtOnce ? [records] : records.map((record) => [record]);
      for (const request of requests) await keepRecovered(db, request, from);
      const { rows: kept } = await sql<RecoveredRecord>`
        select entity, record_id as id, version, deleted, data from recovered_records
        where record_id = ${id}`.execute(db);
      const states = new Map<string, RecoveredRecord>();
      for (const record of records.filter((offered) => isLost(offered, known))) {
        const before = states.get(lostStateKey(record));
        if (before === undefined || isLaterState(record, before)) states.set(lostStateKey(record), record);
      }
      expect(inOrder(kept)).toEqual(inOrder([...states.values()]));
    }),
    { numRuns: times(100, 1000), seed },
  );
});

/** Each state with its moment, and with its version where devices may not know several of it. */
const inOrder = (records: readonly RecoveredRecord[]): string[] =>
  records
    .map((record) => {
      const moment = momentOf(record);
      const version = record.deleted && moment !== undefined ? '' : record.version;
      return `${lostStateKey(record)} ${version} ${String(moment)}`;
    })
    .toSorted();

/** A row like the first one of its table. */
async function copyRow(
  table: 'conflicts' | 'equipment' | 'equipment_maintenance',
  other: object,
): Promise<void> {
  await sql`insert into ${sql.table(table)}
    select (json_populate_record(row, ${JSON.stringify(other)}::json)).* from ${sql.table(table)} as row limit 1`.execute(
    db,
  );
}

async function insertLog(rows: readonly object[]): Promise<void> {
  const usual = { source: 'WEB', occurred_at: NOW, hash: '\\x00', chain_format: 1 };
  const logged = rows.map((row) => ({
    ...usual,
    ...row,
    event_id: randomUUID(),
    aggregate_id: randomUUID(),
  }));
  await sql`insert into event_log select * from json_populate_recordset(null::event_log, ${JSON.stringify(logged)}::json)`.execute(
    db,
  );
}
