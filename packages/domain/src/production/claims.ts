/**
 * What an entry claims of itself beside its volumes: that its author confirmed an unusual one, and that it is an estimate. A
 * typed or measured reading takes the whole place of an estimate (ADR 80). Its author meets no conflict: nobody had read off
 * anything.
 */
import { hasVolume, message, VOLUME_FIELDS } from '@wellpulse/contracts';
import type { Values } from '../merging/merge.ts';
import { givenFields } from '../state/changes.ts';
import { refusedField, type Refusal } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
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

/**
 * The fields of which an event takes the place where an estimate gave them: a volume that it leaves out was not measured. None for
 * one that leaves an estimate as it is.
 */
export function fieldsTaken(row: ProductionRow, event: DomainEvent): readonly string[] {
  if (event.eventType !== 'PRODUCTION_CREATED' && event.eventType !== 'PRODUCTION_UPDATED') return [];
  const isReading = event.payload.estimatedFrom === undefined && hasVolume(event.payload);
  return isReading && (row.estimatedFrom === null || replacesEstimate(row, event))
    ? [...VOLUMES, 'estimatedFrom']
    : [];
}

/** What a correction wants. Of an estimate that it leaves one, the volumes are still the estimate's. */
export function wantedOf(row: ProductionRow, event: EventOf<'PRODUCTION_UPDATED'>): Values {
  const wanted = givenFields(event.payload, FIELDS);
  const isLeft =
    row.estimatedFrom !== null &&
    event.payload.estimatedFrom === undefined &&
    fieldsTaken(row, event).length === 0;
  const same = isLeft ? VOLUMES.filter((field) => wanted[field] === row[field]) : [];
  const isOthers = ([field]: readonly [string, unknown]): boolean => !same.some((volume) => volume === field);
  return Object.fromEntries(Object.entries(wanted).filter(isOthers));
}
