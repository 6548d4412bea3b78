/** Production: one live record per well and day. */
import { hasVolume, PRODUCTION_VALUES, valuesFrom, VOLUME_FIELDS, message } from '@wellpulse/contracts';
import type { Values } from '../merging/merge.ts';
import {
  holdsKnownValue,
  recordCreation,
  applyDeletion,
  applyUpdate,
  historyOf,
  type MergeTarget,
} from '../merging/apply-change.ts';
import { fieldsTaken, keepsReading, refuseClaims, replacesEstimate, wantedOf } from './claims.ts';
import { isAwaited, isEnded, ownWrites } from '../merging/take-back.ts';
import { givenFields, isStale, sameValue } from '../state/changes.ts';
import { knowsLostVersion, refuseLostBase, refuseUnknown } from '../lineage/lineage.rules.ts';
import { accepted, refused, refusedField, type Decision, type Refusal } from '../state/decision.ts';
import { mayManageOthersWork, type Actor } from '../state/actor.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { refuseFutureDay } from '../state/future-day.ts';
import { isAfterPlugging } from '../wells/plugging.ts';
import { notDeleted, productionKey, type ProductionRow, type Workset } from '../state/workset.ts';
import { entryOf, FIELDS, rowLeft, saveChange, storeReading } from './reading-rows.ts';
import { takeBackAhead, takeBackReading } from './take-back-reading.ts';

export function createProduction(workset: Workset, event: EventOf<'PRODUCTION_CREATED'>): Decision {
  const { aggregateId: wellId, payload, userId } = event;
  if (userId === null) throw new Error('Somebody answers for every production record');
  const refusal = refuseClaims(event) ?? refuseEntry(workset, event, payload.productionDate);
  if (refusal !== null) return refusal;
  const current = workset.production.get(productionKey(wellId, payload.productionDate));
  if (current !== undefined && isThereFor(workset, current, event)) {
    const row = rowLeft(workset, current);
    const store = (changes: Values): Decision => saveChange(workset, row, changes, event);
    const target = { ...productionTarget(workset, row, event), store };
    return applyUpdate(workset, event, target, measured(payload));
  }
  if (current?.deleted === false) {
    return refused('PRODUCTION_EXISTS', {
      current,
      errors: [{ path: 'productionDate', message: message('dayTaken') }],
    });
  }
  const row: ProductionRow = {
    id: current?.id ?? event.id,
    wellId,
    productionDate: payload.productionDate,
    ...valuesFrom(PRODUCTION_VALUES, payload),
    entryMethod: entryOf(event).entryMethod,
    estimatedFrom: payload.estimatedFrom ?? null,
    confirmed: payload.confirmed ?? null,
    location: payload.location ?? null,
    photoHashes: [],
    createdBy: userId,
    updatedBy: userId,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(current?.version ?? 0),
    deleted: false,
  };
  recordReading(workset, event, row);
  return storeReading(workset, row, event.receivedAt);
}

/** Whether a creation is an update of what is there: it was taken back, is an estimate, or its device had not seen it. */
const isThereFor = (workset: Workset, row: ProductionRow, event: EventOf<'PRODUCTION_CREATED'>): boolean =>
  row.deleted ? !isOver(workset, row) : event.deviceId !== null || replacesEstimate(row, event);

/** Remembers the first write of a reading. */
export const recordReading = (
  workset: Workset,
  event: EventOf<'PRODUCTION_CREATED'> | EventOf<'PRODUCTION_UPDATED'>,
  row: ProductionRow,
): void => {
  recordCreation(workset, event, row, FIELDS, measured(event.payload), entryOf(event));
};

