/** What a row of a file changes: a new reading, a correction of the one that is there, or nothing. */
import {
  hasVolume,
  READING_FIELDS,
  type EventPayload,
  type ImportMapping,
  type KeptValue,
  type ReadingField,
  type ReadingNumbers,
} from '@wellpulse/contracts';
import type { ReadingRow } from './import-row.ts';

/** The reading of the row's well and day. */
export interface ExistingReading extends ReadingNumbers {
  readonly version: number;
  readonly deleted: boolean;
  readonly estimatedFrom: string | null;
  /** The numbers that a person gave, and no import since. */
  readonly typed: readonly ReadingField[];
}

/** What a row does: the event, and what it leaves as a person typed it. */
export interface ImportedRow {
  /** Null where the row changes nothing. */
  readonly entry: ImportEntry | null;
  readonly kept: readonly Pick<KeptValue, 'field' | 'typed' | 'imported'>[];
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
 * What a row changes. A blank cell says nothing: it clears no value. A reading that was deleted comes back with the
 * row's values. An estimate never takes the place of what was typed or measured; a measured row takes the whole place of an estimate.
 * A number that a person typed stays, unless `typed` says that it is replaced. `existing` is undefined if the day has none.
 *
 * @example
 * const row = { wellId: 'w', day: '2025-10-20', estimatedFrom: null, volumes: { oilVolume: 42.5 } };
 * importEntry(row, undefined, 'KEEP').entry?.eventType; // 'PRODUCTION_CREATED'
 */
export function importEntry(
  { wellId, day, volumes, estimatedFrom }: Pick<ReadingRow, 'wellId' | 'day' | 'volumes' | 'estimatedFrom'>,
  existing: ExistingReading | undefined,
  typed: ImportMapping['typed'],
): ImportedRow {
  const claim = estimatedFrom === null ? {} : { estimatedFrom };
  if (existing === undefined || existing.deleted) {
    return only({
      eventType: 'PRODUCTION_CREATED',
      aggregateId: wellId,
      baseVersion: existing?.version ?? 0,
      payload: { productionDate: day, ...volumes, ...claim },
    });
  }
  if (estimatedFrom !== null && existing.estimatedFrom === null && hasVolume(existing)) return only(null);
  const change = (payload: Partial<ReadingNumbers>): ImportEntry => ({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: wellId,
    baseVersion: existing.version,
    payload: { productionDate: day, ...payload, ...claim },
  });
  if (estimatedFrom === null && existing.estimatedFrom !== null) return only(change(volumes));
  const changes: Partial<ReadingNumbers> = {};
  const kept: ImportedRow['kept'][number][] = [];
  for (const field of READING_FIELDS) {
    const [value, current] = [volumes[field], existing[field]];
    if (value === null || value === current) continue;
    const stays = typed === 'KEEP' && current !== null && existing.typed.includes(field);
    if (stays) kept.push({ field, typed: current, imported: value });
    else changes[field] = value;
  }
  const isSaid = Object.keys(changes).length === 0 && estimatedFrom === existing.estimatedFrom;
  return { entry: isSaid ? null : change(changes), kept };
}

const only = (entry: ImportEntry | null): ImportedRow => ({ entry, kept: [] });
