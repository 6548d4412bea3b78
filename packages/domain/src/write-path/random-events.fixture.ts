/** Events at random, of few records, so that they often meet. */
import fc from 'fast-check';
import { addDays } from '../calendar.ts';
import type { DomainEvent } from '../state/event.ts';
import { anEvent, USER_ID, WELL_ID } from './events.fixture.ts';

const wellIds = [WELL_ID, '01890000-0000-7000-8000-000000000002', '01890000-0000-7000-8000-000000000009'];
const userIds = [USER_ID, '01890000-0000-7000-8000-0000000000bb', '01890000-0000-7000-8000-0000000000cc'];
const apiNumbers = ['42-165-12345', '42-165-00001', '42-165-00002'];
const emails = ['a@test.example', 'b@test.example', 'c@test.example'];

const equipmentIds = [1, 2, 3].map((number) => `01890000-0000-7000-8000-0000000000e${number}`);
const photoIds = [1, 2, 3].map((number) => `01890000-0000-7000-8000-0000000000f${number}`);
const maintenanceIds = [1, 2].map((number) => `01890000-0000-7000-8000-0000000000d${number}`);

/** Mostly one that is there. */
const wellId = fc.constantFrom(WELL_ID, WELL_ID, ...wellIds);
const equipmentId = fc.constantFrom(...equipmentIds);
const serialNumber = fc.constantFrom('PJ-1', 'pj-1', 'PJ-2');
const equipmentStatus = fc.constantFrom('OPERATIONAL' as const, 'FAILED' as const);
const photo = fc.record({
  photoId: fc.constantFrom(...photoIds),
  sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
  sizeBytes: fc.constantFrom(1000, 2000),
  contentType: fc.constant('image/jpeg' as const),
});
/** Mostly none. */
const photos = fc.oneof(
  { weight: 3, arbitrary: fc.array(photo, { maxLength: 0 }) },
  fc.array(photo, { maxLength: 2 }),
);
const userId = fc.constantFrom(...userIds);
const email = fc.constantFrom(...emails);
const role = fc.constantFrom('ADMIN' as const, 'VIEWER' as const);
const status = fc.constantFrom('ACTIVE' as const, 'SUSPENDED' as const);
const owner = fc.oneof(
  equipmentId.map((aggregateId) => ({ aggregateId, owner: 'EQUIPMENT' as const })),
  wellId.map((aggregateId) => ({ aggregateId, owner: 'WELL' as const })),
);
const baseVersion = fc.constantFrom(null, 1, 2, 3);
const day = fc.integer({ min: 0, max: 4 }).map((offset) => addDays('2025-06-12', offset));
const volume = fc.constantFrom(null, 0, 10, 20);

/** Of wells, production, people and settings. */
const dashboardEvent: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc
    .record({
      aggregateId: wellId,
      productionDate: day,
      oilVolume: fc.constantFrom(0, 10, 20),
      gasVolume: volume,
      photos,
    })
    .map(({ aggregateId, ...payload }) => anEvent('PRODUCTION_CREATED', { aggregateId, payload })),
  fc
    .record({
      aggregateId: wellId,
      baseVersion,
      productionDate: day,
      oilVolume: volume,
      gasVolume: volume,
      photos,
    })
    .map(({ aggregateId, baseVersion: base, ...payload }) =>
      anEvent('PRODUCTION_UPDATED', { aggregateId, baseVersion: base, payload }),
    ),
  fc
    .record({ aggregateId: wellId, baseVersion, productionDate: day })
    .map(({ aggregateId, baseVersion: base, productionDate }) =>
      anEvent('PRODUCTION_DELETED', { aggregateId, baseVersion: base, payload: { productionDate } }),
    ),
  fc
    .record({
      aggregateId: wellId,
      apiNumber: fc.constantFrom(...apiNumbers),
      operatorIds: fc.subarray(userIds),
    })
    .map(({ aggregateId, apiNumber, operatorIds }) => {
      const id = `${aggregateId.slice(0, -3)}${apiNumber.slice(-3)}`;
      return anEvent('WELL_CREATED', {
        aggregateId: id,
        payload: { name: 'Two Draw #3', apiNumber, operatorIds },
      });
    }),
  fc
    .record({
      aggregateId: wellId,
      baseVersion,
      status: fc.constantFrom('ACTIVE' as const, 'PLUGGED' as const),
      operatorIds: fc.subarray(userIds),
      latitude: fc.constantFrom(null, 31),
    })
    .map(({ aggregateId, baseVersion: base, ...payload }) =>
      anEvent('WELL_UPDATED', { aggregateId, baseVersion: base, payload }),
    ),
  wellId.map((aggregateId) => anEvent('WELL_DELETED', { aggregateId, payload: {} })),
  fc
    .record({ aggregateId: userId, email, role, status })
    .map(({ aggregateId, ...payload }) =>
      anEvent('USER_CREATED', { aggregateId, payload: { ...payload, name: 'Somebody' } }),
    ),
  fc
    .record({ aggregateId: userId, baseVersion, email, role, status })
    .map(({ aggregateId, baseVersion: base, ...payload }) =>
      anEvent('USER_UPDATED', { aggregateId, baseVersion: base, payload }),
    ),
  userId.map((aggregateId) => anEvent('USER_DELETED', { aggregateId, payload: {} })),
  userId.map((aggregateId) => anEvent('USER_PASSWORD_SET', { aggregateId, payload: {} })),
  fc
    .record({ baseVersion, varianceThresholdPercent: fc.constantFrom(10, 20, 50) })
    .map(({ baseVersion: base, ...payload }) =>
      anEvent('TENANT_SETTINGS_UPDATED', { baseVersion: base, payload }),
    ),
);

