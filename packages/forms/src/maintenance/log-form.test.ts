import { createWords } from '@wellpulse/words';
import { describe, expect, it, test, vi } from 'vitest';
import { z } from 'zod';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import { file, soon, testHost, type StoredInTest } from '../photos/photo-host.fixture.ts';
import { PhotoQueue } from '../photos/photo-queue.ts';
import type { RecordAnswer } from '../record/record-store.ts';
import { LogForm } from './log-form.ts';
import { emptyMaintenance, parseMaintenance, type MaintenanceValues } from './maintenance-text.ts';
import { nextDateHint } from './next-date.ts';

const words = createWords('en');
const TODAY = '2026-11-21';

describe('the boxes of a log', () => {
  const text = { ...emptyMaintenance(TODAY), description: 'Replaced the belt' };

  it('begin today, and leave the status and the next date alone', () => {
    expect(parseMaintenance(words, text, TODAY)).toMatchObject({
      ok: true,
      value: { maintenanceDate: TODAY, cost: null, nextMaintenanceDate: null, equipmentStatus: null },
    });
  });

  it('take a cost as people write it', () => {
    expect(parseMaintenance(words, { ...text, cost: '$1,240.50' }, TODAY)).toMatchObject({
      value: { cost: 1240.5 },
    });
  });

  it.each([
    ['maintenanceDate', '2026-11-22', 'The day must not be after today'],
    ['description', ' ', 'Say what was done'],
    ['cost', 'much', 'Must be a number, such as 1,240.50'],
    ['nextMaintenanceDate', '2026-11-01', 'Must be after the day of this maintenance'],
  ])('say what is wrong with %s', (field, typed, message) => {
    const parsed = parseMaintenance(words, { ...text, [field]: typed }, TODAY);
    expect(parsed.ok ? [] : parsed.errors).toContainEqual({ path: field, message });
  });
});

describe('the next date', () => {
  const days = { ROUTINE: 90, REPAIR: 1, INSPECTION: null };

  it('is said before it is saved', () => {
    expect(nextDateHint(words, TODAY, 'ROUTINE', days)).toBe(
      'In 90 days, 19 Feb 2027, unless you give another',
    );
    expect(nextDateHint(words, TODAY, 'REPAIR', days)).toBe('In 1 day, 22 Nov 2026, unless you give another');
  });

  it('is none where no interval is set', () => {
    expect(nextDateHint(words, TODAY, 'INSPECTION', days)).toContain('not due again');
  });
});

/** A form over a storage of drafts, as it is opened on one day; opening it again is a reload. */
function arrange() {
  const storage = memoryDraftStorage();
  const { host, uploads } = testHost();
  const logged: { readonly values: MaintenanceValues; readonly photos: readonly StoredInTest[] }[] = [];
  const answers: RecordAnswer<{ readonly id: string }>[] = [];
  const open = () =>
    new LogForm({
      equipmentId: 'item',
      today: () => TODAY,
      drafts: { storage, owner: { tenantId: 'acme', userId: 'pat' }, onNoRoom: () => undefined },
      store: {
        log: async (values, photos) => {
          logged.push({ values, photos });
          return answers.shift() ?? { kind: 'HELD' };
        },
      },
      stored: z.object({ photoId: z.string(), blobName: z.string() }),
      queueOf: (kept) => new PhotoQueue(host, kept),
    });
  const underWay = (name: string) =>
    vi.waitFor(() => {
      expect(uploads.has(name)).toBe(true);
    });
  return { open, uploads, underWay, logged, answers };
}

test('a log is saved as soon as its photos are stored', async () => {
  const { open, uploads, underWay, logged } = arrange();
  const form = open();
  form.boxes.type({ description: 'Greased' });
  form.photos.queue.add([file('a')]);
  const saving = form.submit(words);
  await underWay('a');
  expect([logged, form.photos.isWaiting]).toEqual([[], true]);
  uploads.get('a')?.settle();
  await soon(saving);
  expect(logged).toMatchObject([
    { values: { description: 'Greased', maintenanceDate: TODAY }, photos: [{ blobName: 'acme/a' }] },
  ]);
});

test('whoever types on while photos are on their way has not saved', async () => {
  const { open, uploads, underWay, logged } = arrange();
  const form = open();
  form.boxes.type({ description: 'Greased' });
  form.photos.queue.add([file('a')]);
  const saving = form.submit(words);
  await underWay('a');
  form.boxes.type({ description: 'Greased, and painted' });
  expect(await soon(saving)).toBeNull();
  uploads.get('a')?.settle();
  await vi.waitFor(() => {
    expect(form.photos.photos).toMatchObject([{ state: 'STORED' }]);
  });
  expect([logged, form.boxes.isSaving]).toEqual([[], false]);
});

test('a reload keeps what was typed and the stored photos, and names those that were not', async () => {
  const { open, uploads, underWay } = arrange();
  const form = open();
  form.boxes.type({ description: 'Greased' });
  form.photos.queue.add([file('a'), file('b')]);
  await underWay('b');
  uploads.get('a')?.settle();
  await vi.waitFor(() => {
    expect(form.photos.photos).toMatchObject([{ state: 'STORED' }, { state: 'UPLOADING' }]);
  });
  const again = open();
  expect([again.boxes.text.description, again.lost]).toEqual(['Greased', ['b']]);
  expect(again.photos.photos).toMatchObject([{ name: 'a', state: 'STORED', stored: { blobName: 'acme/a' } }]);
});

test('photos alone are worth keeping, and giving up takes them too', async () => {
  const { open, underWay, uploads } = arrange();
  const form = open();
  form.photos.queue.add([file('a')]);
  await underWay('a');
  expect(form.boxes.hasDraft).toBe(true);
  form.discard();
  expect([uploads.get('a')?.isCancelled, form.photos.photos, form.boxes.hasDraft, open().lost]).toEqual([
    true,
    [],
    false,
    [],
  ]);
});

test('a saved log leaves an empty form', async () => {
  const { open, answers } = arrange();
  const form = open();
  form.boxes.type({ description: 'Greased' });
  const entry = { id: 'log' };
  answers.push({ kind: 'SAVED', record: entry });
  expect(await form.submit(words)).toBe(entry);
  expect([form.boxes.text.description, form.boxes.hasDraft]).toEqual(['', false]);
});
