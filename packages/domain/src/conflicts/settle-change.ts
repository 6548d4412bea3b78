/**
 * The way of every change to a record that people may change at the same time: it is merged with what is there, the
 * history of its fields remembers it, and where it met another change both sides are kept as a conflict.
 */
import type { ConflictRecord } from '@wellpulse/contracts';
import { v5 as uuidV5 } from 'uuid';
import { accepted, type Decision } from '../write-path/decision.ts';
import type { DomainEvent } from '../write-path/event.ts';
import type { Workset } from '../write-path/workset.ts';
import { conflictReason } from './conflict-reason.ts';
import { impliedHistory, type FieldHistory, type Writer } from './field-history.ts';
import { mergeDeletion, mergeValues, type Merge, type Values } from './merge.ts';

/** A record that a change is meant for. */
export interface Subject {
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

/** Who sees the record as it is: everybody but a device, and a device among its own rows. */
export const writerOf = (workset: Workset, event: DomainEvent): Writer => ({
  eventId: event.id,
  deviceId: event.deviceId,
  occurredAt: event.occurredAt,
  baseVersion:
    event.deviceId === null || workset.isReplica ? Number.POSITIVE_INFINITY : (event.baseVersion ?? 0),
});

/** A change of some fields. `wanted` holds only those that the event names. */
export function settleValues(
  workset: Workset,
  event: DomainEvent,
  subject: Subject,
  wanted: Values,
  writer: Writer = writerOf(workset, event),
): Decision {
  const { writes } = historyOf(workset, subject);
  const { conflictPolicy } = workset.tenantSettings;
  return settle(workset, event, subject, mergeValues(writes, subject.values, wanted, writer, conflictPolicy));
}

/** The record's deletion. `subject.store` is given `{deleted: true}`. */
export function settleDeletion(workset: Workset, event: DomainEvent, subject: Subject): Decision {
  const { writes } = historyOf(workset, subject);
  const { conflictPolicy } = workset.tenantSettings;
  return settle(workset, event, subject, mergeDeletion(writes, writerOf(workset, event), conflictPolicy));
}

/** Remembers a record's first write, or that it was made again after a deletion. */
export function rememberCreation(
  workset: Workset,
  event: DomainEvent,
  row: Subject['row'],
  fields: readonly string[],
): void {
  const standing = workset.histories.get(row.id)?.writes ?? [];
  // What a row can tell by itself is not written down: imports bring millions of them.
  if (event.deviceId === null && row.version === 1) return;
  const clock = Date.parse(event.occurredAt);
  const latest = Math.max(
    clock,
    ...standing.flatMap(({ clocks }) => Object.values(clocks)).map((last) => last + 1),
  );
  const clocks = Object.fromEntries(fields.map((field) => [field, latest]));
  remember(workset, event, { recordId: row.id, writes: standing }, clocks, true, row.version);
}

function settle(workset: Workset, event: DomainEvent, subject: Subject, merge: Merge): Decision {
  const { row } = subject;
  const changes = Object.keys(merge.changes).length > 0;
  if (!changes && event.deviceId === null) return accepted(row.id, false);
  const history = historyOf(workset, subject);
  const stored = changes ? subject.store(merge.changes) : accepted(row.id);
  if (!stored.ok) return stored;
  if (merge.outcome !== 'USER_PROMPT') {
    remember(workset, event, history, merge.clocks, changes, row.version + 1);
  }
  if (merge.outcome === 'CLEAN') return stored;
  const conflict = toConflict(event, subject, merge, merge.outcome);
  workset.conflicts.put(conflict.id, conflict);
  return { ...stored, conflict };
}

/** One that changed nothing is known to whoever sees the record's next version. */
function remember(
  workset: Workset,
  event: DomainEvent,
  history: FieldHistory,
  clocks: Readonly<Record<string, number>>,
  changed: boolean,
  knownFrom: number,
): void {
  const { id: eventId, deviceId, userId, occurredAt } = event;
  const write = { eventId, deviceId, userId, occurredAt, knownFrom, changed, clocks };
  workset.histories.put(history.recordId, { ...history, writes: [...history.writes, write] });
}

function historyOf(workset: Workset, { row, values }: Subject): FieldHistory {
  const fields = Object.keys(values).filter((field) => values[field] !== null);
  return workset.histories.get(row.id) ?? impliedHistory(row, fields);
}

function toConflict(
  event: DomainEvent,
  subject: Subject,
  { rival, contested }: Merge,
  outcome: ConflictRecord['outcome'],
): ConflictRecord {
  if (rival === undefined) throw new Error('A conflict has two sides');
  const { userId, deviceId, occurredAt } = event;
  return {
    id: uuidV5('conflict', event.id),
    eventId: event.id,
    eventType: event.eventType,
    entity: subject.entity,
    recordId: subject.row.id,
    wellId: subject.wellId,
    productionDate: subject.productionDate,
    outcome,
    reason: conflictReason(outcome, contested),
    fields: [...contested],
    existingData: {
      ...(subject.productionDate === null ? {} : { productionDate: subject.productionDate }),
      ...subject.values,
      version: subject.row.version,
    },
    incomingData: event.payload,
    existing: { userId: rival.userId, deviceId: rival.deviceId, occurredAt: rival.occurredAt },
    incoming: { userId, deviceId, occurredAt },
    status: outcome === 'USER_PROMPT' ? 'OPEN' : 'SETTLED',
    choice: null,
    resolvedBy: null,
    resolvedAt: null,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: 1,
  };
}
