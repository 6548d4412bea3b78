import { createWords } from '@wellpulse/words';
import { beforeEach, expect, test } from 'vitest';
import type { ParsedText } from '../text/parsed-text.ts';
import { RecordForm, type RecordKind } from './record-form.ts';
import { scriptedStore, type ScriptedStore } from './scripted-store.fixture.ts';

const words = createWords('en');

interface Tank {
  readonly name: string;
  readonly feet: number;
  readonly version: number;
}
type TankText = Readonly<Record<'name' | 'feet', string>>;
interface TankToSave {
  readonly name: string;
  readonly feet: number;
  readonly basedOn: number | null;
}

const KIND: RecordKind<TankText, Tank, TankToSave> = {
  textOf: (tank) => ({ name: tank?.name ?? '', feet: String(tank?.feet ?? '') }),
  parse: (_, { name, feet }, base): ParsedText<TankToSave> => {
    const errors = [
      ...(name === '' ? [{ path: 'name', message: 'Give a name' }] : []),
      ...(Number.isNaN(Number(feet)) ? [{ path: 'feet', message: 'No number' }] : []),
    ];
    return errors.length > 0
      ? { ok: false, errors }
      : { ok: true, value: { name, feet: Number(feet), basedOn: base?.version ?? null } };
  },
};
const TANK: Tank = { name: 'North', feet: 12, version: 3 };

let store: ScriptedStore<Tank, TankToSave>;
beforeEach(() => {
  store = scriptedStore();
});
const formOf = (tank: Tank | null) => new RecordForm(KIND, store, tank);
const trouble = { code: 'VALIDATION_FAILED', detail: null };

test('a box that was passed through is no mistake, one that was left with nonsense is', () => {
  const form = formOf(null);
  form.leave('name');
  form.leave('feet');
  form.type({ feet: 'tall' });
  expect([form.errorOf(words, 'name'), form.errorOf(words, 'feet')]).toEqual([undefined, undefined]);
  form.leave('feet');
  expect(form.errorOf(words, 'feet')).toBe('No number');
  form.type({ feet: '' });
  expect(form.errorOf(words, 'feet')).toBeUndefined();
});

test('whoever wants to save what is wrong is told everywhere, and nothing is sent', async () => {
  const form = formOf(null);
  expect(await form.submit(words)).toBeNull();
  expect([form.errorOf(words, 'name'), form.refusals, form.isWrong(words)]).toEqual(['Give a name', 1, true]);
  form.type({ name: 'South' });
  expect([form.errorOf(words, 'name'), form.isWrong(words)]).toEqual([undefined, false]);
  expect(store.saved).toEqual([]);
});

test('a new record leaves an empty form', async () => {
  const form = formOf(null);
  form.type({ name: 'South', feet: '10' });
  store.answers.push({ kind: 'SAVED', record: { name: 'South', feet: 10, version: 1 } });
  expect(await form.submit(words)).toMatchObject({ version: 1 });
  expect([form.text, form.base, form.hasDraft]).toEqual([{ name: '', feet: '' }, null, false]);
});

test('a change goes on from what was saved, with what was typed meanwhile', async () => {
  const form = formOf(TANK);
  form.type({ name: 'Northern' });
  store.answers.push({ kind: 'SAVED', record: { name: 'Northern', feet: 13, version: 4 } });
  const saving = form.submit(words);
  expect(form.isSaving).toBe(true);
  expect(await form.submit(words)).toBeNull();
  form.type({ name: 'Northern 2' });
  await saving;
  expect(store.saved).toEqual([{ name: 'Northern', feet: 12, basedOn: 3 }]);
  expect([form.text, form.base?.version, form.isSaving]).toEqual([
    { name: 'Northern 2', feet: '13' },
    4,
    false,
  ]);
});

test('what the server says of a box holds until the box changes', async () => {
  const form = formOf(TANK);
  form.type({ name: 'Taken' });
  store.answers.push({ kind: 'REFUSED', trouble, errors: [{ path: 'name', message: 'Is too large' }] });
  expect(await form.submit(words)).toBeNull();
  expect([form.errorOf(words, 'name'), form.refusals]).toEqual(['Is too large', 1]);
  form.type({ name: 'Free' });
  expect(form.errorOf(words, 'name')).toBeUndefined();
  form.type({ name: 'Taken' });
  expect(form.errorOf(words, 'name')).toBe('Is too large');
});

test('what the server says of something that is no box is said of the form as a whole', async () => {
  const form = formOf(TANK);
  store.answers.push({
    kind: 'REFUSED',
    trouble,
    errors: [{ path: 'location.latitude', message: 'Is wrong' }],
  });
  await form.submit(words);
  expect([form.notSaved, form.refusals]).toEqual([{ trouble, errors: [], newer: null }, 0]);
});

test('what nobody expected is told, and what was typed stays', async () => {
  const form = new RecordForm(KIND, { save: () => Promise.reject(new Error('no disk')) }, TANK);
  form.type({ name: 'Kept' });
  expect(await form.submit(words)).toBeNull();
  expect([form.notSaved?.trouble, form.text.name, form.isSaving]).toEqual([
    { code: 'DEVICE_FAULT', detail: 'no disk' },
    'Kept',
    false,
  ]);
});

test('the record of somebody else is taken in around what was typed by hand', async () => {
  const form = formOf(TANK);
  form.type({ name: 'Mine' });
  const newer = { name: 'Theirs', feet: 20, version: 4 };
  store.answers.push(
    { kind: 'STALE', trouble, newer },
    { kind: 'SAVED', record: { ...newer, name: 'Mine', version: 5 } },
  );
  await form.submit(words);
  expect(form.notSaved).toMatchObject({ newer: { version: 4 } });
  form.takeNewer(newer, { keepsTyped: true });
  expect([form.text, form.notSaved]).toEqual([{ name: 'Mine', feet: '20' }, null]);
  await form.submit(words);
  expect(store.saved.at(-1)).toEqual({ name: 'Mine', feet: 20, basedOn: 4 });
});

test('a change is based on the newest record as long as its own boxes are the same there', async () => {
  const form = formOf(TANK);
  form.type({ name: 'Mine' });
  form.meet({ ...TANK, version: 4 });
  form.meet({ ...TANK, feet: 99, version: 5 });
  await form.submit(words);
  expect(store.saved).toEqual([{ name: 'Mine', feet: 12, basedOn: 4 }]);
});

test('a form in which nothing was typed shows the record as it is now', () => {
  const form = formOf(TANK);
  form.meet({ ...TANK, name: 'Theirs', version: 4 });
  expect([form.text.name, form.base?.version, form.isChanged]).toEqual(['Theirs', 4, false]);
});

test('what was typed is given up when the person says so', async () => {
  const form = formOf(TANK);
  form.type({ name: '' });
  await form.submit(words);
  form.discard();
  expect([form.text.name, form.isChanged, form.errorOf(words, 'name')]).toEqual(['North', false, undefined]);
});

test('tells of each change', () => {
  const form = formOf(TANK);
  let told = 0;
  const end = form.subscribe(() => {
    told += 1;
  });
  form.type({ name: 'A' });
  form.type({ name: 'B' });
  end();
  form.type({ name: 'C' });
  expect(told).toBe(2);
});
