import type { EventPayload } from '@wellpulse/contracts';
import { beforeEach, expect, test } from 'vitest';
import type { Decision } from '../state/decision.ts';
import { anEvent, apply, aTenant, WELL_ID } from '../write-path/events.fixture.ts';
import { photoKey } from '../photos/photo-owner.ts';
import type { Workset } from '../state/workset.ts';

const ITEM = '01890000-0000-7000-8000-0000000000e1';
const LOG = '01890000-0000-7000-8000-0000000000d1';
const PHOTO = '01890000-0000-7000-8000-0000000000f1';

let tenant: Workset;
beforeEach(() => {
  tenant = aTenant();
  const payload = { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' } as const;
  apply(tenant, anEvent('EQUIPMENT_CREATED', { aggregateId: ITEM, payload }));
});

type Payload = EventPayload<'EQUIPMENT_MAINTENANCE_LOGGED'>;
const log = (given: Partial<Payload> = {}): Decision =>
  apply(
    tenant,
    anEvent('EQUIPMENT_MAINTENANCE_LOGGED', {
      aggregateId: ITEM,
      payload: {
        maintenanceId: LOG,
        maintenanceDate: '2025-06-15',
        maintenanceType: 'ROUTINE',
        description: 'Greased',
        ...given,
      },
    }),
  );
const aPhoto = (photoId: string, digit: string): NonNullable<Payload['photos']>[number] => ({
  photoId,
  sha256: digit.repeat(64),
  sizeBytes: 1000,
  contentType: 'image/jpeg',
});

test('what the event leaves out is null, and the interval gives the next day', () => {
  expect(log()).toMatchObject({ ok: true, recordId: LOG });
  expect(tenant.maintenance.get(LOG)).toMatchObject({
    technician: null,
    cost: null,
    equipmentStatus: null,
    location: null,
    photoUrls: [],
    nextMaintenanceDate: '2025-09-13',
  });
});

test('at a well that was plugged it is taken up to the day of plugging', () => {
  const well = tenant.wells.get(WELL_ID);
  if (well === undefined) throw new Error('The tenant has a well');
  tenant.wells.put(WELL_ID, { ...well, status: 'PLUGGED', pluggedOn: '2025-06-14' });
  expect(log()).toMatchObject({ ok: false, code: 'WELL_PLUGGED' });
  expect(log({ maintenanceDate: '2025-06-14' })).toMatchObject({ ok: true });
});

test('the next day that the technician gives stands', () => {
  log({ nextMaintenanceDate: '2026-01-01' });
  expect(tenant.maintenance.get(LOG)?.nextMaintenanceDate).toBe('2026-01-01');
});

test('the new status of the item comes with the log, and counts as a change of the item', () => {
  log({ equipmentStatus: 'FAILED' });
  expect(tenant.equipment.get(ITEM)).toMatchObject({ status: 'FAILED', version: 2 });
});

test('a status that the item has already leaves the item alone', () => {
  expect(log({ equipmentStatus: 'OPERATIONAL' })).toMatchObject({ ok: true, changed: true });
  expect(tenant.equipment.get(ITEM)?.version).toBe(1);
});

test('photos are known from the log on, each once, and waited for', () => {
  const photo = aPhoto(PHOTO, 'a');
  log({ photos: [photo, { ...photo, photoId: '01890000-0000-7000-8000-0000000000f2' }] });
  expect(tenant.maintenance.get(LOG)?.photoUrls).toEqual([`equipment/${ITEM}/${'a'.repeat(64)}`]);
  expect(tenant.photos.get(photoKey({ kind: 'EQUIPMENT', id: ITEM }, 'a'.repeat(64)))).toMatchObject({
    id: PHOTO,
    aliasIds: ['01890000-0000-7000-8000-0000000000f2'],
    state: 'WAITING',
  });
});

test('a log with two photos of one name is refused, and none of them is taken', () => {
  expect(log({ photos: [aPhoto(PHOTO, 'a'), aPhoto(PHOTO, 'b')] })).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'photos[1].photoId' }],
  });
  expect(tenant.photos.all()).toEqual([]);
  log({ photos: [aPhoto(PHOTO, 'a')] });
  const later = { maintenanceId: '01890000-0000-7000-8000-0000000000d2', photos: [aPhoto(PHOTO, 'b')] };
  expect(log(later)).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'photos[0].photoId' }] });
});

test('a log has an id of its own, a day that has come, and an item that is there', () => {
  expect(log({ maintenanceDate: '2025-06-16' })).toMatchObject({
    code: 'DATE_IN_FUTURE',
    errors: [{ path: 'maintenanceDate' }],
  });
  log();
  expect(log()).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'maintenanceId' }] });
  const elsewhere = anEvent('EQUIPMENT_MAINTENANCE_LOGGED', {
    payload: {
      maintenanceId: LOG,
      maintenanceDate: '2025-06-15',
      maintenanceType: 'REPAIR',
      description: 'x',
    },
  });
  expect(apply(tenant, elsewhere)).toEqual({ ok: false, code: 'EQUIPMENT_NOT_FOUND' });
});
