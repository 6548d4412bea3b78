/** Saves readings on a device: they are on its disk at once, and go to the server with the next sync. */
import {
  PRODUCTION_VALUE_NAMES,
  productionRecordSchema,
  type EventPhoto,
  type ProductionEntry,
  type ProductionRecord,
  type ProductionValueName,
} from '@wellpulse/contracts';
import { troubleOf } from '@wellpulse/domain';
import type { OfflineClient } from '@wellpulse/offline';
import { asEntriesSay } from './device-photos.ts';
import type { EntryResult, EntryStore, EntryToSave, HeldEntry } from '../saving/entry-store.ts';

/**
 * Saves through the offline client of a device. A colleague's reading that came with a sync meets the same question as on the
 * dashboard: a person chooses.
 *
 * @example
 * const store = deviceEntryStore(client);
 * const result = await store.save({ wellId, entry, base: null, photos: [] }); // { kind: 'WAITS', record }
 */
export function deviceEntryStore(client: Pick<OfflineClient, 'record' | 'records'>): EntryStore<EventPhoto> {
  const rowOf = async (wellId: string, day: string): Promise<ProductionRecord | null> => {
    const { items } = await client.records.production(wellId, { from: day, to: day }).page({ limit: 1 });
    return productionRecordSchema.safeParse(items[0]).data ?? null;
  };

  const save = async (given: EntryToSave<EventPhoto>): Promise<EntryResult> => {
    const { wellId, entry, base } = given;
    const current = await rowOf(wellId, entry.productionDate);
    // The client judges by what this device has: it knows no version that a person saw.
    if (base !== null && current !== null && current.version !== base.version)
      return { kind: 'CONFLICT', theirs: current };
    const result = await client.record({
      ...(base === null ? created(given) : updated(given, current)),
      aggregateId: wellId,
    });
    if (result.ok) {
      const record = await rowOf(wellId, entry.productionDate);
      return record === null
        ? { kind: 'REFUSED', trouble: troubleOf('DEVICE_FAULT', 'The row of an entry is gone'), errors: [] }
        : { kind: 'WAITS', record };
    }
    const theirs = result.code === 'PRODUCTION_EXISTS' ? current : null;
    return theirs === null
      ? { kind: 'REFUSED', trouble: { code: result.code, detail: null }, errors: result.errors }
      : { kind: 'CONFLICT', theirs };
  };

  return {
    save,
    saveDays: async (days) => {
      const results: (EntryResult | HeldEntry)[] = [];
      let isHeld = false;
      for (const day of days) {
        const result: EntryResult | HeldEntry = isHeld ? HELD : await save(day);
        isHeld = result.kind !== 'WAITS';
        results.push(result);
      }
      return results;
    },
  };
}

const HELD: HeldEntry = { kind: 'HELD' };

function claimsOf({ entry, photos }: EntryToSave<EventPhoto>) {
  return {
    productionDate: entry.productionDate,
    ...(entry.confirmed === true ? { confirmed: true as const } : {}),
    ...(entry.location ? { location: entry.location } : {}),
    ...(photos.length === 0 ? {} : { photos: asEntriesSay(photos) }),
  };
}

type Values = Pick<ProductionEntry, ProductionValueName>;

const valuesOf = (
  { entry }: EntryToSave<EventPhoto>,
  isGiven: (field: ProductionValueName) => boolean,
): Partial<Values> =>
  Object.fromEntries(
    PRODUCTION_VALUE_NAMES.filter(isGiven).map((field) => [field, entry[field]]),
  ) as Partial<Values>;

/** What was not measured is left out. */
const created = (given: EntryToSave<EventPhoto>) => ({
  eventType: 'PRODUCTION_CREATED' as const,
  payload: {
    ...claimsOf(given),
    ...valuesOf(given, (field) => given.entry[field] !== null),
  },
});

/** Only the fields that changed; null clears. What takes the place of an estimate names all of them. */
const updated = (given: EntryToSave<EventPhoto>, current: ProductionRecord | null) => ({
  eventType: 'PRODUCTION_UPDATED' as const,
  payload: {
    ...claimsOf(given),
    ...valuesOf(given, (field) => current?.estimatedFrom !== null || current[field] !== given.entry[field]),
  },
});
