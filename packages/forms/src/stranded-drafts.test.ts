/** A person comes back to what they typed, and a colleague has deleted what it was of. */
import type { Equipment, Well } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { memoryDraftStorage } from './drafts/memory-draft-storage.ts';
import { itemForm } from './equipment/item-form.ts';
import { LogForm } from './maintenance/log-form.ts';
import { file, testHost } from './photos/photo-host.fixture.ts';
import { PhotoQueue } from './photos/photo-queue.ts';
import { EntryDesk } from './production/entry-desk.ts';
import { EntryDrafts } from './production/entry-drafts.ts';
import { ReadingPhotos } from './readings/reading-photos.ts';
import { scriptedStore } from './record/scripted-store.fixture.ts';
import { StrandedDrafts, strandedSentences } from './stranded-drafts.ts';

const words = createWords('en');
const [WELL, OTHER_WELL, ITEM_ID] = [1, 2, 3].map(
  (at) => `0b6c1f0e-8f5c-4a3e-9a51-00000000000${String(at)}`,
) as [string, string, string];
const DAY = '2025-10-24';
const STORED = z.object({ photoId: z.string(), blobName: z.string() });

const ITEM: Equipment = {
  id: ITEM_ID,
  wellId: WELL,
  equipmentType: 'PUMP_JACK',
  serialNumber: 'PJ-7',
  assetTag: null,
  manufacturer: null,
  model: 'C-228',
  installationDate: null,
  status: 'OPERATIONAL',
  serviceIntervalDays: null,
  createdBy: WELL,
  updatedBy: WELL,
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
};

type FoundWell = Pick<Well, 'status' | 'pluggedOn'> | null | undefined;

/** What a person typed everywhere, and what became of it meanwhile. */
function arrange() {
  const storage = memoryDraftStorage();
  const owner = { tenantId: 'acme', userId: 'pat' };
  const drafts = { storage, owner, onNoRoom: () => undefined };
  const desk = new EntryDesk(new EntryDrafts(storage, owner), {
    save: () => Promise.reject(new Error('Nothing is saved')),
    saveDays: () => Promise.resolve([]),
  });
  const wells = new Map<string, FoundWell>([
    [WELL, { status: 'ACTIVE', pluggedOn: null }],
    [OTHER_WELL, { status: 'ACTIVE', pluggedOn: null }],
  ]);
  const items = new Map<string, boolean | undefined>([[ITEM_ID, true]]);
  const open = () =>
    new StrandedDrafts({
      desk,
      drafts,
      subjects: { well: async (id) => wells.get(id), hasItem: async (id) => items.get(id) },
    });
  const typeReading = (wellId: string, date = DAY) => {
    desk.type(
      { wellId, date, record: null, last: null, dayBefore: null },
      { oilVolume: '42.', notes: 'Belt slipped' },
    );
  };
  return { storage, drafts, desk, wells, items, open, typeReading };
}
const found = async (stranded: StrandedDrafts) => {
  await stranded.look();
  return stranded.list.map((draft) => strandedSentences(words, draft));
};

test('a reading of a deleted well is listed with what was typed, and is counted until it is discarded', async () => {
  const { desk, wells, open, typeReading } = arrange();
  typeReading(WELL);
  typeReading(OTHER_WELL);
  const stranded = open();
  expect(await found(stranded)).toEqual([]);
  wells.set(WELL, null);
  expect(await found(stranded)).toEqual([
    {
      title: 'Reading of Fri 24 Oct',
      why: 'The well was deleted or plugged.',
      typed: 'Oil: 42. · Notes: Belt slipped',
    },
  ]);
  expect([
    stranded.has({ wellId: WELL, date: DAY }),
    stranded.has({ wellId: OTHER_WELL, date: DAY }),
  ]).toEqual([true, false]);
  expect(desk.drafts.places()).toHaveLength(2);
  for (const draft of stranded.list) stranded.discard(draft);
  expect([stranded.list, desk.drafts.places()]).toEqual([[], [{ wellId: OTHER_WELL, date: DAY }]]);
  expect(await found(open())).toEqual([]);
});

test('a well that was plugged meanwhile takes what was measured up to that day, and nothing after it', async () => {
  const { wells, open, typeReading } = arrange();
  typeReading(WELL, '2025-10-20');
  typeReading(WELL, '2025-10-21');
  wells.set(WELL, { status: 'PLUGGED', pluggedOn: '2025-10-20' });
  expect((await found(open())).map(({ title }) => title)).toEqual(['Reading of Tue 21 Oct']);
});

test('photos alone are a draft too, and go with it', async () => {
  const { storage, drafts, wells, open } = arrange();
  const { host } = testHost();
  const photos = new ReadingPhotos({
    wellId: WELL,
    date: DAY,
    drafts,
    stored: STORED,
    queueOf: (kept) => new PhotoQueue(host, kept),
  });
  photos.form.queue.add([file('a'), file('b')]);
  wells.set(WELL, null);
  const stranded = open();
  expect(await found(stranded)).toMatchObject([{ title: 'Reading of Fri 24 Oct', typed: '2 photos' }]);
  for (const draft of stranded.list) stranded.discard(draft);
  expect(storage.keys('')).toEqual([]);
});

test('an item that was deleted, its log, and a new item of a well that is gone', async () => {
  const { storage, drafts, wells, items, open } = arrange();
  const { host } = testHost();
  itemForm(scriptedStore(), drafts, ITEM, null).type({ model: 'C-320', status: 'FAILED' });
  itemForm(scriptedStore(), drafts, null, WELL).type({ serialNumber: 'T-1', equipmentType: 'TANK' });
  itemForm(scriptedStore(), drafts, null, null).type({ serialNumber: 'T-2' });
  const log = new LogForm({
    equipmentId: ITEM_ID,
    today: () => DAY,
    drafts,
    store: { log: () => Promise.reject(new Error('Nothing is saved')) },
    stored: STORED,
    queueOf: (kept) => new PhotoQueue(host, kept),
  });
  log.boxes.type({ description: 'Greased' });
  const stranded = open();
  expect(await found(stranded)).toEqual([]);
  items.set(ITEM_ID, false);
  wells.set(WELL, null);
  const why = { item: 'The item was deleted.', well: 'The well was deleted or plugged.' };
  expect(await found(stranded)).toEqual([
    { title: 'Pump jack PJ-7', why: why.item, typed: 'Model: C-320 · Status: Failed' },
    { title: 'New item', why: why.well, typed: expect.stringContaining('Serial number: T-1') },
    { title: 'Maintenance log', why: why.item, typed: expect.stringContaining('Greased') },
  ]);
  for (const draft of stranded.list) stranded.discard(draft);
  // The one that may still get a well stays.
  expect(storage.keys('').map((key) => key.split('.').at(-2))).toEqual(['new']);
});

test('what nobody can look up at the moment is not called lost', async () => {
  const { wells, open, typeReading } = arrange();
  typeReading(WELL);
  wells.set(WELL, undefined);
  expect(await found(open())).toEqual([]);
});
