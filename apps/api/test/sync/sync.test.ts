/** docs/sync-protocol.md, "3. Push", as other programs meet it. */
import { endpoints } from '@wellpulse/contracts';
import { anItem, TestDevice, type WireEvent } from '@wellpulse/testing';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { syncDesk } from '../support/sync-desk.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo, clock } = api;
const { now, aWellId, aPhone, record, entry } = syncDesk(api);

test('what was entered offline is there after a sync, and says where it came from', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  const events = [1, 2, 3].map((day) => phone.event(entry(wellId, 40 + day, `2025-03-0${day}`)));
  const answer = await phone.sync(events);
  expect(answer).toMatchObject({ synced: events.map(({ id }) => id), conflicts: [], failed: [] });
  expect(await record(wellId, '2025-03-02')).toMatchObject({
    ok: true,
    value: { oilVolume: 42, entryMethod: 'MOBILE', version: 1, createdBy: acme.operator.session.user.id },
  });
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('the same event again gets the same outcome, and is one record', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  const event = phone.event(entry(wellId, 40));
  await phone.sync([event]);
  await acme.manager.ask(endpoints.wells.update, {
    params: { wellId },
    body: { version: 1, status: 'PLUGGED' },
  });
  expect(await phone.sync([event, event])).toMatchObject({ synced: [event.id], failed: [] });
  expect(await record(wellId)).toMatchObject({ value: { version: 1 } });
});

test('a refused event stays refused for the same reason', async () => {
  const phone = await aPhone();
  const event = phone.event(entry(crypto.randomUUID(), 40));
  const failed = [{ eventId: event.id, code: 'WELL_NOT_FOUND', retryable: false }];
  expect(await phone.sync([event])).toMatchObject({ synced: [], failed });
  expect(await phone.sync([event])).toMatchObject({ synced: [], failed });
});

test('the same id with other content is refused, and the first stays', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  const event = phone.event(entry(wellId, 40));
  await phone.sync([event]);
  const other = phone.sign({ ...event, payload: { productionDate: '2025-03-10', oilVolume: 41 } });
  expect(await phone.sync([other])).toMatchObject({
    failed: [{ eventId: event.id, code: 'EVENT_ID_REUSED', retryable: false }],
  });
  expect(await record(wellId)).toMatchObject({ value: { oilVolume: 40 } });
});

describe('an idempotency key', () => {
  test('gets the same answer for the same body, and none for another', async () => {
    const wellId = await aWellId();
    const phone = await aPhone();
    const key = uuidV7();
    const body = JSON.stringify({
      deviceId: phone.id,
      sentAt: now(),
      events: [phone.event(entry(wellId, 40))],
    });
    const first = await (await phone.sendBody(body, key)).text();
    expect(await (await phone.sendBody(body, key)).text()).toBe(first);
    const other = await phone.sendBody(body.replace('"events"', ' "events"'), key);
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  test('is asked for', async () => {
    const phone = await aPhone();
    const response = await phone.sendBody('{}', 'no uuid');
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'VALIDATION_FAILED', errors: [{ path: 'Idempotency-Key' }] },
    ]);
  });
});

describe('an event that nobody can trust settles nothing', () => {
  const forged: readonly [string, string, (event: WireEvent, phone: TestDevice) => WireEvent][] = [
    ['changed after it was signed', 'SIGNATURE_INVALID', (event) => ({ ...event, baseVersion: 3 })],
    ['signed with nothing', 'SIGNATURE_INVALID', (event) => ({ ...event, signature: '0'.repeat(64) })],
    [
      'of a device that nobody registered',
      'SIGNATURE_INVALID',
      (event, phone) => phone.sign({ ...event, deviceId: crypto.randomUUID() }),
    ],
    [
      'of another tenant',
      'TENANT_MISMATCH',
      (event, phone) => phone.sign({ ...event, tenantId: bravo.entry.id }),
    ],
    [
      'without its number',
      'VALIDATION_FAILED',
      (event, phone) => phone.sign({ ...event, deviceSequence: 0 }),
    ],
  ];

  test.each(forged)('%s: %s', async (_, code, forge) => {
    const wellId = await aWellId();
    const phone = await aPhone();
    const event = phone.event(entry(wellId, 40));
    expect(await phone.sync([forge(event, phone)])).toMatchObject({
      synced: [],
      failed: [{ eventId: event.id, code, retryable: false }],
    });
    expect(await phone.sync([event])).toMatchObject({ synced: [event.id] });
  });
});

const managersItem = await acme.manager.ask(endpoints.equipment.create, {
  params: { wellId: await aWellId() },
  body: anItem(),
});

