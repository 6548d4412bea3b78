/** Whatever a device sends: a clear refusal for each bad event, and the good ones beside it are settled. */
import { endpoints, syncAnswerSchema, type SyncAnswer } from '@wellpulse/contracts';
import { aWell, TestDevice, type WireEvent } from '@wellpulse/testing';
import fc from 'fast-check';
import { v7 as uuidV7 } from 'uuid';
import { times } from '@wellpulse/testing/depth';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, clock } = api;
const phone = await TestDevice.register(acme.operator, () => clock.now());
const { id: wellId } = await acme.manager.ask(endpoints.wells.create, { body: aWell() });

/** The same values in every run; another seed hunts for others. */
const SEED = 20_251_020;

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'a\u0000b',
    '\uD800',
    '{"$gt":""}',
    "'; drop table event_log; --",
    '0001-01-01',
    '9999-12-31',
    '2025-02-29',
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '00000000-0000-0000-0000-000000000000',
    -0,
    1e308,
    1e-7,
    99_999_999.99,
    100_000_000,
    Number.MAX_SAFE_INTEGER,
    2 ** 31,
    true,
    [],
    {},
    deep(500),
    { __proto__: null, constructor: 1 },
    'x'.repeat(5000),
  ),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const types = fc.constantFrom(
  'PRODUCTION_CREATED',
  'PRODUCTION_UPDATED',
  'PRODUCTION_DELETED',
  'EQUIPMENT_CREATED',
  'EQUIPMENT_UPDATED',
  'EQUIPMENT_MAINTENANCE_LOGGED',
  'CONFLICT_RESOLVED',
  'WELL_DELETED',
  'PHOTO_STORED',
);
const payloadKeys = fc.constantFrom(
  'productionDate',
  'oilVolume',
  'notes',
  'location',
  'wellId',
  'serialNumber',
  'status',
  'maintenanceId',
  'maintenanceDate',
  'photos',
  'cost',
  'choice',
  'values',
  'constructor',
  '__proto__',
);
const envelopeKeys = fc.constantFrom(
  'tenantId',
  'deviceId',
  'deviceSequence',
  'userId',
  'eventType',
  'aggregateId',
  'baseVersion',
  'timestamp',
  'payload',
  'signature',
  'extra',
);

const plausible = {
  productionDate: '2025-03-10',
  oilVolume: 42,
  wellId,
  equipmentType: 'TANK',
  maintenanceDate: '2025-03-10',
  maintenanceType: 'REPAIR',
  description: 'Belt',
  choice: 'MERGED',
};

/** An event with a payload that is partly right, and partly what nobody would send; signed all the same. */
const badEvent = fc
  .record({
    eventType: types,
    keep: fc.subarray(Object.keys(plausible)),
    payload: fc.dictionary(payloadKeys, nasty, { maxKeys: 3 }),
    envelope: fc.option(fc.tuple(envelopeKeys, nasty), { nil: null }),
  })
  .map(({ eventType, keep, payload, envelope }): WireEvent => {
    const kept = Object.fromEntries(Object.entries(plausible).filter(([key]) => keep.includes(key)));
    const event = phone.draft({ eventType, aggregateId: wellId, payload: { ...kept, ...payload } });
    if (envelope === null) return signed(event);
    const [key, value] = envelope;
    return key === 'signature' ? { ...event, signature: value } : signed({ ...event, [key]: value });
  });

/** What can't be signed is sent without a signature. */
function signed(event: WireEvent): WireEvent {
  try {
    return phone.sign(event);
  } catch {
    return event;
  }
}

const idsIn = ({ synced, conflicts, failed }: SyncAnswer): string[] =>
  [...synced, ...conflicts.map(({ eventId }) => eventId), ...failed.map(({ eventId }) => eventId)].sort();

let day = Date.UTC(1990, 0, 1);
const nextDay = (): string => {
  day += 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
};

test('each event of any batch is answered once, and the good ones are taken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(badEvent, { minLength: 1, maxLength: 8 }), async (events) => {
      const good = phone.event({ aggregateId: wellId, payload: { productionDate: nextDay(), oilVolume: 1 } });
      const batch = [...events.slice(0, 4), good, ...events.slice(4)];
      const answer = syncAnswerSchema.parse(await phone.sync(batch));
      expect(idsIn(answer)).toEqual(batch.map(({ id }) => id).sort());
      expect(answer.synced).toContain(good.id);
      for (const { reason, retryable } of answer.failed) {
        expect(reason).not.toBe('');
        expect(retryable).toBe(false);
      }
      const again = await phone.sync(batch);
      expect({ ...again, serverTime: '' }).toEqual({ ...answer, serverTime: '' });
    }),
    { seed: SEED, numRuns: times(60, 600) },
  );
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('any body at all is answered with a problem, never with a failure of the server', async () => {
  const bodies = fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 200 }),
    fc
      .record({
        deviceId: fc.oneof(fc.constant(phone.id), nasty),
        sentAt: fc.oneof(fc.constant(clock.now()), nasty),
        events: fc.oneof(fc.array(nasty, { maxLength: 3 }), nasty),
        photos: nasty,
      })
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const bytes = typeof body === 'string' ? body : new Uint8Array(body);
      const response = await phone.sendBody(bytes, uuidV7());
      expect([200, 400, 403]).toContain(response.status);
    }),
    { seed: SEED, numRuns: times(60, 600) },
  );
});