/** Of items, their maintenance and their photos. */
const equipmentEvent: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc
    .record({ aggregateId: equipmentId, wellId, serialNumber })
    .map(({ aggregateId, ...payload }) =>
      anEvent('EQUIPMENT_CREATED', { aggregateId, payload: { ...payload, equipmentType: 'PUMP_JACK' } }),
    ),
  fc
    .record({
      aggregateId: equipmentId,
      baseVersion,
      change: fc.record({ wellId, serialNumber, status: equipmentStatus }, { requiredKeys: [] }),
    })
    .map(({ aggregateId, baseVersion: base, change }) =>
      anEvent('EQUIPMENT_UPDATED', { aggregateId, baseVersion: base, payload: change }),
    ),
  equipmentId.map((aggregateId) => anEvent('EQUIPMENT_DELETED', { aggregateId, payload: {} })),
  fc
    .record({
      aggregateId: equipmentId,
      maintenanceId: fc.constantFrom(...maintenanceIds),
      maintenanceDate: day,
      equipmentStatus: fc.option(equipmentStatus),
      photos,
    })
    .map(({ aggregateId, ...payload }) =>
      anEvent('EQUIPMENT_MAINTENANCE_LOGGED', {
        aggregateId,
        payload: { ...payload, maintenanceType: 'REPAIR', description: 'Belt' },
      }),
    ),
  fc
    .record({ owner, payload: photo })
    .map(({ owner: { aggregateId, ...of }, payload }) =>
      anEvent('PHOTO_ANNOUNCED', { aggregateId, payload: { ...payload, ...of } }),
    ),
  fc.record({ owner, payload: photo }).map(({ owner: { aggregateId, ...of }, payload }) =>
    anEvent('PHOTO_STORED', {
      aggregateId,
      payload: { ...payload, ...of, width: 10, height: 10, hasThumbnail: true },
    }),
  ),
  fc
    .record({ owner, payload: photo })
    .map(({ owner: { aggregateId, ...of }, payload: { photoId, sha256 } }) =>
      anEvent('PHOTO_LOST', { aggregateId, payload: { photoId, sha256, ...of } }),
    ),
);

export const event = fc.oneof(dashboardEvent, equipmentEvent);

/** Two items to begin with: else most of what happens has nothing to happen to. */
const items = equipmentIds.slice(0, 2).map((aggregateId, index) =>
  anEvent('EQUIPMENT_CREATED', {
    aggregateId,
    payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: `PJ-${index}` },
  }),
);

/** What happened in a tenant, one after the other: of everything, or of one area alone, where more is in conflict. */
export function someEvents(maxLength: number): fc.Arbitrary<DomainEvent[]> {
  const length = { maxLength, size: 'max' } as const;
  return fc
    .oneof(fc.array(event, length), fc.array(dashboardEvent, length), fc.array(equipmentEvent, length))
    .map((events) => [...items, ...events]);
}