describe('an event that its device did send is refused with', () => {
  const cases: readonly [string, (phone: TestDevice, wellId: string) => WireEvent][] = [
    [
      'EVENT_TYPE_UNKNOWN',
      (phone, wellId) => phone.event({ ...entry(wellId, 1), eventType: 'WELL_CREATED' }),
    ],
    ['EVENT_TYPE_UNKNOWN', (phone, wellId) => phone.event({ ...entry(wellId, 1), eventType: 'TANK_GAUGED' })],
    ['VALIDATION_FAILED', (phone, wellId) => phone.event(entry(wellId, -1))],
    ['VALIDATION_FAILED', (phone, wellId) => phone.event(entry(wellId, 1.234))],
    [
      'VALIDATION_FAILED',
      (phone, wellId) =>
        phone.event({
          aggregateId: wellId,
          payload: { productionDate: '2025-03-10', oilVolume: 1, rods: 7 },
        }),
    ],
    [
      'VALIDATION_FAILED',
      (phone, wellId) =>
        phone.event({
          aggregateId: wellId,
          payload: { productionDate: '2025-03-10', oilVolume: 1, notes: 'a\u0000b' },
        }),
    ],
    ['DATE_IN_FUTURE', (phone, wellId) => phone.event(entry(wellId, 1, '2099-01-01'))],
    [
      'RECORD_NOT_FOUND',
      (phone, wellId) =>
        phone.event({ ...entry(wellId, 1), eventType: 'PRODUCTION_UPDATED', baseVersion: 1 }),
    ],
    [
      'FORBIDDEN',
      (phone) =>
        phone.event({
          eventType: 'EQUIPMENT_DELETED',
          aggregateId: managersItem.id,
          baseVersion: 1,
          payload: {},
        }),
    ],
  ];

  test.each(cases)('%s, and holds up nothing beside it', async (code, make) => {
    const wellId = await aWellId();
    const phone = await aPhone();
    const bad = make(phone, wellId);
    const good = phone.event(entry(wellId, 42, '2025-03-11'));
    expect(await phone.sync([bad, good])).toMatchObject({
      synced: [good.id],
      failed: [{ eventId: bad.id, code, retryable: false, reason: expect.stringMatching(/./) }],
    });
    const { items } = await acme.manager.ask(endpoints.devices.refusedEvents, {
      query: { deviceId: phone.id },
    });
    expect(items).toMatchObject([{ eventId: bad.id, code, payload: bad['payload'] }]);
  });
});

describe('a whole batch is refused', () => {
  test.each([
    ['no JSON', '{"deviceId":', 400, 'MALFORMED_REQUEST'],
    ['no batch', '{"events":{}}', 400, 'VALIDATION_FAILED'],
    ['an event without an id', '{"events":[{}]}', 400, 'VALIDATION_FAILED'],
    ['an id without a letter', '{"events":[{"id":""}]}', 400, 'VALIDATION_FAILED'],
    ['nesting without end', `{"events":${'['.repeat(2_000_000)}`, 400, 'MALFORMED_REQUEST'],
    [
      '1,001 events',
      JSON.stringify({ events: Array.from({ length: 1001 }, () => ({})) }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    ['33 MiB', `"${'x'.repeat(33 * 1024 * 1024)}"`, 413, 'PAYLOAD_TOO_LARGE'],
  ])('for %s', async (_, body, status, code) => {
    const phone = await aPhone();
    const response = await phone.sendBody(body, uuidV7());
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
  });

  test('from a device that was revoked, whoever sends it, and from none', async () => {
    const owner = await acme.join('OPERATOR');
    const phone = await TestDevice.register(owner, now);
    await acme.admin.ask(endpoints.devices.revoke, { params: { deviceId: phone.id } });
    for (const [as, code] of [
      [owner, 'DEVICE_REVOKED'],
      [acme.operator, 'DEVICE_MISMATCH'],
      [bravo.operator, 'DEVICE_MISMATCH'],
    ] as const) {
      const response = await phone.send([], { as });
      expect([response.status, await response.json()]).toMatchObject([403, { code }]);
    }
  });
});

test('a device a year off syncs as well as any other, and its times are set right', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  clock.stopAt(now());
  const year = 365 * 86_400_000;
  const said = (ago: number): string => new Date(Date.parse(now()) + year - ago).toISOString();
  const event = phone.event({ ...entry(wellId, 40), timestamp: said(60_000) });
  expect(await phone.sync([event], { sentAt: said(0) })).toMatchObject({ synced: [event.id] });
  const { items } = await acme.manager.ask(endpoints.audit.events, { query: { wellId, limit: '1' } });
  expect(items[0]).toMatchObject({ occurredAt: new Date(Date.parse(now()) - 60_000).toISOString() });
  clock.run();
});

test('events are applied in the order of the device, not of the body', async () => {
  const wellId = await aWellId();
  const phone = await aPhone();
  const first = phone.event(entry(wellId, 40));
  const second = phone.event({ ...entry(wellId, 44), eventType: 'PRODUCTION_UPDATED' });
  expect((await phone.sync([second, first])).synced).toHaveLength(2);
  expect(await record(wellId)).toMatchObject({ value: { oilVolume: 44, version: 2 } });
});

test('a user may send so many batches a minute, and is told how long to wait', async () => {
  const small = await startApi({ settings: { WELLPULSE_SYNC_BATCHES_PER_MINUTE: '2' } });
  try {
    const phone = await TestDevice.register(small.acme.operator, () => small.clock.now());
    await phone.sync([]);
    await phone.sync([]);
    const third = await phone.send([]);
    expect([third.status, await third.json()]).toMatchObject([429, { code: 'TOO_MANY_REQUESTS' }]);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    const laptop = await TestDevice.register(small.acme.manager, () => small.clock.now());
    await laptop.sync([]);
  } finally {
    await small.stop();
  }
});
