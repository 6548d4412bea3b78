/**
 * What an entry claims of itself beside its volumes: that its author confirmed an unusual one, and that it is an estimate. A
 * typed or measured value takes the place of an estimate, and its author meets no conflict: nobody had read off anything.
 */
import { hasVolume, message, VOLUME_FIELDS, type EventPayload } from '@wellpulse/contracts';
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

/** What an update wants of a row: with another volume it takes away what was claimed of the former one. */
export function wantedOf(row: ProductionRow, payload: EventPayload<'PRODUCTION_UPDATED'>): Values {
  const given = givenFields(payload, FIELDS);
  const isVolumeGiven = VOLUMES.some((field) => given[field] !== undefined);
  const isOther = VOLUMES.some((field) => given[field] !== undefined && given[field] !== row[field]);
  return {
    ...(isVolumeGiven && row.estimatedFrom !== null ? { estimatedFrom: null } : {}),
    ...(isOther && row.confirmed !== null ? { confirmed: null } : {}),
    ...given,
  };
}

/** Whether an entry takes the place of an estimate. */
export const replacesEstimate = (row: ProductionRow, { payload }: Entry): boolean =>
  row.estimatedFrom !== null &&
  payload.estimatedFrom === undefined &&
  VOLUMES.some((field) => payload[field] !== undefined);

/** Whether an estimate meets what was typed or measured, which stays. */
export const keepsReading = (row: ProductionRow, { payload }: Entry): boolean =>
  payload.estimatedFrom !== undefined && row.estimatedFrom === null && hasVolume(row);

/** What a typed reading makes of an estimate: what it leaves out was not measured. */
export const readingForEstimate = (payload: EventPayload<'PRODUCTION_CREATED'>): Values => ({
  ...Object.fromEntries(VOLUMES.map((field) => [field, payload[field] ?? null])),
  ...(payload.notes === undefined ? {} : { notes: payload.notes }),
  confirmed: payload.confirmed ?? null,
  estimatedFrom: null,
});
