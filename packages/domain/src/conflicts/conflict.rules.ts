/** A person's word on a conflict: choosing what an open one becomes, undoing what the rules did, or opening it again. */
import { EVENTS, fieldErrors, type ConflictRecord } from '@wellpulse/contracts';
import { equipmentTarget } from '../equipment/equipment.rules.ts';
import { productionTarget } from '../production/production.rules.ts';
import { refuseUnknown } from '../lineage/lineage.rules.ts';
import { accepted, refused, type Decision, type Refusal } from '../state/decision.ts';
import { mayManageOthersWork, type Actor } from '../state/actor.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { productionKey, type Workset } from '../state/workset.ts';
import { DELETION, type Writer } from '../merging/field-history.ts';
import type { Values } from '../merging/merge.ts';
import { incomingValues, isReopenable, isUndoable, undoneValues } from './conflict-sides.ts';
import { applyUpdate, writerOf, type MergeTarget } from '../merging/apply-change.ts';

export function resolveConflict(
  workset: Workset,
  event: EventOf<'CONFLICT_RESOLVED'>,
  actor: Actor,
): Decision {
  const conflict = workset.conflicts.get(event.aggregateId);
  if (conflict === undefined) return refuseUnknown(workset, event, 'CONFLICT_NOT_FOUND');
  if (!mayResolve(conflict, actor)) return refused('FORBIDDEN');
  if (conflict.status !== 'OPEN') return accepted(conflict.id, false);
  const { choice } = event.payload;
  const wanted = choice === 'EXISTING' ? NOTHING : wantedValues(conflict, event.payload.values);
  if (!wanted.ok) return wanted;
  const refusal = write(workset, event, conflict, wanted.values);
  return refusal ?? close(workset, event, { ...conflict, status: 'RESOLVED', choice });
}

export function undoConflict(workset: Workset, event: EventOf<'CONFLICT_UNDONE'>): Decision {
  const conflict = workset.conflicts.get(event.aggregateId);
  if (conflict === undefined) return refused('CONFLICT_NOT_FOUND');
  if (!isUndoable(conflict, true)) return refused('CONFLICT_NOT_UNDOABLE');
  const wanted = undoneValues(conflict);
  const refusal = write(workset, event, conflict, wanted);
  return refusal ?? close(workset, event, { ...conflict, status: 'UNDONE' });
}

/** What somebody chose counts no more, and the conflict waits for a person again (ADR 97). */
export function reopenConflict(workset: Workset, event: EventOf<'CONFLICT_REOPENED'>): Decision {
  const conflict = workset.conflicts.get(event.aggregateId);
  if (conflict === undefined) return refused('CONFLICT_NOT_FOUND');
  if (!isReopenable(conflict)) return refused('CONFLICT_NOT_REOPENABLE');
  const refusal = write(workset, event, conflict, event.payload.values);
  if (refusal !== null) return refusal;
  workset.conflicts.put(conflict.id, {
    ...conflict,
    status: 'OPEN',
    choice: null,
    resolvedBy: null,
    resolvedAt: null,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(conflict.version),
  });
  return accepted(conflict.id);
}

/** Managers, and the two people whose changes met. */
const mayResolve = ({ existing, incoming }: ConflictRecord, actor: Actor): boolean =>
  mayManageOthersWork(actor) || actor.userId === existing.userId || actor.userId === incoming.userId;

interface Wanted {
  readonly ok: true;
  readonly values: Values;
}
const NOTHING: Wanted = { ok: true, values: {} };

/**
 * The log keeps what a person merged as it came. So it holds only values that the record's fields can have. That they were
 * confirmed is no value: `withConfirmation` reads it.
 */
function wantedValues(conflict: ConflictRecord, merged: Values | undefined): Wanted | Refusal {
  if (merged === undefined) return { ok: true, values: incomingValues(conflict) };
  const parsed = MERGED_VALUES[conflict.entity].safeParse(merged);
  if (parsed.success) {
    const { confirmed: _, ...values } = { confirmed: null, ...parsed.data };
    return { ok: true, values };
  }
  return refused('VALIDATION_FAILED', { errors: fieldErrors(parsed.error, ['values']) });
}

/** The fields that people may disagree about. */
const MERGED_VALUES = {
  PRODUCTION: EVENTS.PRODUCTION_UPDATED.payload.omit({ productionDate: true, location: true, photos: true }),
  EQUIPMENT: EVENTS.EQUIPMENT_UPDATED.payload,
} as const;

/** Writes as somebody who sees the record as it is; null if that went well. */
function write(
  workset: Workset,
  event: DomainEvent,
  conflict: ConflictRecord,
  wanted: Values,
): Decision | null {
  if (Object.keys(wanted).length === 0) return null;
  const target = targetOf(workset, event, conflict);
  if (target === null) return refused('RECORD_NOT_FOUND');
  if (target.row.deleted && wanted[DELETION] !== false) return refused('RECORD_NOT_FOUND');
  const writer = { ...writerOf(workset, event), baseVersion: Number.POSITIVE_INFINITY };
  const decision = target.row.deleted
    ? bringBack(workset, event, target, conflict, writer)
    : applyUpdate(
        workset,
        event,
        { ...target, values: { ...target.values, [DELETION]: false } },
        wanted,
        writer,
      );
  return decision.ok ? null : decision;
}

/**
 * Brings a record back with the values that the deletion met. Its person vouches for each of them, and each is a change: in a
 * record that is not there no field holds a value. So an entry of somebody who saw it deleted meets them (M4).
 */
function bringBack(
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  { existingData }: ConflictRecord,
  writer: Writer,
): Decision {
  const brought = Object.keys(target.values).filter((field) => (existingData[field] ?? null) !== null);
  // The row keeps what it held last, which may be of a later life.
  const stale = Object.keys(target.values).filter(
    (field) => target.values[field] !== null && !brought.includes(field),
  );
  const empty = Object.fromEntries(brought.map((field) => [field, null]));
  const wanted = {
    ...Object.fromEntries(brought.map((field) => [field, existingData[field]])),
    ...Object.fromEntries(stale.map((field) => [field, null])),
    [DELETION]: false,
  };
  const values = { ...target.values, ...empty, [DELETION]: true };
  return applyUpdate(workset, event, { ...target, values }, wanted, writer);
}

function targetOf(workset: Workset, event: DomainEvent, conflict: ConflictRecord): MergeTarget | null {
  if (conflict.productionDate === null) {
    const item = workset.equipment.get(conflict.recordId);
    return item === undefined ? null : equipmentTarget(workset, item, event);
  }
  const row = workset.production.get(productionKey(conflict.wellId, conflict.productionDate));
  return row === undefined ? null : productionTarget(workset, row, event);
}

function close(workset: Workset, event: DomainEvent, conflict: ConflictRecord): Decision {
  workset.conflicts.put(conflict.id, {
    ...conflict,
    resolvedBy: event.userId,
    resolvedAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(conflict.version),
  });
  return accepted(conflict.id);
}
