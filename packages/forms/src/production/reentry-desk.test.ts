import { expect, test } from 'vitest';
import { aRecord, situation, StoreOfTests, TODAY, WELL } from './entry-desk.fixture.ts';
import { reentryDesk } from './reentry-desk.ts';

const known = { wellId: WELL, date: TODAY, record: null, last: null, dayBefore: null };
const PAYLOAD = { productionDate: TODAY, oilVolume: 31.5, notes: 'Gauged twice', photos: [] };

test('a refused reading stands in its boxes as it was typed, and is saved by them', async () => {
  const store = new StoreOfTests();
  const desk = reentryDesk(store, known, PAYLOAD);
  expect(desk.draft(known)).toMatchObject({ oilVolume: '31.5', waterVolume: '', notes: 'Gauged twice' });
  desk.type(known, { oilVolume: '32' });
  await desk.save(known, situation).done;
  expect(store.asked).toMatchObject([{ base: null, entry: { oilVolume: 32, notes: 'Gauged twice' } }]);
});

test('beside a record that is there by now, it is a change of that', async () => {
  const store = new StoreOfTests();
  const there = { ...known, record: aRecord({ oilVolume: 30, version: 3 }) };
  await reentryDesk(store, there, PAYLOAD).save(there, situation).done;
  expect(store.asked).toMatchObject([{ base: { version: 3 }, entry: { oilVolume: 31.5 } }]);
});
