/** Production: one live record per well and day. */
import {
  hasVolume,
  namesWith,
  NO_VOLUME_MESSAGE,
  PRODUCTION_FIELDS,
  PRODUCTION_VALUES,
  valuesFrom,
  VOLUME_FIELDS,
  type EntryMethod,
  type EventSource,
} from '@wellpulse/contracts';
import { refreshAlerts } from '../alerts/alert.rules.ts';
import type { Values } from '../merging/merge.ts';
import {
  holdsKnownValue,
  recordCreation,
  applyDeletion,
  applyUpdate,
  type MergeTarget,
} from '../merging/apply-change.ts';
import { givenFields, isStale, sameValue } from '../state/changes.ts';
import { refuseLostBase, refuseUnknown } from '../lineage/lineage.rules.ts';
import { accepted, refused, refusedField, type Decision, type Refusal } from '../state/decision.ts';
import { mayRule, type Actor, type DomainEvent, type EventOf } from '../state/event.ts';
import { refuseFutureDay } from '../state/future-day.ts';
import { isAfterPlugging } from '../wells/plugging.ts';
import { notDeleted, productionKey, type ProductionRow, type Workset } from '../state/workset.ts';

const ENTRY_METHOD_OF: Record<EventSource, EntryMethod> = {
  WEB: 'MANUAL',
  SYSTEM: 'MANUAL',
  IMPORT: 'SCADA',
  ELECTRON: 'ELECTRON',
  MOBILE: 'MOBILE',
};

/** What people change in a record and may disagree about; where they stood is of their entry, and the latest stands. */
const FIELDS = namesWith(PRODUCTION_FIELDS, 'contested');

export function createProduction(workset: Workset, event: EventOf<'PRODUCTION_CREATED'>): Decision {
  const { aggregateId: wellId, payload, userId } = event;
  if (userId === null) throw new Error('Somebody answers for every production record');
  const refusal = refuseEntry(workset, event, payload.productionDate);
  if (refusal !== null) return refusal;
  const current = workset.production.get(productionKey(wellId, payload.productionDate));
  if (current?.deleted === false) {
    if (event.deviceId !== null) {
      return applyUpdate(workset, event, productionTarget(workset, current, event), measured(payload));
    }
    return refused('PRODUCTION_EXISTS', {
      current,
      errors: [{ path: 'productionDate', message: 'There is already a record for this day' }],
    });
  }
  const row: ProductionRow = {
    id: current?.id ?? event.id,
    wellId,
    productionDate: payload.productionDate,
    ...valuesFrom(PRODUCTION_VALUES, payload),
    entryMethod: ENTRY_METHOD_OF[event.source],
    location: payload.location ?? null,
    createdBy: userId,
    updatedBy: userId,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(current?.version ?? 0),
    deleted: false,
  };
  recordCreation(workset, event, row, FIELDS, Object.keys(measured(payload)));
  return store(workset, row, event.receivedAt);
}

export function updateProduction(workset: Workset, event: EventOf<'PRODUCTION_UPDATED'>): Decision {
  const well = notDeleted(workset.wells.get(event.aggregateId));
  if (well === undefined) return refuseNoWell(workset, event);
  const current = workset.production.get(productionKey(well.id, event.payload.productionDate));
  if (current === undefined) return updateLost(workset, event);
  const row = notDeleted(current);
  if (row === undefined) return refused('PRODUCTION_NOT_FOUND');
  const lostBase = refuseLostBase(workset, event, row);
  if (lostBase !== null) return lostBase;
  if (isAfterPlugging(well, event.payload.productionDate)) return refused('WELL_PLUGGED');
  if (event.deviceId !== null) return updateFromDevice(workset, event, row);
  if (isStale(event, row)) return refused('VERSION_CONFLICT', { current: row });
  return applyUpdate(
    workset,
    event,
    productionTarget(workset, row, event),
    givenFields(event.payload, FIELDS),
  );
}

/**
 * Whether an entry leaves a volume is judged by what its author knew, so that the decision does not depend on the order of
 * arrival (M6 in `merging/field-history.ts`, ADR 22). The device itself judged the entry when it was recorded.
 */
function updateFromDevice(
  workset: Workset,
  event: EventOf<'PRODUCTION_UPDATED'>,
  row: ProductionRow,
): Decision {
  const { location } = event.payload;
  const wanted = givenFields(event.payload, FIELDS);
  const write = (changes: Values): Decision =>
    save(workset, row, location === undefined ? changes : { ...changes, location }, event);
  const target = { ...productionTarget(workset, row, event), store: write };
  if (
    !workset.isReplica &&
    takesLastVolume(wanted, (field) => holdsKnownValue(workset, event, target, field))
  )
    return refuseNoVolume();
  const isNowhereElse = location === undefined || sameValue(location, row.location);
  return Object.keys(wanted).length === 0 && !isNowhereElse
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

const refuseNoVolume = (): Decision => refusedField('VALIDATION_FAILED', ['oilVolume'], NO_VOLUME_MESSAGE);

export function deleteProduction(
  workset: Workset,
  event: EventOf<'PRODUCTION_DELETED'>,
  actor: Actor,
): Decision {
  if (notDeleted(workset.wells.get(event.aggregateId)) === undefined) return refuseNoWell(workset, event);
  const row = workset.production.get(productionKey(event.aggregateId, event.payload.productionDate));
  if (row === undefined) return refuseUnknown(workset, event, 'PRODUCTION_NOT_FOUND');
  // Two devices that delete the same record agree.
  if (row.deleted) return event.deviceId === null ? refused('PRODUCTION_NOT_FOUND') : accepted(row.id, false);
  if (!mayRule(actor) && row.createdBy !== actor.userId) return refused('FORBIDDEN');
  if (event.deviceId === null && isStale(event, row)) return refused('VERSION_CONFLICT', { current: row });
  const lostBase = refuseLostBase(workset, event, row);
  if (lostBase !== null) return lostBase;
  return applyDeletion(workset, event, productionTarget(workset, row, event));
}

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
  return save(workset, row, changes, event);
}

function save(workset: Workset, row: ProductionRow, changes: Values, event: DomainEvent): Decision {
  const touched = {
    ...row,
    ...changes,
    updatedBy: event.userId ?? row.updatedBy,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(row.version),
  };
  return store(workset, touched, event.receivedAt);
}

function store(workset: Workset, row: ProductionRow, at: string): Decision {
  workset.production.put(productionKey(row.wellId, row.productionDate), row);
  refreshAlerts(workset, row.wellId, row.productionDate, at);
  return accepted(row.id);
}
