/**
 * Records that a device had pulled and that the server lost when it was put back (docs/sync-protocol.md, "Lineage"; ADR 86).
 * Nothing of them is applied by itself: a person takes each over as a change of their own.
 */
import {
  EQUIPMENT_FIELDS,
  equipmentSchema,
  EVENTS,
  instantSchema,
  MAINTENANCE_FIELDS,
  maintenanceSchema,
  namesOf,
  PRODUCTION_VALUE_NAMES,
  productionRecordSchema,
  WELL_VALUES,
  wellSchema,
  type EventType,
  type RecoveredEntity,
  type RecoveredRecord,
  type RecordValues,
} from '@wellpulse/contracts';
import { sameValue } from '../../state/changes.ts';
import { momentOf } from './lost-state.ts';

interface Kind {
  readonly schema: { safeParse(data: unknown): { readonly data?: RecordValues | undefined } };
  /** What people give and change. */
  readonly fields: readonly string[];
  /** What else is kept of a record: what its events need to name it. */
  readonly kept: readonly string[];
  readonly created: EventType;
  /** Null where a record is written once. */
  readonly updated: EventType | null;
  readonly deleted: EventType | null;
  /** The aggregate of its events, and what each of them says of it. */
  readonly aggregateId: (record: Pick<RecoveredRecord, 'id' | 'data'>) => string;
  readonly named: (record: Pick<RecoveredRecord, 'id' | 'data'>) => RecordValues;
  /** What only the event that makes it says. */
  readonly first: readonly string[];
}

const ofItself = ({ id }: { readonly id: string }): string => id;
const nothing = (): RecordValues => ({});

const KINDS: Readonly<Record<RecoveredEntity, Kind>> = {
  WELL: {
    schema: wellSchema,
    fields: namesOf(WELL_VALUES),
    kept: ['apiNumber'],
    created: 'WELL_CREATED',
    updated: 'WELL_UPDATED',
    deleted: 'WELL_DELETED',
    aggregateId: ofItself,
    named: nothing,
    first: ['apiNumber'],
  },
  EQUIPMENT: {
    schema: equipmentSchema,
    fields: namesOf(EQUIPMENT_FIELDS),
    kept: [],
    created: 'EQUIPMENT_CREATED',
    updated: 'EQUIPMENT_UPDATED',
    deleted: 'EQUIPMENT_DELETED',
    aggregateId: ofItself,
    named: nothing,
    first: [],
  },
  MAINTENANCE: {
    schema: maintenanceSchema,
    fields: namesOf(MAINTENANCE_FIELDS),
    kept: ['equipmentId'],
    created: 'EQUIPMENT_MAINTENANCE_LOGGED',
    updated: null,
    deleted: null,
    aggregateId: ({ data }) => String(data['equipmentId']),
    named: ({ id }) => ({ maintenanceId: id }),
    first: [],
  },
  PRODUCTION: {
    schema: productionRecordSchema,
    fields: [...PRODUCTION_VALUE_NAMES, 'estimatedFrom'],
    kept: ['wellId', 'productionDate', 'confirmed', 'location'],
    created: 'PRODUCTION_CREATED',
    updated: 'PRODUCTION_UPDATED',
    deleted: 'PRODUCTION_DELETED',
    aggregateId: ({ data }) => String(data['wellId']),
    named: ({ data }) => ({ productionDate: data['productionDate'] }),
    first: ['confirmed', 'location'],
  },
};

/**
 * A record as a device offers it, with what is needed of its values; null if it is no such record, or one that no event could
 * make.
 *
 * @example
 * const records = offered.map(readRecovered).filter((record) => record !== null);
 */
export function readRecovered(offered: RecoveredRecord): RecoveredRecord | null {
  const { schema, fields, kept } = KINDS[offered.entity];
  const { data } = schema.safeParse(offered.data);
  if (data?.['id'] !== offered.id || !isInstant(data['updatedAt'])) return null;
  const values = Object.fromEntries([...fields, ...kept, 'updatedAt'].map((name) => [name, data[name]]));
  const deletedAt = offered.deleted ? momentOf(offered) : undefined;
  if (deletedAt !== undefined && !isInstant(deletedAt)) return null;
  const record = { ...offered, data: deletedAt === undefined ? values : { ...values, deletedAt } };
  const { eventType, payload } = creationOf(record);
  return EVENTS[eventType].payload.safeParse(payload).success ? record : null;
}

