import { expect, test } from 'vitest';
import { aDay, aDesk, aRecord, situation, TODAY, WELL } from './entry-desk.fixture.ts';
import { EntryForm } from './entry-form.ts';
import { knownOfRecord, RowEdit } from './row-edit.ts';

test('what was typed moves along when it was the day that was wrong', () => {
  const { desk } = aDesk();
  const form = new EntryForm(desk, { wellId: WELL, date: TODAY });
  desk.type(aDay({ record: aRecord() }), { oilVolume: '42' });
  form.moveTo('2025-10-23');
  expect(form.place).toEqual({ wellId: WELL, date: '2025-10-23' });
  expect(desk.draft(form.place)).toMatchObject({ oilVolume: '42', base: null });
  expect(desk.draft(aDay())).toBeNull();
});

test('what waits at the other day is not overwritten, nor is a date that is half typed', () => {
  const { desk } = aDesk();
  const form = new EntryForm(desk, { wellId: WELL, date: TODAY });
  desk.type(aDay({ date: '2025-10-23' }), { oilVolume: '1' });
  desk.type(aDay(), { oilVolume: '2' });
  form.moveTo('');
  expect(desk.draft(aDay())?.oilVolume).toBe('2');
  form.moveTo(TODAY);
  form.moveTo('2025-10-23');
  expect(desk.draft(form.place)?.oilVolume).toBe('1');
  expect(desk.draft(aDay())?.oilVolume).toBe('2');
});

test('a record is changed in its place, and asked about by the same rule', async () => {
  const { desk, store } = aDesk();
  const edit = new RowEdit(desk);
  const record = aRecord({ oilVolume: 44.1 });
  const known = knownOfRecord(record, {
    last: { oilVolume: 44.1, gasVolume: null, waterVolume: null },
    dayBefore: null,
  });
  edit.start(record);
  desk.type(known, { oilVolume: '4410' });
  expect(edit.save(known, situation).staysAt).toBe('oilVolume');
  expect(edit.record).toBe(record);
  await edit.save(known, situation).done;
  expect(store.entries).toMatchObject([{ oilVolume: 4410, confirmed: true }]);
  expect([edit.record, edit.leftId]).toEqual([null, record.id]);
  edit.returned();
  expect(edit.leftId).toBeNull();
});

test('a change in its place is given up with what was typed, and nothing typed is nothing to save', () => {
  const { desk, store } = aDesk();
  const edit = new RowEdit(desk);
  const record = aRecord();
  const known = knownOfRecord(record, { last: null, dayBefore: null });
  edit.start(record);
  desk.type(known, { oilVolume: '1' });
  edit.cancel();
  expect([edit.record, desk.draft(known)]).toEqual([null, null]);
  edit.start(record);
  edit.save(known, situation);
  expect([edit.record, store.asked.length]).toEqual([null, 0]);
});

test('a change in its place stays open while it is not saved', async () => {
  const { desk, store } = aDesk();
  const edit = new RowEdit(desk);
  const record = aRecord();
  const known = knownOfRecord(record, { last: null, dayBefore: null });
  store.answer = () => ({ kind: 'CONFLICT', theirs: aRecord({ oilVolume: 50, version: 2 }) });
  edit.start(record);
  desk.type(known, { oilVolume: '41' });
  await edit.save(known, situation).done;
  expect(edit.record).toBe(record);
  store.answer = () => ({ kind: 'SAVED', record: aRecord({ version: 3 }) });
  edit.saved(await desk.overwrite(known));
  expect(edit.record).toBeNull();
});
