/** A desk for tests: drafts in memory, and a store whose answers a test decides. */
import {
  forEachField,
  PRODUCTION_VALUES,
  type ProductionEntry,
  type ProductionRecord,
} from '@wellpulse/contracts';
import { READING_MS } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import type { EntryResult, EntryStore, EntryToSave, HeldEntry } from '../saving/entry-store.ts';
import { EntryDesk, type KnownDay } from './entry-desk.ts';
import { EntryDrafts } from './entry-drafts.ts';

export const WELL = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';
export const TODAY = '2025-10-24';
export const words = createWords('en');
export const situation = { words, today: TODAY };

const OWNER = { tenantId: WELL, userId: WELL };

/** A record of the well. */
export const aRecord = (given: Partial<ProductionRecord> = {}): ProductionRecord => ({
  id: '1d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f',
  wellId: WELL,
  productionDate: TODAY,
  ...forEachField(PRODUCTION_VALUES, () => null),
  oilVolume: 40,
  gasVolume: null,
  waterVolume: null,
  notes: null,
  entryMethod: 'MANUAL',
  estimatedFrom: null,
  confirmed: null,
  location: null,
  photoHashes: [],
  createdBy: WELL,
  updatedBy: WELL,
  createdAt: '2025-10-24T12:00:00.000Z',
  updatedAt: '2025-10-24T12:00:00.000Z',
  version: 1,
  ...given,
});

const recordFrom = ({ wellId, entry, base }: EntryToSave<string>): ProductionRecord => {
  const { location: _, photoHashes: __, confirmed = null, ...values } = entry;
  return aRecord({ wellId, ...values, confirmed, version: (base?.version ?? 0) + 1 });
};

/** Keeps what it was given, and answers as a test says; else that it is saved. */
export class StoreOfTests implements EntryStore {
  readonly asked: EntryToSave<string>[] = [];
  answer: (day: EntryToSave<string>) => EntryResult | HeldEntry | Promise<EntryResult> = (day) => ({
    kind: 'SAVED',
    record: recordFrom(day),
  });

  get entries(): readonly ProductionEntry[] {
    return this.asked.map(({ entry }) => entry);
  }

  async save(day: EntryToSave<string>): Promise<EntryResult> {
    this.asked.push(day);
    const result = await this.answer(day);
    if (result.kind === 'HELD') throw new Error('One day alone is never held');
    return result;
  }

  async saveDays(days: readonly EntryToSave<string>[]): Promise<readonly (EntryResult | HeldEntry)[]> {
    this.asked.push(...days);
    return Promise.all(days.map(async (day) => this.answer(day)));
  }
}

/** A clock of somebody who reads each question before they go on. */
const patient = (): (() => number) => {
  let now = 0;
  return () => (now += READING_MS);
};

export function aDesk(now = patient()) {
  const store = new StoreOfTests();
  const storage = memoryDraftStorage();
  const desk = new EntryDesk(new EntryDrafts(storage, OWNER), store, undefined, now);
  return {
    store,
    desk,
    /** The same drafts on a page that is loaded anew. */
    reload: () => new EntryDesk(new EntryDrafts(storage, OWNER), store),
  };
}

/** What a screen knows of a day. */
export const aDay = (given: Partial<KnownDay> = {}): KnownDay => ({
  wellId: WELL,
  date: TODAY,
  record: null,
  last: { oilVolume: 44.1, gasVolume: 310, waterVolume: null },
  dayBefore: { oilVolume: 44.1, gasVolume: 310, waterVolume: null },
  ...given,
});
