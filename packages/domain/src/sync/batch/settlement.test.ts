/** On a shared truck a creation waits for its author. What rests on it comes in the same batch (ADR 90). */
import { signedEventSchema, type EventType } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { applyEach } from '../../write-path/apply-each.ts';
import { aTenant, WELL_ID } from '../../write-path/events.fixture.ts';
import type { ReadingContext } from './read-device-event.ts';
import { readReceivedEvents, type RawEvent } from './received-event.ts';
import { Settlement } from './settlement.ts';

const AT = '2025-06-15T18:00:00.000Z';
const TENANT = '01890000-0000-7000-8000-0000000000ff';
const TRUCK = '01890000-0000-7000-8000-0000000000d4';
const ANN = '01890000-0000-7000-8000-0000000000a1';
const BEN = '01890000-0000-7000-8000-0000000000a2';
const ITEM = '01890000-0000-7000-8000-0000000000e1';
const DAY = '2025-06-10';
const [ENDED, GOOD] = [Uint8Array.of(1), Uint8Array.of(2)];

const context: ReadingContext = {
  tenantId: TENANT,
  carrierId: BEN,
  receivedAt: AT,
  protocol: 2,
  skew: 0,
  platformOf: () => 'ANDROID',
  keysOf: () => [GOOD],
  endedKeysOf: () => [ENDED],
  rightsOf: () => ({ roleThen: 'MANAGER', lowestRole: 'MANAGER', endedAt: null }),
  matches: (key, _, signature) => signature === String(key[0]).repeat(64),
};

let count = 0;
function anEvent(userId: string, eventType: EventType, payload: object, aggregateId = WELL_ID): RawEvent {
  count += 1;
  return signedEventSchema.parse({
    id: `01890000-0000-7000-9100-${String(count).padStart(12, '0')}`,
    tenantId: TENANT,
    deviceId: TRUCK,
    deviceSequence: count,
    userId,
    eventType,
    aggregateId,
    baseVersion: 0,
    timestamp: '2025-06-15T12:00:00.000Z',
    payload,
    signature: (userId === ANN ? '1' : '2').repeat(64),
  });
}

/** What becomes of each, and which ids are settled. */
function settle(events: readonly RawEvent[], workset = aTenant()) {
  const received = readReceivedEvents(events, context, (text) => text);
  const settlement = new Settlement(received, new Map(), ({ outcome }) => outcome);
  const verdicts = settlement.conclude(applyEach(workset, settlement.judgeableEvents));
  const results = [...settlement.outcomes.values()].map((outcome) =>
    outcome.result === 'FAILED' ? outcome.code : outcome.result,
  );
  return { results, settled: verdicts.map(({ received: { eventId } }) => eventId) };
}

const item = { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' };
const service = {
  maintenanceId: '01890000-0000-7000-8000-0000000000f1',
  maintenanceDate: DAY,
  maintenanceType: 'REPAIR',
  description: 'Chain',
};

test.each([
  ['a correction', () => anEvent(BEN, 'PRODUCTION_UPDATED', { productionDate: DAY, oilVolume: 5 })],
  ['a deletion', () => anEvent(BEN, 'PRODUCTION_DELETED', { productionDate: DAY })],
])('%s of a reading that waits for its author settles nothing, and is to be sent again', (_, follow) => {
  const created = anEvent(ANN, 'PRODUCTION_CREATED', { productionDate: DAY, oilVolume: 70 });
  const later = anEvent(BEN, 'PRODUCTION_UPDATED', { productionDate: DAY, notes: 'Belt' });
  expect(settle([created, follow(), later])).toEqual({
    results: ['SIGNATURE_INVALID', 'BASE_MISSING', 'BASE_MISSING'],
    settled: [],
  });
});

test.each([
  ['a correction', () => anEvent(BEN, 'EQUIPMENT_UPDATED', { model: 'C-320' }, ITEM)],
  ['its maintenance', () => anEvent(BEN, 'EQUIPMENT_MAINTENANCE_LOGGED', service, ITEM)],
  ['a deletion', () => anEvent(BEN, 'EQUIPMENT_DELETED', {}, ITEM)],
])('%s of an item that waits for its author settles nothing', (_, follow) => {
  const created = anEvent(ANN, 'EQUIPMENT_CREATED', item, ITEM);
  expect(settle([created, follow()])).toEqual({
    results: ['SIGNATURE_INVALID', 'BASE_MISSING'],
    settled: [],
  });
});

test('what stands without it goes on, and so does all else', () => {
  const workset = aTenant();
  const stands = anEvent(BEN, 'PRODUCTION_CREATED', { productionDate: DAY, oilVolume: 40 });
  settle([stands], workset);
  const waits = anEvent(ANN, 'PRODUCTION_CREATED', { productionDate: DAY, oilVolume: 70 });
  const correction = anEvent(BEN, 'PRODUCTION_UPDATED', { productionDate: DAY, oilVolume: 5 });
  const other = anEvent(BEN, 'PRODUCTION_UPDATED', { productionDate: '2025-06-11', oilVolume: 5 });
  expect(settle([waits, correction, other], workset)).toEqual({
    results: ['SIGNATURE_INVALID', 'SYNCED', 'RECORD_NOT_FOUND'],
    settled: [correction.id, other.id],
  });
});
