import { expect, test } from 'vitest';
import { productionKey } from '../state/workset.ts';
import { anEvent, aTenant, apply, WELL_ID } from './events.fixture.ts';
import { isToldByLog, toldHistory } from './told-history.ts';

const DAY = '2025-06-10';
const PHONE = '01890000-0000-7000-8000-0000000000d1';
const ITEM = '01890000-0000-7000-8000-00000000e001';
const phone = { deviceId: PHONE, source: 'MOBILE', occurredAt: '2025-06-10T12:34:56.789Z' } as const;
const photo = { photoId: '01890000-0000-7000-8000-00000000f001', sizeBytes: 10, contentType: 'image/png' };

test.each([
  ['some volumes', { oilVolume: 42.5, gasVolume: null }, 0],
  ['a text and a place', { waterVolume: 0, notes: 'ok', location: { lat: 31, lng: -103, accuracy: 5 } }, 0],
  ['a day that the device does not hold', { oilVolume: 1 }, null],
  ['a volume that was confirmed', { oilVolume: 4100, confirmed: true }, 0],
  ['photos', { oilVolume: 1, photos: [{ ...photo, sha256: 'a'.repeat(64) }] }, 0],
])(
  'the history of a reading with %s is told by the log, until somebody touches it',
  (_, given, baseVersion) => {
    const workset = aTenant();
    const payload = { productionDate: DAY, ...given } as never;
    const event = anEvent('PRODUCTION_CREATED', { payload, baseVersion, ...phone });
    expect(apply(workset, event)).toMatchObject({ ok: true });
    const row = workset.production.get(productionKey(WELL_ID, DAY));
    const history = workset.histories.get(row?.id ?? '');
    if (row === undefined || history === undefined) throw new Error('The reading has a history');
    expect(isToldByLog(history)).toBe(true);
    expect(toldHistory(event, row)).toEqual(history);

    const change = { productionDate: DAY, waterVolume: 3 };
    apply(workset, anEvent('PRODUCTION_UPDATED', { payload: change, baseVersion: row.version }));
    expect(workset.histories.all().map(isToldByLog)).toEqual([false]);
  },
);

test('so is that of an item', () => {
  const workset = aTenant();
  const payload = { wellId: WELL_ID, equipmentType: 'TANK', serialNumber: 'T-1' } as const;
  const event = anEvent('EQUIPMENT_CREATED', { aggregateId: ITEM, payload, baseVersion: 0, ...phone });
  apply(workset, event);
  const [item, history] = [workset.equipment.get(ITEM), workset.histories.get(ITEM)];
  if (item === undefined || history === undefined) throw new Error('The item has a history');
  expect(isToldByLog(history)).toBe(true);
  expect(toldHistory(event, item)).toEqual(history);
});

test('what was deleted or taken back has a history of its own', () => {
  const workset = aTenant();
  const payload = { productionDate: DAY, oilVolume: 1 };
  apply(workset, anEvent('PRODUCTION_CREATED', { payload, baseVersion: 0, ...phone }));
  const back = anEvent('PRODUCTION_DELETED', { payload: { productionDate: DAY }, baseVersion: 0, ...phone });
  apply(workset, back);
  expect(workset.histories.all().map(isToldByLog)).toEqual([false]);
});
