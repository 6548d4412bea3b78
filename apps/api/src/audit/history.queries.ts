/** The life of one record: who, when, from where, and what each value was before. */
import { EQUIPMENT_FIELDS, PRODUCTION_FIELDS, toldNames, type HistoryEntry } from '@wellpulse/contracts';
import { givenFields, notDeleted } from '@wellpulse/domain';
import { isDeepStrictEqual } from 'node:util';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toOrigin } from '../write-path/event-log.ts';
import { replayRecords, type ReplayedRecord, type ReplayedStep } from './replay.ts';

type Values = Readonly<Record<string, unknown>>;

const PRODUCTION_NAMES = toldNames(PRODUCTION_FIELDS);
const EQUIPMENT_NAMES = toldNames(EQUIPMENT_FIELDS);

/** Throws `PRODUCTION_NOT_FOUND` if the well never had the record. Deleted records keep their history. */
export async function readProductionHistory(
  db: TenantDb,
  wellId: string,
  recordId: string,
): Promise<HistoryEntry[]> {
  const steps = await readSteps(db, recordId);
  const isOfWell = steps.some(
    ({ row }) => row.aggregate_id === wellId && row.event_type.startsWith('PRODUCTION_'),
  );
  if (!isOfWell) throw new ProblemError('PRODUCTION_NOT_FOUND');
  return steps.map((step) => toEntry(step, productionValues));
}

/**
 * With the status changes that maintenance logs made, and wells by name. Throws `EQUIPMENT_NOT_FOUND` if there never
 * was such an item.
 */
export async function readEquipmentHistory(db: TenantDb, equipmentId: string): Promise<HistoryEntry[]> {
  const steps = await readSteps(db, equipmentId);
  if (!steps.some(({ row }) => row.event_type.startsWith('EQUIPMENT_'))) {
    throw new ProblemError('EQUIPMENT_NOT_FOUND');
  }
  return steps
    .map((step) => toEntry(step, equipmentValues(step)))
    .filter(({ eventType, changes }) => eventType !== 'EQUIPMENT_MAINTENANCE_LOGGED' || changes.length > 0);
}

const readSteps = async (db: TenantDb, recordId: string): Promise<readonly ReplayedStep[]> =>
  (await replayRecords(db, [recordId])).get(recordId) ?? [];

type ValuesOf = (record: ReplayedRecord | undefined) => Values;

/** A reading without photos is no news. */
const NOTHING_GIVEN: Values = { photoHashes: [] };

/** What people gave the record; nothing while there is none. */
const productionValues: ValuesOf = (record) =>
  record === undefined ? NOTHING_GIVEN : givenFields({ ...record }, PRODUCTION_NAMES);

const equipmentValues =
  ({ wells }: ReplayedStep): ValuesOf =>
  (record) => {
    if (record === undefined) return {};
    const { wellId, ...values } = givenFields({ ...record }, EQUIPMENT_NAMES);
    return { wellName: wells.get(record.wellId)?.name ?? wellId, ...values };
  };

const toEntry = ({ row, before, after }: ReplayedStep, valuesOf: ValuesOf): HistoryEntry => ({
  ...toOrigin(row),
  changes: differences(valuesOf(notDeleted(before)), valuesOf(notDeleted(after))),
});

function differences(before: Values, after: Values): HistoryEntry['changes'] {
  const fields = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...fields].flatMap((field) => {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    return isDeepStrictEqual(from, to) ? [] : [{ field, from, to }];
  });
}
