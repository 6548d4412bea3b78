import type { EventPayload } from '@wellpulse/contracts';
import { beforeEach, expect, test } from 'vitest';
import type { Decision } from '../state/decision.ts';
import { anEvent, apply, aTenant, aWellRow, WELL_ID } from '../write-path/events.fixture.ts';
import type { Workset } from '../state/workset.ts';
import { searchKey } from '../texts.ts';

const ITEM = '01890000-0000-7000-8000-0000000000e1';
const OTHER = '01890000-0000-7000-8000-0000000000e2';
const PLUGGED = '01890000-0000-7000-8000-000000000002';

let tenant: Workset;
beforeEach(() => {
  tenant = aTenant();
  tenant.wells.load(PLUGGED, aWellRow({ id: PLUGGED, status: 'PLUGGED' }));
});

const create = (aggregateId: string, given: Partial<EventPayload<'EQUIPMENT_CREATED'>> = {}): Decision =>
  apply(
    tenant,
    anEvent('EQUIPMENT_CREATED', {
      aggregateId,
      payload: { wellId: WELL_ID, equipmentType: 'TANK', serialNumber: 'T-1', ...given },
    }),
  );
const update = (payload: EventPayload<'EQUIPMENT_UPDATED'>, baseVersion: number | null = null): Decision =>
  apply(tenant, anEvent('EQUIPMENT_UPDATED', { aggregateId: ITEM, baseVersion, payload }));

test('an item is operational unless somebody says otherwise', () => {
  expect(create(ITEM)).toMatchObject({ ok: true, recordId: ITEM });
  expect(tenant.equipment.get(ITEM)).toMatchObject({ status: 'OPERATIONAL', version: 1, assetTag: null });
});

test('an id is given once, also when its item was deleted', () => {
  create(ITEM);
  apply(tenant, anEvent('EQUIPMENT_DELETED', { aggregateId: ITEM, payload: {} }));
  expect(create(ITEM, { serialNumber: 'T-2' })).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'id' }],
  });
  const fromDevice = anEvent('EQUIPMENT_CREATED', {
    aggregateId: ITEM,
    deviceId: OTHER,
    payload: { wellId: WELL_ID, equipmentType: 'TANK', serialNumber: 'T-2' },
  });
  expect(apply(tenant, fromDevice)).toMatchObject({ ok: false, code: 'EQUIPMENT_DELETED' });
});

test('it stands at a well that is there and not plugged', () => {
  expect(create(ITEM, { wellId: PLUGGED })).toMatchObject({ code: 'WELL_PLUGGED' });
  expect(create(ITEM, { wellId: OTHER })).toMatchObject({ code: 'WELL_NOT_FOUND' });
  create(ITEM);
  expect(update({ wellId: PLUGGED })).toMatchObject({ code: 'WELL_PLUGGED' });
});

test('a serial number is taken in any case of its letters, until its item is deleted', () => {
  create(ITEM);
  const taken = { code: 'SERIAL_NUMBER_TAKEN', errors: [{ path: 'serialNumber' }] };
  expect(create(OTHER, { serialNumber: 't-1' })).toMatchObject(taken);
  expect(update({ serialNumber: 't-1' })).toMatchObject({ ok: true, changed: true });
  apply(tenant, anEvent('EQUIPMENT_DELETED', { aggregateId: ITEM, payload: {} }));
  expect(create(OTHER, { serialNumber: 'T-1' }).ok).toBe(true);
  expect(searchKey('MÆRSK-1')).toBe(searchKey('mærsk-1'));
});

test('a change is for the version that was read, and one that changes nothing is none', () => {
  create(ITEM);
  expect(update({ model: 'M' }, 2)).toMatchObject({ code: 'VERSION_CONFLICT', current: { version: 1 } });
  expect(update({ serialNumber: 'T-1' }, 1)).toMatchObject({ ok: true, changed: false });
  update({ model: 'M' }, 1);
  expect(tenant.equipment.get(ITEM)).toMatchObject({ model: 'M', serialNumber: 'T-1', version: 2 });
});
