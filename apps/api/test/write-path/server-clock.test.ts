/** The server's clock is a week ahead for a while. What was written then must not decide about what comes after it. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { TestDevice } from '@wellpulse/testing';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { syncDesk } from '../support/sync-desk.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, clock } = api;
const { aPhone, aWellId, entry, now, record } = syncDesk(api);
const { production, users } = endpoints;

const WEEK_MS = 7 * 86_400_000;
const isoAfter = (milliseconds: number): string => new Date(Date.parse(now()) + milliseconds).toISOString();

beforeEach(() => {
  clock.run();
});

/** Does something while the server's clock is a week ahead, and puts the clock right. */
async function aWeekAhead<Result>(work: () => Promise<Result>): Promise<Result> {
  clock.stopAt(isoAfter(WEEK_MS));
  const result = await work();
  clock.run();
  return result;
}

const enter = (wellId: string, productionDate: string, oilVolume: number) =>
  acme.operator.ask(production.create, { params: { wellId }, body: { productionDate, oilVolume } });

test('a future day is refused again as soon as the clock is right', async () => {
  const wellId = await aWellId();
  const day = addDays(now().slice(0, 10), 3);
  await aWeekAhead(() => enter(wellId, day, 40));
  const body = { productionDate: addDays(day, -1), oilVolume: 40 };
  const refusal = await acme.operator.refusal(production.create, { params: { wellId }, body });
  expect(refusal).toMatchObject({ code: 'DATE_IN_FUTURE' });
  const phone = await aPhone();
  const event = phone.event(entry(wellId, 41, body.productionDate));
  expect(await phone.sync([event])).toMatchObject({ failed: [{ code: 'DATE_IN_FUTURE' }] });
});

test('a device that comes later wins over what the web wrote then, whether it saw it or not', async () => {
  const wellId = await aWellId();
  await aWeekAhead(() => enter(wellId, '2025-03-10', 70));
  const phone = await aPhone();
  // Typed after the log's first right time, and sent an hour later.
  const unseen = phone.event(entry(wellId, 45));
  clock.stopAt(isoAfter(3_600_000));
  expect(await phone.sync([unseen])).toMatchObject({ conflicts: [{ resolution: 'OVERWRITE' }] });
  expect(await record(wellId)).toMatchObject({ value: { oilVolume: 45, version: 2 } });

  clock.run();
  const other = await aPhone();
  const seen = other.event({
    ...entry(wellId, 46),
    eventType: 'PRODUCTION_UPDATED',
    baseVersion: 2,
    timestamp: isoAfter(-3_600_000),
  });
  expect(await other.sync([seen])).toMatchObject({ synced: [seen.id] });
  const { updatedAt } = await acme.viewer.ask(production.get, { params: { wellId, date: '2025-03-10' } });
  expect(Math.abs(Date.parse(updatedAt) - Date.parse(now()))).toBeLessThan(60_000);
});

test('who was removed then has no rights now', async () => {
  const wellId = await aWellId();
  const person = await acme.join('OPERATOR');
  const phone = await TestDevice.register(person, now);
  const before = phone.event({ ...entry(wellId, 40), timestamp: isoAfter(-3_600_000) });
  await enter(wellId, '2025-03-11', 50);
  const deletion = phone.event({
    eventType: 'PRODUCTION_DELETED',
    aggregateId: wellId,
    baseVersion: 1,
    payload: { productionDate: '2025-03-11' },
  });
  await aWeekAhead(async () => {
    const admin = await acme.admin.again();
    await admin.ask(users.remove, { params: { userId: person.session.user.id } });
  });
  const carrier = await aPhone();
  const after = phone.event(entry(wellId, 60, '2025-03-12'));
  expect(await carrier.sync([before, deletion, after])).toMatchObject({
    synced: [before.id],
    failed: [
      { eventId: deletion.id, code: 'FORBIDDEN' },
      { eventId: after.id, code: 'FORBIDDEN' },
    ],
  });
});

test('the log keeps both times, is sound, and says that the clock jumped', async () => {
  const wellId = await aWellId();
  await aWeekAhead(() => enter(wellId, '2025-03-10', 70));
  await enter(wellId, '2025-03-11', 71);
  const { rows } = await sql<{ ahead: number; risen: boolean }>`
    select extract(epoch from logged_at - received_at)::float8 as ahead,
      coalesce(logged_at >= lag(logged_at) over (order by sequence), true) as risen
    from event_log order by sequence desc`.execute(acme.database.db);
  expect(rows[0]?.ahead).toBeGreaterThan((WEEK_MS - 60_000) / 1000);
  expect(rows.every(({ risen }) => risen)).toBe(true);
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);

  expect(await (await api.inside.fetch('/ready')).json()).toMatchObject({ clock: 'BEHIND_THE_LOG' });
  const metrics = await (await api.inside.fetch('/metrics')).text();
  const [, seconds] = /^wellpulse_log_ahead_seconds (\d+)/m.exec(metrics) ?? [];
  expect(Number(seconds)).toBeGreaterThan((WEEK_MS - 60_000) / 1000);
});