export function updateProduction(workset: Workset, event: EventOf<'PRODUCTION_UPDATED'>): Decision {
  const well = notDeleted(workset.wells.get(event.aggregateId));
  if (well === undefined) return refuseNoWell(workset, event);
  const current = workset.production.get(productionKey(well.id, event.payload.productionDate));
  if (
    current === undefined ||
    isAwaited(workset.histories.get(current.id)) ||
    wasMadeAnew(workset, event, current)
  )
    return updateLost(workset, event);
  // What others took back may still be changed by who did not know that.
  if (current.deleted && (event.deviceId === null || isOver(workset, current)))
    return refused('PRODUCTION_NOT_FOUND');
  const refusal = refuseClaims(event) ?? refuseLostBase(workset, event, current);
  if (refusal !== null) return refusal;
  const row = rowLeft(workset, current);
  if (isAfterPlugging(well, event.payload.productionDate)) return refused('WELL_PLUGGED');
  if (event.deviceId === null && isStale(event, row)) return refused('VERSION_CONFLICT', { current: row });
  if (event.deviceId !== null) return updateFromDevice(workset, event, row);
  if (keepsReading(row, event)) return accepted(row.id, false);
  return applyUpdate(workset, event, productionTarget(workset, row, event), wantedOf(row, event));
}

/**
 * What an entry's author knew decides whether the entry leaves a volume. So the order of arrival does not matter (M6 in
 * `merging/field-history.ts`, ADR 22). The device itself judged the entry when it was recorded.
 */
function updateFromDevice(
  workset: Workset,
  event: EventOf<'PRODUCTION_UPDATED'>,
  row: ProductionRow,
): Decision {
  const { location } = event.payload;
  const wanted = givenFields(event.payload, FIELDS);
  const write = (changes: Values): Decision =>
    saveChange(workset, row, location === undefined ? changes : { ...changes, location }, event);
  const target = { ...productionTarget(workset, row, event), store: write };
  if (
    !workset.isReplica &&
    takesLastVolume(wanted, (field) => holdsKnownValue(workset, event, target, field))
  )
    return refuseNoVolume();
  const isNowhereElse = location === undefined || sameValue(location, row.location);
  return Object.keys(wanted).length === 0 && !isNowhereElse && !row.deleted
    ? write({})
    : applyUpdate(workset, event, target, wanted);
}

/** `holds`: whether a volume is there that the update doesn't name. */
function takesLastVolume(wanted: Values, holds: (field: string) => boolean): boolean {
  const fields = Object.values(VOLUME_FIELDS);
  const isLeft = (field: string): boolean =>
    wanted[field] === undefined ? holds(field) : wanted[field] !== null;
  return fields.some((field) => wanted[field] === null) && !fields.some(isLeft);
}

const refuseNoVolume = (): Decision => refusedField('VALIDATION_FAILED', ['oilVolume'], message('noVolume'));

export function deleteProduction(
  workset: Workset,
  event: EventOf<'PRODUCTION_DELETED'>,
  actor: Actor,
): Decision {
  if (notDeleted(workset.wells.get(event.aggregateId)) === undefined) return refuseNoWell(workset, event);
  const row = workset.production.get(productionKey(event.aggregateId, event.payload.productionDate));
  if (row === undefined || isOver(workset, row) || (row.deleted && event.deviceId === null)) {
    if (row === undefined || wasMadeAnew(workset, event, row)) {
      const refusal = refuseUnknown(workset, event, 'PRODUCTION_NOT_FOUND');
      if (refusal.code === 'BASE_MISSING' && (event.baseVersion ?? 0) > 0) return refusal;
    }
    if (row === undefined && mayComeLater(workset, event)) return takeBackAhead(workset, event);
    // Who deletes what is not there, or deleted, has what they wanted.
    return event.deviceId === null
      ? refused('PRODUCTION_NOT_FOUND')
      : accepted(row?.id ?? event.aggregateId, false);
  }
  const lostBase = refuseLostBase(workset, event, row);
  if (lostBase !== null) return lostBase;
  const target = productionTarget(workset, rowLeft(workset, row), event);
  const own = workset.isReplica ? null : ownWrites(workset, event, target);
  const mayDelete =
    own !== null || mayManageOthersWork(actor) || (workset.isReplica && isReadingOfOnly(row, actor.userId));
  if (!mayDelete && !row.deleted)
    return refused('FORBIDDEN', { errors: [{ path: '', message: NOT_ONLY_OWN }] });
  if (event.deviceId === null && isStale(event, row)) return refused('VERSION_CONFLICT', { current: row });
  const isOfLost = own?.length === 0 && mayManageOthersWork(actor) && sawLost(workset, event, target);
  if (own !== null && !isOfLost) return takeBackReading(workset, event, target, own);
  return row.deleted ? accepted(row.id, false) : applyDeletion(workset, event, target);
}

