/**
 * What an entry claims of itself beside its volumes: that its author confirmed an unusual one, and that it is an estimate. A
 * typed or measured reading takes the whole place of an estimate (ADR 80). Its author meets no conflict: nobody had read off
 * anything.
 */
import { hasVolume, message, VOLUME_FIELDS } from '@wellpulse/contracts';
import type { Values } from '../merging/merge.ts';
import { givenFields } from '../state/changes.ts';
import { refusedField, type Refusal } from '../state/decision.ts';
import type { EventOf } from '../state/event.ts';
import type { ProductionRow } from '../state/workset.ts';
import { FIELDS } from './reading-rows.ts';

type Entry = EventOf<'PRODUCTION_CREATED'> | EventOf<'PRODUCTION_UPDATED'>;
const VOLUMES = Object.values(VOLUME_FIELDS);

/** Null for an entry that may claim what it does. */
export const refuseClaims = ({ source, payload }: Entry): Refusal | null =>
  payload.estimatedFrom === undefined || source === 'IMPORT'
    ? null
    : refusedField('VALIDATION_FAILED', ['estimatedFrom'], message('onlyImports'));

/**
 * Whether an entry takes the place of an estimate. Who corrects one on the web sees it: a volume that stays as it is was not read
 * off. Neither was one that is cleared.
 */
export function replacesEstimate(
  row: ProductionRow,
  { payload, source, deviceId, eventType }: Entry,
): boolean {
  if (row.estimatedFrom === null || payload.estimatedFrom !== undefined || !hasVolume(payload)) return false;
  const isCorrection = eventType === 'PRODUCTION_UPDATED' && source !== 'IMPORT' && deviceId === null;
  return !isCorrection || VOLUMES.some((field) => (payload[field] ?? row[field]) !== row[field]);
}

/** Whether an estimate meets what was typed or measured, which stays. */
export const keepsReading = (row: ProductionRow, { payload }: Entry): boolean =>
  payload.estimatedFrom !== undefined && row.estimatedFrom === null && hasVolume(row);

/** What a typed reading makes of an estimate: a volume that it leaves out was not measured. */
export const readingForEstimate = ({ payload }: Entry): Values => ({
  ...givenFields(payload, FIELDS),
  ...Object.fromEntries(VOLUMES.map((field) => [field, payload[field] ?? null])),
  estimatedFrom: null,
});
