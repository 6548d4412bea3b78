import type { EventPayload } from '@wellpulse/contracts';
import { beforeEach, expect, test } from 'vitest';
import type { Decision } from '../state/decision.ts';
import { anEvent, apply, aTenant, WELL_ID } from '../write-path/events.fixture.ts';
import { photoKey } from './photo-owner.ts';
import type { PhotoRow, Workset } from '../state/workset.ts';

const ITEM = '01890000-0000-7000-8000-0000000000e1';
const FIRST = '01890000-0000-7000-8000-0000000000f1';
const SECOND = '01890000-0000-7000-8000-0000000000f2';
const SHA256 = 'ab'.repeat(32);

let tenant: Workset;
beforeEach(() => {
  tenant = aTenant();
  const payload = { wellId: WELL_ID, equipmentType: 'TANK' as const, serialNumber: 'T-1' };
  apply(tenant, anEvent('EQUIPMENT_CREATED', { aggregateId: ITEM, payload }));
});

const announce = (given: Partial<EventPayload<'PHOTO_ANNOUNCED'>> = {}): Decision =>
  apply(
    tenant,
    anEvent('PHOTO_ANNOUNCED', {
      aggregateId: ITEM,
      payload: { photoId: FIRST, sha256: SHA256, sizeBytes: 1000, contentType: 'image/jpeg', ...given },
    }),
  );
const store = (sha256 = SHA256): Decision =>
  apply(
    tenant,
    anEvent('PHOTO_STORED', {
      aggregateId: ITEM,
      payload: {
        photoId: FIRST,
        sha256,
        sizeBytes: 1000,
        contentType: 'image/jpeg',
        width: 640,
        height: 480,
        hasThumbnail: true,
      },
    }),
  );
const lose = (): Decision =>
  apply(tenant, anEvent('PHOTO_LOST', { aggregateId: ITEM, payload: { photoId: FIRST, sha256: SHA256 } }));
const photo = (): PhotoRow | undefined =>
  tenant.photos.get(photoKey({ kind: 'EQUIPMENT', id: ITEM }, SHA256));

test('a photo waits, is stored, may be lost, and may be stored again', () => {
  announce();
  expect(photo()).toMatchObject({ state: 'WAITING', width: null, hasThumbnail: false, version: 1 });
  store();
  expect(photo()).toMatchObject({ state: 'STORED', width: 640, height: 480, hasThumbnail: true, version: 2 });
  lose();
  expect(photo()).toMatchObject({ state: 'MISSING', version: 3 });
  store();
  expect(photo()).toMatchObject({ state: 'STORED', version: 4 });
});

test('what is said again changes nothing', () => {
  announce();
  expect(announce()).toMatchObject({ ok: true, changed: false });
  store();
  expect(store()).toMatchObject({ ok: true, changed: false });
  expect(announce({ sizeBytes: 5 })).toMatchObject({ ok: true, changed: false });
});

test('a photo that waits is missing once nobody holds it, and is stored when somebody does after all', () => {
  announce();
  expect(lose()).toMatchObject({ ok: true, changed: true });
  expect(photo()).toMatchObject({ state: 'MISSING' });
  expect(lose()).toMatchObject({ ok: true, changed: false });
  announce();
  store();
  expect(photo()).toMatchObject({ state: 'STORED' });
});

test('the same bytes under another id are the same photo with one more name', () => {
  announce();
  expect(announce({ photoId: SECOND })).toMatchObject({ ok: true, recordId: FIRST, changed: true });
  expect(photo()).toMatchObject({ id: FIRST, aliasIds: [SECOND] });
});

test('an id, or another name, stands for one photo only', () => {
  announce();
  announce({ photoId: SECOND });
  for (const photoId of [FIRST, SECOND]) {
    expect(announce({ photoId, sha256: 'cd'.repeat(32) })).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'photoId' }],
    });
  }
});

test('what was announced wrongly can be put right until it is stored', () => {
  announce({ sizeBytes: 5, contentType: 'image/png' });
  announce();
  expect(photo()).toMatchObject({ sizeBytes: 1000, contentType: 'image/jpeg', version: 2 });
});

test('the instant that it was taken at is kept in UTC, whatever the zone it was given in', () => {
  announce({ takenAt: '2025-03-10T08:15:00.5-06:00' });
  expect(photo()?.takenAt).toBe('2025-03-10T14:15:00.500Z');
});

test('an item that is deleted takes no more photos; what was announced may still arrive', () => {
  announce();
  apply(tenant, anEvent('EQUIPMENT_DELETED', { aggregateId: ITEM, payload: {} }));
  expect(announce({ photoId: SECOND })).toMatchObject({ code: 'EQUIPMENT_NOT_FOUND' });
  expect(store()).toMatchObject({ ok: true });
  expect(store('cd'.repeat(32))).toMatchObject({ code: 'PHOTO_NOT_FOUND' });
});

test('a well has photos of its own, also the same picture as an item', () => {
  announce();
  const payload = { photoId: SECOND, sha256: SHA256, sizeBytes: 1000, contentType: 'image/jpeg' } as const;
  const ofWell = (aggregateId: string, photoId = SECOND): Decision =>
    apply(
      tenant,
      anEvent('PHOTO_ANNOUNCED', { aggregateId, payload: { ...payload, photoId, owner: 'WELL' } }),
    );
  expect(ofWell(ITEM)).toMatchObject({ code: 'WELL_NOT_FOUND' });
  expect(ofWell(WELL_ID, FIRST)).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'photoId' }] });
  expect(ofWell(WELL_ID)).toMatchObject({ ok: true, recordId: SECOND });
  const key = photoKey({ kind: 'WELL', id: WELL_ID }, SHA256);
  expect(tenant.photos.get(key)).toMatchObject({ equipmentId: null, wellId: WELL_ID, state: 'WAITING' });
  expect(photo()).toMatchObject({ equipmentId: ITEM, wellId: null, aliasIds: [] });
});