/** Whether a reading was deleted for good: only a new one may follow. */
const isOver = (workset: Workset, row: ProductionRow): boolean =>
  row.deleted && isEnded(workset.histories.get(row.id));

/** Whether the reading was made anew after its deletion, as the event's author saw, and a restore lost that. */
const wasMadeAnew = (workset: Workset, event: DomainEvent, row: ProductionRow): boolean =>
  isOver(workset, row) && knowsLostVersion(workset, event, row);

/** Whether all that an event's author saw of a reading was lost. Others may have brought it again since, with versions of the new lineage. */
function sawLost(workset: Workset, event: DomainEvent, target: MergeTarget): boolean {
  const [base, floor] = [event.baseVersion ?? 0, workset.lineage?.versionFloor ?? 0];
  const { writes } = historyOf(workset, event, target);
  return base > 0 && base < floor && writes.every(({ knownFrom }) => knownFrom < base || knownFrom >= floor);
}

/** What a device deletes and is not there may still come: it waits for its author (ADR 90). */
const mayComeLater = (workset: Workset, { deviceId, deviceSequence }: DomainEvent): boolean =>
  deviceId !== null && deviceSequence !== null && !workset.isReplica;

const NOT_ONLY_OWN = message('notOnlyOwn');

/**
 * Whether nobody but this person entered a reading, as far as its row tells: such a person may take it back.
 *
 * @example
 * isReadingOfOnly({ createdBy: 'pat', updatedBy: 'fran' }, 'pat'); // false
 */
export const isReadingOfOnly = (
  row: Pick<ProductionRow, 'createdBy' | 'updatedBy'>,
  userId: string | null,
): boolean => row.createdBy === userId && row.updatedBy === userId;

/** A well that was deleted is there; one that nobody ever made here may have been lost. */
const refuseNoWell = (workset: Workset, event: DomainEvent): Refusal =>
  workset.wells.get(event.aggregateId) === undefined
    ? refuseUnknown(workset, event, 'WELL_NOT_FOUND')
    : refused('WELL_NOT_FOUND');

/** The record was lost, and no device has brought it: an update with a volume makes it. */
function updateLost(workset: Workset, event: EventOf<'PRODUCTION_UPDATED'>): Decision {
  const refusal = refuseUnknown(workset, event, 'PRODUCTION_NOT_FOUND');
  const isForGood = refusal.code !== 'BASE_MISSING';
  const wasLost = event.deviceId !== null && workset.lineage !== undefined;
  return isForGood && wasLost && hasVolume(event.payload)
    ? createProduction(workset, { ...event, eventType: 'PRODUCTION_CREATED', payload: event.payload })
    : refusal;
}

/** A record as something that people change at the same time. */
export function productionTarget(workset: Workset, row: ProductionRow, event: DomainEvent): MergeTarget {
  return {
    entity: 'PRODUCTION',
    row,
    wellId: row.wellId,
    productionDate: row.productionDate,
    values: Object.fromEntries(FIELDS.map((field) => [field, row[field]])),
    takesPlaceOf: fieldsTaken(row, event),
    entry: entryOf(event),
    rowEntry: { entryMethod: row.entryMethod, location: row.location },
    store: (changes) => change(workset, row, changes, event),
  };
}

function refuseEntry(workset: Workset, event: DomainEvent, day: string): Decision | null {
  const well = notDeleted(workset.wells.get(event.aggregateId));
  if (well === undefined) return refuseNoWell(workset, event);
  if (isAfterPlugging(well, day)) return refused('WELL_PLUGGED');
  return refuseFutureDay(workset, event, 'productionDate', day);
}

/** A field that a creation left out or null was never set. */
const measured = (payload: Values): Values =>
  Object.fromEntries(Object.entries(givenFields(payload, FIELDS)).filter(([, value]) => value !== null));

function change(workset: Workset, row: ProductionRow, changes: Values, event: DomainEvent): Decision {
  if (hasVolume(row) && !hasVolume({ ...row, ...changes })) return refuseNoVolume();
  return saveChange(workset, row, changes, event);
}
