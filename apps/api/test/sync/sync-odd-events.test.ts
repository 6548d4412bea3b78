/** Events as no device of ours makes them: each is answered by itself, settled where it can be trusted. */
import { endpoints } from '@wellpulse/contracts';
import { TestDevice } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { syncDesk } from '../support/sync-desk.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme } = api;
const { now, aWellId, aPhone, record, entry, deviceLine } = syncDesk(api);

const refusedOf = async ({ id }: TestDevice) =>
  (await acme.manager.ask(endpoints.devices.refusedEvents, { query: { deviceId: id } })).items;

test('an event that came wrongly signed first is settled once it comes rightly signed', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  const event = phone.event(entry(wellId, 40));
  const forged = { ...event, signature: '0'.repeat(64) };
  expect(await phone.sync([forged])).toMatchObject({ failed: [{ code: 'SIGNATURE_INVALID' }] });
  expect(await refusedOf(phone)).toEqual([]);
  expect(await deviceLine(phone)).toMatchObject({ lastSequence: 0 });
  for (const _ of ['first', 'again', 'once more']) {
    expect(await phone.sync([event])).toMatchObject({ synced: [event.id], failed: [] });
  }
  expect(await phone.sync([forged])).toMatchObject({ synced: [event.id], failed: [] });
  expect(await refusedOf(phone)).toEqual([]);
  expect(await deviceLine(phone)).toMatchObject({ lastSequence: 1, missingEvents: 0, failedEvents: 0 });
  expect(await record(wellId)).toMatchObject({ value: { oilVolume: 40, version: 1 } });
});

describe('the log is sound after', () => {
  test('an entry of the year 1', async () => {
    const wellId = await aWellId();
    const phone = await aPhone();
    const event = phone.event({ ...entry(wellId, 40), timestamp: '0001-01-01T00:00:00Z' });
    expect(await phone.sync([event])).toMatchObject({ synced: [event.id] });
    const { items } = await acme.manager.ask(endpoints.audit.events, { query: { wellId, limit: '1' } });
    expect(items[0]?.occurredAt).toMatch(/^0001-01-01T/);
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });

  test('a batch from a clock that stands in the year 9999', async () => {
    const wellId = await aWellId();
    const phone = await aPhone();
    const event = phone.event(entry(wellId, 40));
    const answer = await phone.sync([event], { sentAt: '9999-12-31T23:59:59.999Z' });
    expect(answer).toMatchObject({ synced: [event.id] });
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });
});

describe('an entry larger than 64 KiB', () => {
  const tooLarge = (phone: TestDevice, wellId: string) =>
    phone.event({ aggregateId: wellId, payload: { notes: 'x'.repeat(70_000) } });

  test('is settled without its text if its device signed it, and leaves no hole', async () => {
    const phone = await aPhone();
    const event = tooLarge(phone, await aWellId());
    const failed = [{ eventId: event.id, code: 'EVENT_TOO_LARGE', retryable: false }];
    expect(await phone.sync([event])).toMatchObject({ synced: [], failed });
    expect(await phone.sync([event])).toMatchObject({ synced: [], failed });
    expect(await deviceLine(phone)).toMatchObject({ lastSequence: 1, missingEvents: 0 });
    const [refused] = await refusedOf(phone);
    expect(refused).toMatchObject({ code: 'EVENT_TOO_LARGE', deviceSequence: 1 });
    expect(refused?.payload).toBeUndefined();
    const smaller = phone.sign({ ...event, payload: { productionDate: '2025-03-10', oilVolume: 1 } });
    expect(await phone.sync([smaller])).toMatchObject({ failed: [{ code: 'EVENT_ID_REUSED' }] });
  });

  test('settles nothing if nobody knows who sent it', async () => {
    const phone = await aPhone();
    const wellId = await aWellId();
    const event = phone.event(entry(wellId, 40));
    const forged = { ...event, payload: { notes: 'x'.repeat(70_000) } };
    expect(await phone.sync([forged])).toMatchObject({ failed: [{ code: 'EVENT_TOO_LARGE' }] });
    expect(await phone.sync([event])).toMatchObject({ synced: [event.id] });
  });
});

test('an event whose id is none is refused alone, under the text that it bears', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  const good = phone.event(entry(wellId, 40));
  const ids = [good.id.toUpperCase(), 'seventeen', '\u0000', '__proto__'];
  const bad = ids.map((id) => phone.sign({ ...good, id }));
  const answer = await phone.sync([...bad, good]);
  expect(answer).toMatchObject({ synced: [good.id], conflicts: [] });
  expect(new Map(answer.failed.map(({ eventId, code }) => [eventId, code]))).toEqual(
    new Map(ids.map((id) => [id, 'VALIDATION_FAILED'])),
  );
});

test('a type that nobody knows is refused as one, however long it is', async () => {
  const phone = await aPhone();
  const event = phone.event({ ...entry(await aWellId(), 1), eventType: 'TANK_GAUGED'.repeat(50) });
  expect(await phone.sync([event])).toMatchObject({ failed: [{ code: 'EVENT_TYPE_UNKNOWN' }] });
  expect((await refusedOf(phone))[0]?.eventType).toHaveLength(60);
});

test('what was entered in a browser that is a device counts as of the field', async () => {
  const wellId = await aWellId();
  const browser = await TestDevice.register(acme.operator, now, { platform: 'WEB' });
  await browser.sync([browser.event(entry(wellId, 40))]);
  expect(await record(wellId)).toMatchObject({ value: { entryMethod: 'MOBILE' } });
});
