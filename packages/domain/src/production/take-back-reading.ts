/** Takes back what an author entered of a reading: what is left stands, and what met it is settled. */
import { hasVolume, PRODUCTION_VALUES, valuesFrom, type ConflictRecord } from '@wellpulse/contracts';
import { withdrawConflicts } from '../merging/withdraw-conflicts.ts';
import {
  applyDeletion,
  applyUpdate,
  historyOf,
  toConflict,
  writerOf,
  type MergeTarget,
} from '../merging/apply-change.ts';
import { counts, DELETION, isDeletionWrite, type RecordWrite } from '../merging/field-history.ts';
import { rememberTakingBack, takeBackWrites, type TakenBack } from '../merging/take-back.ts';
import { accepted, type Decision } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { sameValue } from '../state/changes.ts';
import { productionKey, type ProductionRow, type Workset } from '../state/workset.ts';
import { fieldsTaken } from './claims.ts';
import { entryOf, FIELDS, rowLeft, saveChange, storeReading } from './reading-rows.ts';

/** `own` are the writes that the deletion knows, all of them its author's. */
export function takeBackReading(
  workset: Workset,
  event: DomainEvent,
  target: MergeTarget,
  own: readonly RecordWrite[],
): Decision {
  if (own.length === 0) return takeBackLate(workset, event, target);
  const row = readingOf(workset, target);
  const taken = takeBackWrites(workset, event, target, own);
  const isChanged = storeWhatIsLeft(workset, event, row, taken);
  for (const open of withdrawConflicts(workset, event, row.id, own)) applyHeld(workset, event, open);
  if (!taken.othersAreLeft || !isChanged) return accepted(row.id);
  const others = workset.histories.get(row.id)?.writes ?? [];
  const competingWrite = others.findLast(
    (write) => counts(write) && !isDeletionWrite(write) && write.userId !== event.userId,
  );
  const conflict = toConflict(workset, event, target, { competingWrite, contested: [] }, 'MERGE');
  workset.conflicts.put(conflict.id, conflict);
  return { ...accepted(row.id), conflict };
}

/** Of a reading that is there, an author takes back what has not come yet. What others wrote stands. */
function takeBackLate(workset: Workset, event: DomainEvent, target: MergeTarget): Decision {
  const { row } = target;
  if (event.deviceId === null || event.deviceSequence === null) return accepted(row.id, false);
  rememberTakingBack(workset, event, historyOf(workset, event, target), workset.nextVersion(row.version));
  return accepted(row.id);
}

/** The same of a reading that is not there: a deleted row remembers it, under the deletion's id. */
export function takeBackAhead(workset: Workset, event: EventOf<'PRODUCTION_DELETED'>): Decision {
  const { aggregateId: wellId, payload, userId, receivedAt: at } = event;
  if (userId === null) throw new Error('Somebody takes back what they entered');
  const row: ProductionRow = {
    id: event.id,
    wellId,
    productionDate: payload.productionDate,
    ...valuesFrom(PRODUCTION_VALUES, {}),
    entryMethod: entryOf(event).entryMethod,
    estimatedFrom: null,
    confirmed: null,
    location: null,
    photoHashes: [],
    createdBy: userId,
    updatedBy: userId,
    createdAt: at,
    updatedAt: at,
    version: workset.nextVersion(0),
    deleted: true,
  };
  rememberTakingBack(workset, event, { recordId: row.id, writes: [] }, row.version);
  return storeReading(workset, row, at);
}

function readingOf(workset: Workset, { wellId, productionDate }: MergeTarget): ProductionRow {
  const row = workset.production.get(productionKey(wellId, productionDate ?? ''));
  if (row === undefined) throw new Error('What is taken back is there');
  return row;
}

/** Whether a value changed, or the record is there no more. Photos that go make a new version, and are no value. */
function storeWhatIsLeft(
  workset: Workset,
  event: DomainEvent,
  row: ProductionRow,
  { changes, photoHashes, first }: TakenBack,
): boolean {
  const left: ProductionRow = { ...rowLeft(workset, row), ...changes, photoHashes: [...photoHashes] };
  const isThere = hasVolume(left);
  const isChanged = Object.keys(changes).length > 0 || isThere === row.deleted;
  const isTouched = isChanged || (isThere && !sameValue(row.photoHashes, left.photoHashes));
  const touched = isTouched
    ? {
        updatedBy: event.userId ?? row.updatedBy,
        updatedAt: event.receivedAt,
        version: workset.nextVersion(row.version),
      }
    : {};
  const made = first === undefined ? {} : { ...first.entry, createdBy: first.userId ?? row.createdBy };
  // The values of what is gone stay in the row, as after any deletion. Its photos go: they were taken back.
  const kept = isThere ? left : { ...row, photoHashes: left.photoHashes };
  storeReading(workset, { ...kept, ...touched, ...made, deleted: !isThere }, event.receivedAt);
  return isChanged;
}

/** What waited for what was taken back is judged as an entry that comes now; what it still meets waits again. */
function applyHeld(workset: Workset, event: DomainEvent, conflict: ConflictRecord): void {
  const history = workset.histories.get(conflict.recordId);
  const held = history?.writes.find(({ eventId, isHeld }) => isHeld && eventId === conflict.eventId);
  const row = workset.production.get(productionKey(conflict.wellId, conflict.productionDate ?? ''));
  if (history === undefined || held === undefined || row === undefined) return;
  workset.histories.put(history.recordId, {
    ...history,
    writes: history.writes.filter((write) => write !== held),
  });
  const late = {
    ...event,
    id: held.eventId,
    eventType: conflict.eventType,
    payload: conflict.incomingData,
    userId: held.userId,
    deviceId: held.deviceId,
    deviceSequence: held.deviceSequence ?? null,
    baseVersion: held.baseVersion,
    // Whatever the policy is by now, a person was promised to be asked.
    authorLeft: true,
    // It was judged as an event of this type when it came.
  } as DomainEvent;
  const left = rowLeft(workset, row);
  const target: MergeTarget = {
    entity: 'PRODUCTION',
    row: left,
    wellId: left.wellId,
    productionDate: left.productionDate,
    values: Object.fromEntries(FIELDS.map((field) => [field, left[field]])),
    takesPlaceOf: fieldsTaken(left, late),
    ...(held.entry === undefined ? {} : { entry: held.entry }),
    store: (changes) => saveChange(workset, left, changes, late),
  };
  const withdrawn = workset.conflicts.get(conflict.id);
  if (held.values[DELETION] === undefined)
    applyUpdate(workset, late, target, held.values, writerOf(workset, late));
  else if (!left.deleted) applyDeletion(workset, late, target);
  if (withdrawn !== undefined && workset.conflicts.get(conflict.id)?.status !== 'OPEN')
    workset.conflicts.put(conflict.id, withdrawn);
}
