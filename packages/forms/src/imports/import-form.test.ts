/** What a person does with a file of readings. */
import type { ImportResult } from '@wellpulse/contracts';
import type { Delimiter } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import { beforeEach, expect, test } from 'vitest';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import { toPreview } from './csv-preview.ts';
import { ImportForm } from './import-form.ts';
import type { ImportAnswer, ImportJob, ImportStore } from './import-store.ts';

interface TextFile {
  readonly name: string;
  readonly size: number;
  readonly text: string;
}

const words = createWords('en');
const ME = { tenantId: 'acme', userId: 'jo' };
const FILE: TextFile = {
  name: 'may.csv',
  size: 50,
  text: 'Well,Day,Oil,Kind\nAcme #1,2025-05-01,40,production\n',
};
const RESULT: ImportResult = {
  importId: '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d',
  dryRun: true,
  aborted: false,
  rows: 1,
  taken: 1,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  keptTotal: 0,
  kept: [],
  refusedTotal: 0,
  refused: [],
};

class StoreOfTests implements ImportStore<TextFile> {
  readonly started: ImportJob<TextFile>[] = [];
  readonly reads: (() => void)[] = [];
  isSlow = false;
  answer: ImportAnswer = { kind: 'DONE', result: RESULT };
  #settle: (answer: ImportAnswer) => void = () => undefined;

  async read({ text }: TextFile, delimiter?: Delimiter) {
    if (this.isSlow) await new Promise<void>((resolve) => this.reads.push(resolve));
    if (text === 'moved') throw new Error('The file is not there any more');
    return toPreview(text, true, delimiter);
  }

  start(job: ImportJob<TextFile>) {
    this.started.push(job);
    const done = new Promise<ImportAnswer>((resolve) => (this.#settle = resolve));
    return {
      importId: `import ${this.started.length}`,
      done,
      cancel: () => this.#settle({ kind: 'CANCELLED' }),
    };
  }

  end(): void {
    this.#settle(this.answer);
  }
}

let store: StoreOfTests;
let storage: ReturnType<typeof memoryDraftStorage>;
beforeEach(() => {
  store = new StoreOfTests();
  storage = memoryDraftStorage();
});
const aForm = (owner = ME) => new ImportForm(store, storage, owner);
const chosenForm = async () => {
  const form = aForm();
  await form.choose(FILE);
  return form;
};

test('a file that was chosen stands there with the columns that it suggests, and nothing is wrong yet', async () => {
  const form = await chosenForm();
  form.change({ wellColumn: '' });
  expect(form.chosen?.mapping).toMatchObject({ wellColumn: '', dateColumn: 'Day', oil: { column: 'Oil' } });
  expect([form.outcome(words)?.ok, form.messages(words)]).toEqual([false, {}]);
  // What is made of it is made once, not at each look.
  expect(form.outcome(words)).toBe(form.outcome(words));
});

test.each([
  ['', 'EMPTY'],
  ['moved', 'NOT_READ'],
] as const)(
  'of a file of which nothing can be read (%j) that is said, and the former one is gone',
  async (text, why) => {
    const form = await chosenForm();
    await form.choose({ ...FILE, name: 'june.csv', text });
    expect([form.chosen, form.unreadable]).toEqual([null, { name: 'june.csv', why }]);
    await form.choose(FILE);
    expect([form.chosen?.file, form.unreadable]).toEqual([FILE, null]);
  },
);

test('of two files the one that was chosen later counts, also if the other one is read later', async () => {
  const form = aForm();
  store.isSlow = true;
  const both = [form.choose({ ...FILE, name: 'first.csv' }), form.choose(FILE)];
  for (const end of store.reads.reverse()) end();
  await Promise.all(both);
  expect(form.chosen?.file.name).toBe('may.csv');
});

test('whoever goes on with what is wrong is told where, and nothing is sent', async () => {
  const form = await chosenForm();
  form.change({ wellColumn: '' });
  expect(await form.start(words, { dryRun: true })).toBeNull();
  expect([form.notReadable(words), form.messages(words), form.run, store.started]).toEqual([
    ['Name a column'],
    { 'well.column': 'Name a column' },
    null,
    [],
  ]);
  form.change({ wellColumn: 'Well' });
  expect(form.messages(words)).toEqual({});
});

test('it is tried out and then taken, each time with what was sent by then in view', async () => {
  const form = await chosenForm();
  const tried = form.start(words, { dryRun: true });
  expect(form.run).toEqual({ importId: 'import 1', dryRun: true, sent: 0, total: 50 });
  store.started[0]?.onSent(10, 60);
  expect(form.run).toMatchObject({ sent: 10, total: 60 });
  expect(await form.start(words, { dryRun: false })).toBeNull();
  store.end();
  expect([await tried, form.result, form.run]).toEqual([RESULT, RESULT, null]);
  const taken = form.start(words, { dryRun: false });
  store.end();
  await taken;
  expect(store.started.map(({ dryRun }) => dryRun)).toEqual([true, false]);
});

test('one that is cancelled is no failure', async () => {
  const form = await chosenForm();
  const running = form.start(words, { dryRun: false });
  form.cancel();
  expect([await running, form.run, form.result, form.trouble]).toEqual([null, null, null, null]);
});

test('what the server says stands at its place in the mapping, until the next try', async () => {
  const form = await chosenForm();
  store.answer = {
    kind: 'REFUSED',
    trouble: { code: 'VALIDATION_FAILED', detail: null },
    errors: [{ path: 'mapping.oil.column', message: 'Name a column' }],
  };
  const first = form.start(words, { dryRun: false });
  store.end();
  expect([await first, form.trouble?.code, form.messages(words)]).toEqual([
    null,
    'VALIDATION_FAILED',
    { 'oil.column': 'Name a column' },
  ]);
  void form.start(words, { dryRun: false });
  expect([form.trouble, form.messages(words)]).toEqual([null, {}]);
});

test('the next file with the same columns is read like this one, for this person only', async () => {
  const form = await chosenForm();
  form.change({ gas: { column: 'Oil', unit: 'SM3' } });
  void form.start(words, { dryRun: true });
  const gasIn = async (owner: typeof ME, file: TextFile) => {
    const next = aForm(owner);
    await next.choose(file);
    return next.chosen?.mapping.gas;
  };
  expect(await gasIn(ME, { ...FILE, name: 'june.csv' })).toEqual({ column: 'Oil', unit: 'SM3' });
  expect(await gasIn(ME, { ...FILE, text: 'Well,Date,Oil\nA,2025-06-01,1\n' })).toMatchObject({ column: '' });
  expect(await gasIn({ ...ME, userId: 'morgan' }, FILE)).toMatchObject({ column: '' });
});

test('rows are left out by filters; another column of one begins without a value', async () => {
  const form = await chosenForm();
  form.addFilter();
  form.changeFilter(0, { column: 'Kind' });
  form.changeFilter(0, { equals: 'production' });
  form.addFilter();
  expect(form.outcome(words)).toMatchObject({
    ok: true,
    value: { where: [{ column: 'Kind', equals: 'production' }] },
  });
  form.changeFilter(0, { column: 'Well' });
  form.removeFilter(1);
  expect(form.chosen?.mapping.where).toEqual([{ column: 'Well', equals: '' }]);
});
