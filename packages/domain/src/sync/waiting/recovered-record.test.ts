import type { RecoveredRecord } from '@wellpulse/contracts';
import { describe, expect, test } from 'vitest';
import { isLost, readRecovered, takingOver, type CurrentRecord } from './recovered-record.ts';

const WELL = '01890000-0000-7000-8000-000000000001';
const RECORD = '01890000-0000-7000-8000-000000000002';
const PERSON = '01890000-0000-7000-8000-000000000003';
const AT = '2025-10-20T14:30:00.000Z';
const DAY = '2025-10-20';
const written = { createdBy: PERSON, updatedBy: PERSON, createdAt: AT, updatedAt: AT, version: 3 };

const reading = (values: object = {}, given: Partial<RecoveredRecord> = {}): RecoveredRecord => ({
  entity: 'PRODUCTION',
  id: RECORD,
  version: 3,
  deleted: false,
  data: {
    id: RECORD,
    wellId: WELL,
    productionDate: DAY,
    oilVolume: 40,
    gasVolume: null,
    waterVolume: 7,
    entryMethod: 'MANUAL',
    ...written,
    ...values,
  },
  ...given,
});
const read = (record: RecoveredRecord): RecoveredRecord => {
  const known = readRecovered(record);
  if (known === null) throw new Error('It is a record');
  return known;
};
const current = (values: object = {}): CurrentRecord => ({
  ...read(reading()).data,
  version: 1,
  deleted: false,
  ...values,
});
const anew = (record: RecoveredRecord, current?: CurrentRecord) => takingOver(read(record), current);

describe('a lost reading', () => {
  test('is made again where nothing stands, and where one was deleted', () => {
    const made = {
      eventType: 'PRODUCTION_CREATED',
      aggregateId: WELL,
      payload: { productionDate: DAY, oilVolume: 40, waterVolume: 7 },
    };
    expect(anew(reading())).toEqual(made);
    expect(anew(reading(), current({ deleted: true }))).toEqual(made);
  });

  test('changes what differs from what stands, clears what it did not have, and is nothing where all is the same', () => {
    expect(anew(reading(), current({ oilVolume: 41, gasVolume: 9 }))).toEqual({
      eventType: 'PRODUCTION_UPDATED',
      aggregateId: WELL,
      payload: { productionDate: DAY, oilVolume: 40, gasVolume: null },
    });
    expect(anew(reading(), current())).toBeNull();
  });

  test('that was deleted deletes what stands, and nothing where nothing does', () => {
    const deleted = reading({}, { deleted: true });
    const deletion = {
      eventType: 'PRODUCTION_DELETED',
      aggregateId: WELL,
      payload: { productionDate: DAY },
    };
    expect(anew(deleted, current())).toEqual(deletion);
    expect(anew(deleted)).toBeNull();
    expect(anew(deleted, current({ deleted: true }))).toBeNull();
  });

  test('of an import gives way to what was measured, and a measured one takes the place of an estimate', () => {
    const estimate = reading({ estimatedFrom: '2025-10' });
    expect(anew(estimate)?.payload).toMatchObject({ estimatedFrom: '2025-10' });
    expect(anew(estimate, current({ oilVolume: 9 }))).toBeNull();
    const payload = { productionDate: DAY, oilVolume: 40, waterVolume: 7 };
    expect(anew(reading(), current({ estimatedFrom: '2025-10' }))?.payload).toEqual(payload);
  });
});

describe('a record is lost', () => {
  const LATER = '2025-10-20T15:00:00.000Z';
  const known = (...moments: readonly string[]) => ({
    isThere: true,
    changes: moments.map((receivedAt) => ({ receivedAt })),
  });

  test('unless the log holds the change that made it', () => {
    expect(isLost(reading(), known(AT))).toBe(false);
    expect(isLost(reading({ updatedAt: LATER }), known(AT))).toBe(true);
    expect(isLost(reading(), known())).toBe(true);
  });

  test('that was deleted, unless the log holds the change that deleted it, whatever the device had before', () => {
    const deleted = read(reading({ deletedAt: LATER }, { deleted: true }));
    expect(isLost(deleted, known(AT))).toBe(true);
    expect(isLost(deleted, known(AT, LATER))).toBe(false);
    expect(isLost(deleted, known(LATER))).toBe(false);
  });

  test('that was deleted, if an older app does not say when: a person decides', () => {
    expect(isLost(read(reading({}, { deleted: true })), known(AT))).toBe(true);
    expect(isLost(read(reading({ deletedAt: null }, { deleted: true })), known(AT))).toBe(true);
  });

  test('of maintenance where it is not there', () => {
    const log = { entity: 'MAINTENANCE', id: RECORD, version: 1, deleted: false, data: {} } as const;
    expect([true, false].map((isThere) => isLost(log, { ...known(), isThere }))).toEqual([false, true]);
  });
});

const WELL_DATA = { id: WELL, apiNumber: '42-165-12345', name: 'Acme #1', ...written };
const ITEM_DATA = { id: RECORD, wellId: WELL, equipmentType: 'TANK', serialNumber: 'T-1', ...written };
const LOG_DATA = {
  id: RECORD,
  equipmentId: PERSON,
  maintenanceDate: DAY,
  maintenanceType: 'REPAIR',
  description: 'Belt',
  photoUrls: [],
  ...written,
};

test.each([
  ['WELL', WELL_DATA, WELL, 'WELL_CREATED', { apiNumber: '42-165-12345', name: 'Acme #1' }],
  ['EQUIPMENT', ITEM_DATA, RECORD, 'EQUIPMENT_CREATED', { wellId: WELL, serialNumber: 'T-1' }],
  ['MAINTENANCE', LOG_DATA, PERSON, 'EQUIPMENT_MAINTENANCE_LOGGED', { maintenanceId: RECORD }],
] as const)('a lost %s is made again under its own id', (entity, data, aggregateId, eventType, payload) => {
  const record = { entity, id: data.id, version: 3, deleted: false, data };
  expect(anew(record)).toMatchObject({ eventType, aggregateId, payload });
});

test('wells and items that were deleted since stay so, and maintenance that is there is never changed', () => {
  const well = { entity: 'WELL', id: WELL, version: 3, deleted: false, data: WELL_DATA } as const;
  expect(anew(well, { ...WELL_DATA, deleted: true })).toBeNull();
  expect(anew(well, { ...read(well).data, version: 1, name: 'Acme #2', deleted: false })).toEqual({
    eventType: 'WELL_UPDATED',
    aggregateId: WELL,
    payload: { name: 'Acme #1' },
  });
  const log = { entity: 'MAINTENANCE', id: RECORD, version: 3, deleted: false, data: LOG_DATA } as const;
  expect(anew(log, { ...LOG_DATA, description: 'Other', deleted: false })).toBeNull();
});

test.each([
  ['with another id', reading({ id: WELL })],
  ['without a volume', reading({ oilVolume: null, waterVolume: null })],
  ['with a negative volume', reading({ oilVolume: -1 })],
  ['of no instant', reading({ updatedAt: 'yesterday' })],
  ['that was deleted at no instant', reading({ deletedAt: 'yesterday' }, { deleted: true })],
  ['of another kind', reading({}, { entity: 'WELL' })],
  ['with nothing in it', reading({}, { data: {} })],
])('a record %s is none', (_, record) => {
  expect(readRecovered(record)).toBeNull();
});
