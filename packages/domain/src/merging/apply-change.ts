/**
 * Applies a change to a record that several people may change at the same time. The change is merged with the record, and the
 * history of the fields remembers it. If the change met another one, a conflict keeps both sides.
 */
import type { ConflictPolicy, ConflictRecord } from '@wellpulse/contracts';
import { v5 as uuidV5 } from 'uuid';
import { accepted, type Decision } from '../state/decision.ts';
import type { DomainEvent } from '../state/event.ts';
import type { Workset } from '../state/workset.ts';
import {
  clockOf,
  DELETION,
  relevantWrites,
  deletionMarker,
  holdsValue,
  impliedHistory,
  photosGiven,
  takenBackAhead,
  type FieldHistory,
  type RecordWrite,
  type WriteEntry,
  type Writer,
} from './field-history.ts';
import { withoutClocksAhead } from './clocks-ahead.ts';
import { giveWay, withEstimatesFirst } from './estimates.ts';
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
    readonly photoHashes?: readonly string[];
    readonly confirmed?: true | null;
  };
  readonly wellId: string;
  readonly productionDate: string | null;
  /** The record's fields, as its events name them. */
  readonly values: Values;
  /** Writes the changed row, its version one higher; may refuse. */
  readonly store: (changes: Values) => Decision;
  /** The fields of which the event takes the place where an estimate gave them; for readings. */
  readonly takesPlaceOf?: readonly string[];
  /** How and where the event entered it; for readings. */
  readonly entry?: WriteEntry;
  /** How and where the record was entered, as its row tells. */
  readonly rowEntry?: WriteEntry;
}

const LONG_AGO = new Date(0).toISOString();

/**
 * Everyone except a remote device sees the current record; so does a device among its own rows. A device that does not hold the
 * day knows nothing of it: what anybody entered comes after its entry.
 */
export const writerOf = (workset: Workset, event: DomainEvent): Writer => ({
  eventId: event.id,
  deviceId: event.deviceId,
  deviceSequence: event.deviceSequence,
  occurredAt:
    event.deviceId !== null && event.baseVersion === null && !workset.isReplica ? LONG_AGO : event.occurredAt,
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
): boolean => holdsValue(historyOf(workset, event, target).writes, writerOf(workset, event), field);

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
  const { writes } = historyOf(workset, event, target);
  const taker = takenBackAhead(writes, writer, event.userId);
  if (taker !== undefined)
    return rememberTakenBack(workset, event, target, { writer, values: wanted }, taker.eventId);
  const merge = mergeValues(writes, target.values, wanted, writer, policyFor(workset, event));
  return applyMerge(workset, event, target, merge, { writer, values: wanted });
}

/** An entry whose taking back came before it changes nothing. It still counts as known to those who knew it. */
function rememberTakenBack(
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  wish: Wish,
  taker: string,
): Decision {
  const { row, entry } = target;
  const history = historyOf(workset, event, target);
  const clockOfField = (field: string): number => clockOf(history.writes, wish.writer, [field]);
  recordWrite(workset, event, history, {
    ...wish,
    ...(entry === undefined ? {} : { entry }),
    changed: [],
    clocks: Object.fromEntries(Object.keys(wish.values).map((field) => [field, clockOfField(field)])),
    knownFrom: workset.nextVersion(row.version),
    takenBackBy: [taker],
  });
  return accepted(row.id);
}

/** Applies a deletion. `target.store` is given `{deleted: true}`. */
export function applyDeletion(workset: Workset, event: DomainEvent, target: MergeTarget): Decision {
  const { writes } = historyOf(workset, event, target);
  const writer = writerOf(workset, event);
  const merge = mergeDeletion(writes, writer, policyFor(workset, event));
  return applyMerge(workset, event, target, merge, { writer, values: { [DELETION]: true } });
}

/**
 * Remembers a record's first write, or the first one after a deletion (M8). From the time before the deletion only its latest
 * clock is kept. `given` are the values that the event names.
 */
export function recordCreation(
  workset: Workset,
  event: DomainEvent,
  row: MergeTarget['row'],
  fields: readonly string[],
  given: Values,
  entry?: WriteEntry,
): void {
  // What a row can tell by itself is not written down: imports bring millions of them.
  if (event.deviceId === null && row.version === workset.nextVersion(0) && !workset.histories.get(row.id))
    return;
  const before = workset.histories.get(row.id);
  const end = before && deletionMarker(withoutClocksAhead(workset, event, before).writes, fields);
  const history = { recordId: row.id, writes: end === undefined ? [] : [end] };
  const writer = writerOf(workset, event);
  const writes = relevantWrites(history.writes, writer);
  const changed = Object.keys(given);
  const clocks = Object.fromEntries(changed.map((field) => [field, clockOf(writes, writer, [field])]));
  const write = { writer, changed, clocks, knownFrom: row.version };
  recordWrite(
    workset,
    event,
    history,
    entry === undefined ? { ...write, values: {} } : { ...write, values: given, entry },
  );
}