const isInstant = (value: unknown): boolean => instantSchema.safeParse(value).success;

/** What the server has of a record that a device offers. */
export interface KnownOfRecord {
  /** Whether the record is there, or was. */
  readonly isThere: boolean;
  /** What changed it: events of its own, decisions on its conflicts, services of an item. `receivedAt` is RFC 3339. */
  readonly changes: readonly { readonly receivedAt: string }[];
}

/**
 * Whether the server lost the change that made an offered record: its log does not hold it. Maintenance is written once. A deletion
 * of which an older app does not say when it was counts as lost: a manager decides.
 *
 * @example
 * const lost = offered.filter((record) => isLost(record, knownOf(record)));
 */
export const isLost = (record: RecoveredRecord, { isThere, changes }: KnownOfRecord): boolean =>
  record.entity === 'MAINTENANCE'
    ? !isThere
    : !changes.some(({ receivedAt }) => receivedAt === momentOf(record));

/**
 * The record without the people whom the server does not know: a well can be assigned to nobody who was removed, or lost.
 *
 * @example
 * const well = withoutGonePeople(record, (id) => users.has(id));
 */
export function withoutGonePeople<Lost extends RecoveredRecord>(
  record: Lost,
  isHere: (userId: string) => boolean,
): Lost {
  const operatorIds = operatorsOf(record).filter(isHere);
  return record.entity === 'WELL' ? { ...record, data: { ...record.data, operatorIds } } : record;
}

/**
 * The people to whom a lost record is assigned; none but for a well.
 *
 * @example
 * const ids = operatorsOf(well);
 */
export const operatorsOf = ({ data: { operatorIds } }: Pick<RecoveredRecord, 'data'>): string[] =>
  Array.isArray(operatorIds) ? operatorIds.map(String) : [];

/** What taking a record over records. */
export interface TakingOver {
  readonly eventType: EventType;
  readonly aggregateId: string;
  readonly payload: RecordValues;
}

/** The record that stands: its values, and whether it is deleted. */
export type CurrentRecord = RecordValues & { readonly version: number; readonly deleted: boolean };

/**
 * What taking a lost record over would record beside what stands; null where that says the same already, or where it can't be
 * made to. An estimate never takes the place of what was typed or measured (ADR 80). `current` is undefined if nothing stands.
 *
 * @example
 * const anew = takingOver(record, current);
 * if (anew !== null) show(anew.payload);
 */
export function takingOver(record: RecoveredRecord, current: CurrentRecord | undefined): TakingOver | null {
  const { entity, data } = record;
  const { fields, updated, deleted } = KINDS[entity];
  const isThere = current?.deleted === false;
  if (record.deleted) return isThere && deleted !== null ? change(record, deleted, {}) : null;
  // Only a reading of a day is made again where one was deleted.
  if (!isThere) return current === undefined || entity === 'PRODUCTION' ? creationOf(record) : null;
  if (updated === null) return null;
  if (entity === 'PRODUCTION') {
    const [wasEstimate, isEstimate] = [data, current].map(
      (values) => (values['estimatedFrom'] ?? null) !== null,
    );
    if (wasEstimate === true && isEstimate === false) return null;
    if (wasEstimate === false && isEstimate === true) return change(record, updated, givenOf(record));
  }
  const differing = fields.filter((field) => !sameValue(data[field] ?? null, current[field] ?? null));
  if (differing.length === 0) return null;
  return change(record, updated, Object.fromEntries(differing.map((field) => [field, data[field]])));
}

const change = (record: RecoveredRecord, eventType: EventType, values: RecordValues): TakingOver => {
  const { aggregateId, named } = KINDS[record.entity];
  return { eventType, aggregateId: aggregateId(record), payload: { ...named(record), ...values } };
};

const creationOf = (record: RecoveredRecord): TakingOver => {
  const { created, first } = KINDS[record.entity];
  return change(record, created, { ...givenOf(record), ...present(record.data, first) });
};

const givenOf = ({ entity, data }: RecoveredRecord): RecordValues => present(data, KINDS[entity].fields);

const present = (data: RecordValues, names: readonly string[]): RecordValues =>
  Object.fromEntries(names.flatMap((name) => ((data[name] ?? null) === null ? [] : [[name, data[name]]])));
