/**
 * Several restores may lose several states of one record. Each waits for a person by itself (ADR 86). The API's SQL says the same, and
 * a test holds it to this.
 */
import type { RecoveredRecord, RecordValues } from '@wellpulse/contracts';
import { canonicalJson } from '../../canonical-json.ts';
import { productionKey } from '../../state/workset.ts';

/**
 * The same for all states of one record. A reading is known by its well and day: made again, it has another id.
 *
 * @example
 * const ofOne = Map.groupBy(lost, lostRecordKey);
 */
export const lostRecordKey = ({
  entity,
  id,
  data,
}: Pick<RecoveredRecord, 'entity' | 'id' | 'data'>): string =>
  entity === 'PRODUCTION'
    ? `${entity}|${productionKey(String(data['wellId']), String(data['productionDate']))}`
    : `${entity}|${id}`;

/**
 * The same for what is one state of a record, whoever sends it and of whatever moment: a deletion, or the same values. What is null may
 * be missing.
 *
 * @example
 * const kept = new Map(lost.map((record) => [lostStateKey(record), record]));
 */
export const lostStateKey = ({ entity, id, deleted, data }: RecoveredRecord): string =>
  `${entity}|${id}|${deleted ? '' : canonicalJson(valuesOf(data))}`;

const valuesOf = ({ updatedAt: _, ...values }: RecordValues): unknown =>
  JSON.parse(JSON.stringify(values, (_key, value: unknown) => value ?? undefined));

/**
 * Whether a state of a record is later than another one of it: by its version, which a restore lets jump (ADR 44). One deletion is never
 * later than itself, though what came to the record after it raised the version.
 *
 * @example
 * const newest = states.find((state) => !states.some((other) => isLaterState(other, state)));
 */
export const isLaterState = (
  state: Pick<RecoveredRecord, 'version' | 'deleted' | 'data'>,
  other: Pick<RecoveredRecord, 'version' | 'deleted' | 'data'>,
): boolean => {
  const [moment, otherMoment] = [timeOf(state), timeOf(other)];
  if (state.deleted && other.deleted && moment === otherMoment) return false;
  return state.version > other.version || (state.version === other.version && moment > otherMoment);
};

/** Not a number, and so not later than any, where nobody knows. */
const timeOf = (state: Pick<RecoveredRecord, 'deleted' | 'data'>): number =>
  Date.parse(momentOf(state) ?? '');

/**
 * When the change came that made a state, RFC 3339. Undefined for a deletion of which an older app does not say when it was.
 *
 * @example
 * momentOf({ deleted: false, data: { updatedAt: '2025-06-15T18:00:00.000Z' } }); // '2025-06-15T18:00:00.000Z'
 */
export function momentOf({ deleted, data }: Pick<RecoveredRecord, 'deleted' | 'data'>): string | undefined {
  const moment = data[deleted ? 'deletedAt' : 'updatedAt'];
  return typeof moment === 'string' ? moment : undefined;
}
