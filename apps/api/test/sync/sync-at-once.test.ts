/** Several devices, senders and API processes at once. */
import { endpoints } from '@wellpulse/contracts';
import { SignedInCaller, TestDevice } from '@wellpulse/testing';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi, startBareApi } from '../support/harness.ts';
import { syncDesk } from '../support/sync-desk.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme } = api;
const { now, aWellId, entry } = syncDesk(api);

const daysOf = async (wellId: string) =>
  (await acme.viewer.ask(endpoints.production.series, { params: { wellId }, query: {} })).dates;

test('one batch sent several times at once under its key is taken once, and answered alike', async () => {
  const wellId = await aWellId();
  const phone = await TestDevice.register(acme.operator, now);
  const events = [1, 2, 3].map((day) => phone.event(entry(wellId, 40, `2025-03-0${day}`)));
  const given = { key: uuidV7(), sentAt: now() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => phone.sync(events, given)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ synced: events.map(({ id }) => id), conflicts: [], failed: [] });
  expect(await daysOf(wellId)).toEqual(['2025-03-01', '2025-03-02', '2025-03-03']);
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('one event in several batches at once is taken once', async () => {
  const wellId = await aWellId();
  const phone = await TestDevice.register(acme.operator, now);
  const event = phone.event(entry(wellId, 40));
  const answers = await Promise.all(Array.from({ length: 5 }, () => phone.sync([event])));
  for (const answer of answers) expect(answer).toMatchObject({ synced: [event.id], failed: [] });
  expect(await daysOf(wellId)).toEqual(['2025-03-10']);
});

test('a device brings the events of another one with its own; each counts as whoever made it', async () => {
  const wellId = await aWellId();
  const [phone, laptop] = [
    await TestDevice.register(acme.operator, now),
    await TestDevice.register(acme.manager, now, { platform: 'ELECTRON' }),
  ];
  const own = phone.event(entry(wellId, 40, '2025-03-01'));
  const carried = laptop.event(entry(wellId, 41, '2025-03-02'));
  const forged = phone.sign(laptop.draft(entry(wellId, 42, '2025-03-03')));
  expect(await phone.sync([own, carried, forged])).toMatchObject({
    synced: [own.id, carried.id],
    failed: [{ eventId: forged.id, code: 'SIGNATURE_INVALID', retryable: false }],
  });
  const { items } = await acme.manager.ask(endpoints.audit.events, { query: { wellId, limit: '2' } });
  expect(items).toMatchObject([
    { eventId: carried.id, deviceId: laptop.id, userId: acme.manager.session.user.id },
    { eventId: own.id, deviceId: phone.id, userId: acme.operator.session.user.id },
  ]);
  expect(await laptop.sync([carried])).toMatchObject({ synced: [carried.id] });
});

test('two API processes count the batches of a user together', async () => {
  const settings = { WELLPULSE_SYNC_BATCHES_PER_MINUTE: '3' };
  const one = await startApi({ settings });
  const other = await startBareApi({
    settings: { ...settings, DATABASE_URL: one.environment['DATABASE_URL'] ?? '' },
  });
  try {
    const phone = await TestDevice.register(one.acme.operator, () => one.clock.now());
    const elsewhere = new SignedInCaller(other.baseUrl, phone.owner.session);
    const body = JSON.stringify({ deviceId: phone.id, sentAt: one.clock.now(), events: [] });
    const statuses: number[] = [];
    for (const as of [phone.owner, elsewhere, phone.owner, elsewhere, phone.owner]) {
      statuses.push((await phone.sendBody(body, uuidV7(), as)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  } finally {
    await other.app.close();
    await one.stop();
  }
});