interface Wish {
  readonly writer: Writer;
  readonly values: Values;
}

function applyMerge(
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  merge: Merge,
  wish: Wish,
): Decision {
  const { row, entry } = target;
  const history = historyOf(workset, event, target);
  const given = giveWay(history.writes, target.values, merge, wish.values, target.takesPlaceOf);
  const { changes, clocks } = given.merge;
  const isChanged = Object.keys(changes).length > 0;
  if (!isChanged && event.deviceId === null && !isConfirmed(event)) return accepted(row.id, false);
  const stored = isChanged ? target.store(changes) : accepted(row.id);
  if (!stored.ok) return stored;
  // One that changed nothing is known to everybody who sees the record's next version.
  const knownFrom = workset.nextVersion(row.version);
  const write = { ...wish, changed: given.changed, clocks, knownFrom };
  const isHeld = merge.outcome === 'USER_PROMPT';
  if (entry !== undefined) {
    const isEntry = wish.values[DELETION] === undefined;
    recordWrite(workset, event, history, {
      ...write,
      ...(isEntry ? { entry } : {}),
      ...(isHeld ? { isHeld } : {}),
    });
  } else if (!isHeld) {
    // Of an item nothing is taken back, so its values are not needed.
    recordWrite(workset, event, history, { ...write, values: {} });
  }
  if (merge.outcome === 'CLEAN') return stored;
  const conflict = toConflict(workset, event, target, merge, merge.outcome);
  workset.conflicts.put(conflict.id, conflict);
  return { ...stored, conflict };
}

type NewWrite = Pick<
  RecordWrite,
  'values' | 'changed' | 'clocks' | 'knownFrom' | 'entry' | 'isHeld' | 'isTakingBack' | 'takenBackBy'
> & { readonly writer: Writer };

/** Puts a write behind those that are there. */
export function recordWrite(
  workset: Workset,
  event: DomainEvent,
  history: FieldHistory,
  { writer, ...known }: NewWrite,
): void {
  const { id: eventId, deviceId, deviceSequence, userId, occurredAt } = event;
  // Left out where there is none: so a write is as it was written before writes had numbers.
  const number = deviceSequence === null ? {} : { deviceSequence };
  const baseVersion = Number.isFinite(writer.baseVersion) ? writer.baseVersion : null;
  // Sorted: the log, played again, gives the same.
  const changed = [...known.changed].sort();
  const photos = known.entry === undefined ? {} : photosGiven(photosIn(event));
  const claims = isConfirmed(event) ? { confirmed: true as const } : {};
  const write = {
    eventId,
    deviceId,
    ...number,
    userId,
    occurredAt,
    baseVersion,
    ...known,
    changed,
    ...photos,
    ...claims,
  };
  workset.histories.put(history.recordId, { ...history, writes: [...history.writes, write] });
}

/** The SHA-256 of the photos that an event names, each once. */
const photosIn = ({ payload }: DomainEvent): string[] =>
  'photos' in payload ? [...new Set(payload.photos?.map(({ sha256 }) => sha256))] : [];

/** What a person chose in a conflict may be an unusual volume too. */
const isConfirmed = ({ payload }: DomainEvent): boolean =>
  ('confirmed' in payload && payload.confirmed === true) ||
  ('values' in payload && payload.values?.['confirmed'] === true);

/** The writes of a record that an event meets; of one that was created once and never touched, as its row tells them. */
export const historyOf = (
  workset: Workset,
  event: DomainEvent,
  { row, values, rowEntry }: Pick<MergeTarget, 'row' | 'values' | 'rowEntry'>,
): FieldHistory =>
  withEstimatesFirst(
    withoutClocksAhead(
      workset,
      event,
      workset.histories.get(row.id) ?? impliedHistory(row, values, rowEntry),
    ),
  );

export function toConflict(
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  { competingWrite, contested }: Pick<Merge, 'competingWrite' | 'contested'>,
  outcome: ConflictRecord['outcome'],
): ConflictRecord {
  if (competingWrite === undefined) throw new Error('A conflict has two sides');
  const { userId, deviceId, occurredAt } = event;
  const id = uuidV5('conflict', event.id);
  // An entry that waited is judged once more when what it met is taken back.
  const before = workset.conflicts.get(id);
  return {
    id,
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
    createdAt: before?.createdAt ?? event.receivedAt,
    updatedAt: event.receivedAt,
    version: before === undefined ? workset.nextVersion(0) : workset.nextVersion(before.version),
  };
}
