/** A record that a device made has no row in `field_histories` until somebody touches it: the log tells its history (ADR 81). */
import { endpoints } from '@wellpulse/contracts';
import { TestDevice } from '@wellpulse/testing';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { syncDesk } from '../support/sync-desk.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme } = api;
const { now, aWellId, aPhone, record, entry } = syncDesk(api);
const { production, conflicts } = endpoints;
const DAY = '2025-03-10';

const histories = async (recordId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from field_histories where record_id = ${recordId}`.execute(
    acme.database.db,
  );
  return rows[0]?.count ?? 0;
};

test('a reading of a phone has none; a colleague who had not seen it meets it all the same', async () => {
  const wellId = await aWellId();
  const [phone, other] = [await aPhone(), await TestDevice.register(acme.manager, now)];
  const first = phone.event(entry(wellId, 40));
  await phone.sync([first]);
  expect(await histories(first.id)).toBe(0);

  const later = other.event(entry(wellId, 42));
  const { conflicts: met } = await other.sync([later]);
  expect(met).toMatchObject([{ eventId: later.id }]);
  expect(await histories(first.id)).toBe(1);
  expect(await record(wellId, DAY)).toMatchObject({ value: { oilVolume: 42, version: 2 } });

  const { items } = await acme.manager.ask(conflicts.list, { query: { wellId } });
  const [conflict] = items;
  expect(conflict).toMatchObject({ existing: { deviceId: phone.id }, fields: ['oilVolume'] });
  await acme.manager.ask(conflicts.undo, { params: { conflictId: conflict?.id ?? '' } });
  expect(await record(wellId, DAY)).toMatchObject({ value: { oilVolume: 40 } });
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('its author takes it back by what the log tells, and the audit stays whole', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  const made = phone.event(entry(wellId, 40));
  await phone.sync([made]);
  const back = phone.event({
    eventType: 'PRODUCTION_DELETED',
    aggregateId: wellId,
    baseVersion: 0,
    payload: { productionDate: DAY },
  });
  expect(await phone.sync([back])).toMatchObject({ synced: [back.id] });
  expect(await record(wellId, DAY)).toMatchObject({ ok: false });
  expect(await histories(made.id)).toBe(1);
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('the office changes one after the phone has, and the phone knows its own write', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  const made = phone.event(entry(wellId, 40));
  await phone.sync([made]);
  await acme.manager.ask(production.update, {
    params: { wellId, id: made.id },
    body: { version: 1, gasVolume: 90 },
  });
  const corrected = phone.event({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: wellId,
    baseVersion: 0,
    payload: { productionDate: DAY, oilVolume: 41, confirmed: true },
  });
  const answer = await phone.sync([corrected]);
  expect(answer.conflicts).toMatchObject([{ eventId: corrected.id }]);
  expect(await record(wellId, DAY)).toMatchObject({
    value: { oilVolume: 41, gasVolume: 90, confirmed: null },
  });
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});
