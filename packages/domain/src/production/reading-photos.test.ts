import type { EventPhoto } from '@wellpulse/contracts';
import { beforeEach, describe, expect, test } from 'vitest';
import { photoKey } from '../photos/photo-owner.ts';
import { productionKey, SETTINGS_KEY, type Workset } from '../state/workset.ts';
import { anEvent, aTenant, apply, USER_ID, WELL_ID } from '../write-path/events.fixture.ts';

const DAY = '2025-06-10';
const ANN = '01890000-0000-7000-8000-0000000000a1';
const PHONE = { deviceId: '01890000-0000-7000-8000-0000000000d1', source: 'MOBILE', userId: ANN } as const;
const TABLET = { deviceId: '01890000-0000-7000-8000-0000000000d2', source: 'MOBILE' } as const;
const [A, B] = ['a'.repeat(64), 'b'.repeat(64)] as const;

const aPhoto = (sha256: string): EventPhoto => ({
  photoId: `01890000-0000-7000-8000-0000000000f${sha256[0] ?? ''}`,
  sha256,
  sizeBytes: 1000,
  contentType: 'image/jpeg',
});

let tenant: Workset;
beforeEach(() => {
  tenant = aTenant();
});

const day = { productionDate: DAY };
const creation = (payload: object, given: object = {}) =>
  anEvent('PRODUCTION_CREATED', { payload: { ...day, oilVolume: 40, ...payload }, ...given });
const update = (payload: object, given: object = {}) =>
  anEvent('PRODUCTION_UPDATED', { payload: { ...day, ...payload }, ...given });
const deletion = (given: object) => anEvent('PRODUCTION_DELETED', { payload: day, ...given });
const reading = () => tenant.production.get(productionKey(WELL_ID, DAY));

test('the photos of an entry are known for its well, and belong to the reading', () => {
  apply(tenant, creation({ photos: [aPhoto(B), aPhoto(A), aPhoto(A)] }));
  expect(reading()).toMatchObject({ photoHashes: [A, B], version: 1 });
  const photo = tenant.photos.get(photoKey({ kind: 'WELL', id: WELL_ID }, A));
  expect(photo).toMatchObject({ wellId: WELL_ID, equipmentId: null, state: 'WAITING', createdBy: USER_ID });
});

test('later entries add theirs, and one that names only photos is a change', () => {
  apply(tenant, creation({ photos: [aPhoto(A)] }));
  expect(apply(tenant, update({ photos: [aPhoto(B)] }))).toMatchObject({ ok: true, changed: true });
  expect(reading()).toMatchObject({ oilVolume: 40, photoHashes: [A, B], version: 2 });
  apply(tenant, update({ gasVolume: 7 }));
  expect(reading()).toMatchObject({ gasVolume: 7, photoHashes: [A, B], version: 3 });
});

test('an entry that loses, and one that waits for a person, gives its photos all the same', () => {
  const at = (occurredAt: string) => ({ baseVersion: 0, occurredAt });
  apply(tenant, creation({}, { ...PHONE, ...at('2025-06-11T12:00:00.000Z') }));
  const late = creation(
    { oilVolume: 50, photos: [aPhoto(A)] },
    { ...TABLET, ...at('2025-06-11T11:00:00.000Z') },
  );
  expect(apply(tenant, late)).toMatchObject({ conflict: { outcome: 'SKIP' } });
  expect(reading()).toMatchObject({ oilVolume: 40, photoHashes: [A] });

  tenant.settings.put(SETTINGS_KEY, { ...tenant.tenantSettings, conflictPolicy: 'PROMPT' });
  const prompted = creation({ oilVolume: 60, photos: [aPhoto(B)] }, { ...TABLET, ...at(late.occurredAt) });
  expect(apply(tenant, prompted)).toMatchObject({ conflict: { outcome: 'USER_PROMPT' } });
  expect(reading()).toMatchObject({ oilVolume: 40, photoHashes: [A, B] });
});

describe('what is taken back', () => {
  beforeEach(() => {
    apply(tenant, creation({ oilVolume: 70, photos: [aPhoto(A)] }, { ...PHONE, baseVersion: 0 }));
    const occurredAt = '2025-06-01T00:00:00.000Z';
    const given = { oilVolume: 5, photos: [aPhoto(B)] };
    apply(tenant, creation(given, { ...TABLET, baseVersion: 0, occurredAt }));
  });

  test('takes its photos with it, and leaves those of a colleague', () => {
    expect(reading()).toMatchObject({ oilVolume: 70, photoHashes: [A, B] });
    const before = reading()?.version ?? 0;
    apply(tenant, deletion({ ...TABLET, baseVersion: 0 }));
    expect(reading()).toMatchObject({ oilVolume: 70, photoHashes: [A], version: before + 1 });
  });

  test('is not shown again by what comes later', () => {
    apply(tenant, deletion({ ...TABLET, baseVersion: 0 }));
    apply(tenant, deletion({ ...PHONE, baseVersion: 0 }));
    expect(reading()?.deleted).toBe(true);
    apply(tenant, creation({ oilVolume: 9 }, { ...TABLET, baseVersion: 0 }));
    expect(reading()).toMatchObject({ deleted: false, oilVolume: 9, photoHashes: [] });
  });
});

test('an entry that is refused leaves no photo, and a photo that is another one refuses its entry', () => {
  const future = anEvent('PRODUCTION_CREATED', {
    payload: { productionDate: '2999-01-01', oilVolume: 1, photos: [aPhoto(A)] },
  });
  expect(apply(tenant, future)).toMatchObject({ code: 'DATE_IN_FUTURE' });
  expect(tenant.photos.all()).toEqual([]);
  const twoOfOneId = [aPhoto(A), { ...aPhoto(B), photoId: aPhoto(A).photoId }];
  expect(apply(tenant, creation({ photos: twoOfOneId }))).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'photos[1].photoId' }],
  });
  expect(reading()).toBeUndefined();
});
