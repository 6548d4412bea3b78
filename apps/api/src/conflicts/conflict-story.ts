/** What the log tells of a conflict: what both sides began from, where they stood, and what came of it (ADR 95). */
import {
  locationSchema,
  type Conflict,
  type ConflictRecord,
  type ConflictSide,
  type RecordValues,
} from '@wellpulse/contracts';
import { CONTESTED_FIELDS, DELETION, givenFields, notDeleted } from '@wellpulse/domain';
import { isDeepStrictEqual } from 'node:util';
import type { ReplayedRecord, ReplayedStep } from '../audit/replay.ts';

type Location = Conflict['existing']['location'];

export interface ConflictStory extends Pick<Conflict, 'baseVersion' | 'baseData' | 'settledData'> {
  readonly existingLocation: Location;
  readonly incomingLocation: Location;
}

/** `steps` are those of the record. */
export function conflictStory(conflict: ConflictRecord, steps: readonly ReplayedStep[]): ConflictStory {
  const at = steps.findIndex(({ row }) => row.event_id === conflict.eventId);
  const met = steps[at];
  const earlier = steps.slice(0, Math.max(at, 0));
  const settling = conflict.status === 'OPEN' ? undefined : closingStep(conflict, steps);
  return {
    baseVersion: met?.row.base_version ?? null,
    baseData: met === undefined ? null : baseOf(conflict, met, earlier),
    settledData: valuesOf(conflict, settling?.after),
    existingLocation: locationIn(earlier.find(isBy(conflict.existing))),
    incomingLocation: locationIn(met),
  };
}

/**
 * What a person's choice replaced and nobody has changed since, by field; `{ [DELETION]: false }` where it deleted the record. It is
 * empty where an undo had made the standing side stand: the record holds what an open conflict leaves it.
 */
export function valuesBeforeChoice(conflict: ConflictRecord, steps: readonly ReplayedStep[]): RecordValues {
  if (conflict.status === 'UNDONE' && conflict.outcome === 'OVERWRITE') return {};
  const closing = closingStep(conflict, steps);
  const was = valuesOf(conflict, closing?.before);
  const became = valuesOf(conflict, closing?.after);
  const now = valuesOf(conflict, steps.at(-1)?.after);
  if (was === null) return {};
  if (became === null) return now === null ? { [DELETION]: false } : {};
  return Object.fromEntries(
    Object.entries(was).filter(
      ([field, value]) =>
        !isDeepStrictEqual(value, became[field]) && isDeepStrictEqual(became[field], now?.[field]),
    ),
  );
}

/** The event that made the conflict what it is. */
const closingStep = ({ id }: ConflictRecord, steps: readonly ReplayedStep[]): ReplayedStep | undefined =>
  steps.findLast(({ conflictIds }) => conflictIds.includes(id));

/**
 * The record as the incoming side knew it, with what its device had entered on top. If the device did not hold the record, nobody knows
 * what its person saw: then it is the record before the standing side wrote.
 */
function baseOf(
  conflict: ConflictRecord,
  { row: { base_version: base, device_id: device } }: ReplayedStep,
  earlier: readonly ReplayedStep[],
): RecordValues | null {
  if (base === null) {
    const standing = earlier.find(isBy(conflict.existing)) ?? earlier.at(-1);
    return valuesOf(conflict, standing?.before);
  }
  const last = earlier.findLastIndex(({ after }) => after !== undefined && after.version <= base);
  const own = earlier.slice(last + 1).filter(({ row }) => row.device_id === device);
  const known = valuesOf(conflict, earlier[last]?.after);
  return own.reduce<RecordValues | null>(
    (values, step) => ({ ...values, ...changesOf(conflict, step) }),
    known,
  );
}

/** The values that people may disagree about; null while the record is not there. */
const valuesOf = (
  { entity }: Pick<ConflictRecord, 'entity'>,
  record: ReplayedRecord | undefined,
): RecordValues | null =>
  notDeleted(record) === undefined ? null : givenFields({ ...record }, CONTESTED_FIELDS[entity]);

function changesOf(conflict: ConflictRecord, { before, after }: ReplayedStep): RecordValues {
  const was = valuesOf(conflict, before);
  const became = Object.entries(valuesOf(conflict, after) ?? {});
  return Object.fromEntries(
    became.filter(([field, value]) => !isDeepStrictEqual(value, was?.[field] ?? null)),
  );
}

const isBy =
  ({ userId, deviceId, occurredAt }: ConflictSide) =>
  ({ row }: ReplayedStep): boolean =>
    row.user_id === userId &&
    row.device_id === deviceId &&
    Date.parse(row.occurred_at) === Date.parse(occurredAt);

const locationIn = (step: ReplayedStep | undefined): Location =>
  locationSchema.safeParse((step?.row.payload as RecordValues | undefined)?.['location']).data ?? null;
