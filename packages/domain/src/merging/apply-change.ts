/**
 * Applies a change to a record that several people may change at the same time. The change is merged with the record, the
 * history of the fields remembers it, and a conflict keeps both sides if it met another change.
 */
import type { ConflictPolicy, ConflictRecord } from '@wellpulse/contracts';
import { v5 as uuidV5 } from 'uuid';
import { accepted, type Decision } from '../state/decision.ts';
import type { DomainEvent } from '../state/event.ts';
import type { Workset } from '../state/workset.ts';
import {
  clockOf,
  relevantWrites,
  deletionMarker,
  holdsValue,
  impliedHistory,
  type FieldHistory,
  type Writer,
} from './field-history.ts';
import { mergeDeletion, mergeValues, type Merge, type Values } from './merge.ts';

/** The record that a change is for. */
export interface MergeTarget {
  readonly entity: ConflictRecord['entity'];
  readonly row: {
    readonly id: string;
    readonly version: number;
    readonly createdBy: string;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly deleted: boolean;
  };
  readonly wellId: string;
  readonly productionDate: string | null;
  /** The record's fields, as its events name them. */
  readonly values: Values;
  /** Writes the changed row, its version one higher; may refuse. */
  readonly store: (changes: Values) => Decision;
}

/** Everyone except a remote device sees the current record; so does a device among its own rows. */
export const writerOf = (workset: Workset, event: DomainEvent): Writer => ({
  eventId: event.id,
  deviceId: event.deviceId,
  occurredAt: event.occurredAt,
  baseVersion:
    event.deviceId === null || workset.isReplica ? Number.POSITIVE_INFINITY : (event.baseVersion ?? 0),
  isCreation: event.eventType.endsWith('_CREATED'),
});

/** Whether a field holds a value in the record as the event's author knew it. */
export const holdsKnownValue = (
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  field: string,
): boolean => holdsValue(historyOf(workset, target).writes, writerOf(workset, event), field);

/** What somebody contests who has left, a person decides, whatever the policy. */
const policyFor = (workset: Workset, { authorLeft }: DomainEvent): ConflictPolicy =>
  authorLeft ? 'PROMPT' : workset.tenantSettings.conflictPolicy;

/** Applies a change of some fields. `wanted` holds only the fields that the event names. */
export function applyUpdate(
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  wanted: Values,
  writer: Writer = writerOf(workset, event),
): Decision {
  const { writes } = historyOf(workset, target);
  const merge = mergeValues(writes, target.values, wanted, writer, policyFor(workset, event));
  const cleared = Object.keys(wanted).filter((field) => wanted[field] === null);
  return applyMerge(workset, event, target, merge, { writer, cleared });
}

/** Applies a deletion. `target.store` is given `{deleted: true}`. */
export function applyDeletion(workset: Workset, event: DomainEvent, target: MergeTarget): Decision {
  const { writes } = historyOf(workset, target);
  const writer = writerOf(workset, event);
  const merge = mergeDeletion(writes, writer, policyFor(workset, event));
  return applyMerge(workset, event, target, merge, { writer, cleared: [] });
}

/**
 * Remembers a record's first write, or the first one after a deletion (M8). From the time before the deletion only its latest
 * clock is kept. `given` are the fields that the event names.
 */
export function recordCreation(
  workset: Workset,
  event: DomainEvent,
  row: MergeTarget['row'],
  fields: readonly string[],
  given: readonly string[],
): void {
  // What a row can tell by itself is not written down: imports bring millions of them.
  if (event.deviceId === null && row.version === workset.nextVersion(0) && !workset.histories.get(row.id))
    return;
  const end = deletionMarker(workset.histories.get(row.id)?.writes ?? [], fields);
  const history = { recordId: row.id, writes: end === undefined ? [] : [end] };
  const writer = writerOf(workset, event);
  const writes = relevantWrites(history.writes, writer);
  const clocks = Object.fromEntries(given.map((field) => [field, clockOf(writes, writer, [field])]));
  recordWrite(workset, event, history, clocks, {
    writer,
    cleared: [],
    changed: given,
    knownFrom: row.version,
  });
}

interface Knowledge {
  readonly writer: Writer;
  readonly cleared: readonly string[];
}

function applyMerge(
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  merge: Merge,
  knowledge: Knowledge,
): Decision {
  const { row } = target;
  const changed = Object.keys(merge.changes);
  if (changed.length === 0 && event.deviceId === null) return accepted(row.id, false);
  const history = historyOf(workset, target);
  const stored = changed.length > 0 ? target.store(merge.changes) : accepted(row.id);
  if (!stored.ok) return stored;
  if (merge.outcome !== 'USER_PROMPT') {
    // One that changed nothing is known to whoever sees the record's next version.
    recordWrite(workset, event, history, merge.clocks, {
      ...knowledge,
      changed,
      knownFrom: workset.nextVersion(row.version),
    });
  }
  if (merge.outcome === 'CLEAN') return stored;
  const conflict = toConflict(workset, event, target, merge, merge.outcome);
  workset.conflicts.put(conflict.id, conflict);
  return { ...stored, conflict };
}

function recordWrite(
  workset: Workset,
  event: DomainEvent,
  history: FieldHistory,
  clocks: Readonly<Record<string, number>>,
  { writer, ...known }: Knowledge & { readonly changed: readonly string[]; readonly knownFrom: number },
): void {
  const { id: eventId, deviceId, userId, occurredAt } = event;
  const baseVersion = Number.isFinite(writer.baseVersion) ? writer.baseVersion : null;
  // Sorted: the log, played again, gives the same.
  const [changed, cleared] = [[...known.changed].sort(), [...known.cleared].sort()];
  const write = { eventId, deviceId, userId, occurredAt, baseVersion, ...known, changed, cleared, clocks };
  workset.histories.put(history.recordId, { ...history, writes: [...history.writes, write] });
}

function historyOf(workset: Workset, { row, values }: MergeTarget): FieldHistory {
  const fields = Object.keys(values).filter((field) => values[field] !== null);
  return workset.histories.get(row.id) ?? impliedHistory(row, fields);
}

function toConflict(
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  { competingWrite, contested }: Merge,
  outcome: ConflictRecord['outcome'],
): ConflictRecord {
  if (competingWrite === undefined) throw new Error('A conflict has two sides');
  const { userId, deviceId, occurredAt } = event;
  return {
    id: uuidV5('conflict', event.id),
    eventId: event.id,
    eventType: event.eventType,
    entity: target.entity,
    recordId: target.row.id,
    wellId: target.wellId,
    productionDate: target.productionDate,
    outcome,
    fields: [...contested],
    existingData: {
      id: target.row.id,
      ...(target.productionDate === null ? {} : { productionDate: target.productionDate }),
      ...target.values,
      version: target.row.version,
    },
    incomingData: event.payload,
    existing: {
      userId: competingWrite.userId,
      deviceId: competingWrite.deviceId,
      occurredAt: competingWrite.occurredAt,
    },
    incoming: { userId, deviceId, occurredAt },
    status: outcome === 'USER_PROMPT' ? 'OPEN' : 'SETTLED',
    choice: null,
    resolvedBy: null,
    resolvedAt: null,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(0),
  };
}
