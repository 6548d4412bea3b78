/** What a row of a file changes: a new reading, a correction of the one that is there, or nothing. */
import { hasVolume, READING_FIELDS, type EventPayload, type ReadingNumbers } from '@wellpulse/contracts';
import type { ReadingRow } from './import-row.ts';

/** The reading of the row's well and day. */
export interface ExistingReading extends ReadingNumbers {
  readonly version: number;
  readonly deleted: boolean;
  readonly estimatedFrom: string | null;
}

/** What the row wants to happen: the event without its id, author and times. */
export type ImportEntry = {
  [Type in 'PRODUCTION_CREATED' | 'PRODUCTION_UPDATED']: {
    readonly eventType: Type;
    readonly aggregateId: string;
    readonly baseVersion: number;
    readonly payload: EventPayload<Type>;
  };
}['PRODUCTION_CREATED' | 'PRODUCTION_UPDATED'];

/**
 * Null where the row changes nothing. A blank cell says nothing: it clears no value. A reading that was deleted comes back with the
 * row's values. An estimate never takes the place of what was typed or measured; a measured row takes the whole place of an estimate.
 * `existing` is undefined if the day has none.
 *
 * @example
 * const row = { wellId: 'w', day: '2025-10-20', estimatedFrom: null, volumes: { oilVolume: 42.5 } };
 * importEntry(row, undefined)?.eventType; // 'PRODUCTION_CREATED'
 */
export function importEntry(
  { wellId, day, volumes, estimatedFrom }: Pick<ReadingRow, 'wellId' | 'day' | 'volumes' | 'estimatedFrom'>,
  existing: ExistingReading | undefined,
): ImportEntry | null {
  const claim = estimatedFrom === null ? {} : { estimatedFrom };
  if (existing === undefined || existing.deleted) {
    return {
      eventType: 'PRODUCTION_CREATED',
      aggregateId: wellId,
      baseVersion: existing?.version ?? 0,
      payload: { productionDate: day, ...volumes, ...claim },
    };
  }
  if (estimatedFrom !== null && existing.estimatedFrom === null && hasVolume(existing)) return null;
  const change = (payload: Partial<ReadingNumbers>): ImportEntry => ({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: wellId,
    baseVersion: existing.version,
    payload: { productionDate: day, ...payload, ...claim },
  });
  if (estimatedFrom === null && existing.estimatedFrom !== null) return change(volumes);
  const changes: Partial<ReadingNumbers> = {};
  for (const field of READING_FIELDS) {
    const value = volumes[field];
    if (value !== null && value !== existing[field]) changes[field] = value;
  }
  const isSaid = Object.keys(changes).length === 0 && estimatedFrom === existing.estimatedFrom;
  return isSaid ? null : change(changes);
}
