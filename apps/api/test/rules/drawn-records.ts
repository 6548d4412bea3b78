/** Records of every kind at random, written straight into the tables: many meet in few days, wells and names. */
import {
  CONFLICT_STATUSES,
  EQUIPMENT_FIELDS,
  EQUIPMENT_TYPES,
  MAINTENANCE_FIELDS,
  PRODUCTION_FIELDS,
  valuesFrom,
  WELL_STATUSES,
  WELL_VALUES,
  type ConflictRecord,
} from '@wellpulse/contracts';
import { addDays, type AlertRow } from '@wellpulse/domain';
import { uniqueApiNumber } from '@wellpulse/testing';
import { testSeed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { TenantSchema } from '../../src/database/tenant-schema.ts';
import type { TenantDb } from '../../src/tenant-databases/tenant-databases.ts';
import { readHead } from '../../src/write-path/event-log.ts';
import {
  fromAlert,
  fromConflict,
  fromEquipment,
  fromMaintenance,
  fromProduction,
  fromWell,
} from '../../src/write-path/records.ts';
import type { TestTenant } from '../support/tenants.ts';

export const TODAY = '2025-06-15';
export const DEVICE_IDS = [randomUUID(), randomUUID()];

const AT = `${TODAY}T12:00:00.000Z`;
/** The last number of the log that a record was changed by, or that a device's event has. */
const LAST_SEQUENCE = 400;

const draw = <Drawn>(arbitrary: fc.Arbitrary<Drawn>, count: number): Drawn[] =>
  fc.sample(arbitrary, { seed: testSeed, numRuns: count });

const daysFromToday = (min: number, max: number) =>
  fc.integer({ min, max }).map((days) => addDays(TODAY, days));
const seldom = fc.constantFrom(false, false, false, false, true);
const changedAt = fc.integer({ min: 1, max: LAST_SEQUENCE });
const instant = fc.constantFrom(AT, `${TODAY}T12:00:00.001Z`, '2025-06-02T00:00:00.000Z');

const stamps = { createdBy: randomUUID(), updatedBy: randomUUID(), createdAt: AT, updatedAt: AT, version: 1 };

const drawnWell = (people: readonly string[]) =>
  fc.record({
    name: fc.constantFrom('Acme #2', 'Acme #10', 'acme #3', 'Peña 1', 'PENA 2'),
    route: fc.constantFrom(null, 'Route 2', 'Route 10', 'route 10'),
    routePosition: fc.constantFrom(null, 1, 2, 10),
    status: fc.constantFrom(...WELL_STATUSES),
    operatorIds: fc.subarray([...people]),
    deleted: seldom,
    log_sequence: changedAt,
  });

const hundredths = fc.integer({ min: 0, max: 9_000 }).map((number) => number / 100);
/** A day of a well, which has one reading at the most, with its alert. */
const drawnReading = fc.record({
  well: fc.nat(),
  productionDate: daysFromToday(-12, 0),
  oilVolume: fc.option(hundredths),
  gasVolume: fc.option(hundredths),
  waterVolume: hundredths,
  estimatedFrom: seldom.map((isEstimate) => (isEstimate ? TODAY.slice(0, 7) : null)),
  createdAt: instant,
  deleted: seldom,
  log_sequence: changedAt,
  alertAt: fc.option(changedAt),
  conflict: fc.option(fc.record({ status: fc.constantFrom(...CONFLICT_STATUSES), createdAt: instant })),
});

/** Few days, so that services meet on one day, and items around today. */
const nextDay = fc.oneof(
  { weight: 9, arbitrary: daysFromToday(-40, 40) },
  { weight: 1, arbitrary: fc.constantFrom('9999-12-30', '2000-02-29') },
);
const drawnService = fc.record({
  maintenanceDate: daysFromToday(-3, 0),
  nextMaintenanceDate: fc.option(nextDay),
  createdAt: instant,
  log_sequence: changedAt,
});
const drawnItem = fc.record({
  well: fc.nat(),
  equipmentType: fc.constantFrom(...EQUIPMENT_TYPES),
  installationDate: fc.option(nextDay),
  serviceIntervalDays: fc.option(fc.constantFrom(1, 14, 15, 3650)),
  deleted: seldom,
  log_sequence: changedAt,
  services: fc.array(drawnService, { maxLength: 4 }),
});
/** More of them than come with a first pull. */
const manyServices = fc.array(drawnService, { minLength: 25, maxLength: 25 });

export async function fillWithDrawn({ database: { db }, ...tenant }: TestTenant): Promise<void> {
  const people = [tenant.operator, tenant.manager, tenant.viewer].map(({ session }) => session.user.id);
  const wells = draw(drawnWell(people), times(30, 60)).map(({ log_sequence, deleted, ...given }) => {
    const values = valuesFrom(WELL_VALUES, given);
    const row = { id: randomUUID(), apiNumber: uniqueApiNumber(), ...values, ...stamps, deleted };
    return { ...fromWell(row), log_sequence };
  });
  const wellAt = (index: number): string => wells[index % wells.length]?.id ?? '';
  await insertAll(db, 'wells', wells);
  await fillReadings(db, wellAt);
  await fillEquipment(db, wellAt);
}

type WellAt = (index: number) => string;

async function fillReadings(db: TenantDb, wellAt: WellAt): Promise<void> {
  const drawn = draw(drawnReading, times(200, 400)).map((reading) => ({
    ...reading,
    id: randomUUID(),
    wellId: wellAt(reading.well),
  }));
  const readings = [
    ...new Map(drawn.map((reading) => [`${reading.wellId} ${reading.productionDate}`, reading])).values(),
  ];
  const rows = readings.map(({ id, wellId, createdAt, deleted, log_sequence, ...given }) => {
    const values = valuesFrom(PRODUCTION_FIELDS, { ...given, entryMethod: 'MOBILE' });
    const row = fromProduction({ id, wellId, ...values, photoHashes: [], ...stamps, createdAt, deleted });
    return { ...row, log_sequence };
  });
  await insertAll(db, 'production_data', rows);
  const alerts = readings.flatMap(({ alertAt, wellId, productionDate, waterVolume }) => {
    const alert = anAlert({ wellId, productionDate, currentValue: waterVolume });
    return alertAt === null ? [] : [{ ...fromAlert(alert), log_sequence: alertAt }];
  });
  await insertAll(db, 'variance_alerts', alerts);
  const conflicts = readings.flatMap(({ conflict, id: recordId, wellId, productionDate, log_sequence }) =>
    conflict === null
      ? []
      : [{ ...fromConflict(aConflict({ ...conflict, recordId, wellId, productionDate })), log_sequence }],
  );
  await insertAll(db, 'conflicts', conflicts);
  await fillLog(
    db,
    readings.map(({ id }) => id),
  );
}

const anAlert = (given: Pick<AlertRow, 'wellId' | 'productionDate' | 'currentValue'>): AlertRow => ({
  id: randomUUID(),
  ...given,
  product: 'WATER',
  kind: 'CHANGED',
  previousValue: 100,
  changePercent: given.currentValue - 100,
  status: 'OPEN',
  acknowledgedBy: null,
  acknowledgedAt: null,
  comment: null,
  createdAt: AT,
  updatedAt: AT,
  version: 1,
});

const aConflict = (
  given: Pick<ConflictRecord, 'recordId' | 'wellId' | 'productionDate' | 'status' | 'createdAt'>,
): ConflictRecord => ({
  id: randomUUID(),
  eventId: randomUUID(),
  eventType: 'PRODUCTION_UPDATED',
  entity: 'PRODUCTION',
  outcome: 'SKIP',
  fields: ['oilVolume'],
  existingData: {},
  incomingData: {},
  existing: { userId: null, deviceId: null, occurredAt: AT },
  incoming: { userId: null, deviceId: null, occurredAt: AT },
  choice: null,
  resolvedBy: null,
  resolvedAt: null,
  updatedAt: AT,
  version: 1,
  ...given,
});

/** Events of two devices, and of none, about the readings; some of them changed nothing. */
async function fillLog(db: TenantDb, readingIds: readonly string[]): Promise<void> {
  const first = (await readHead(db)).sequence + 1;
  const drawn = draw(
    fc.record({ record_id: fc.constantFrom(...readingIds), device_id: fc.constantFrom(null, ...DEVICE_IDS) }),
    LAST_SEQUENCE,
  );
  const rows = drawn.map((given, index) => {
    const at = `${addDays(TODAY, Math.floor((index - LAST_SEQUENCE) / 20))}T12:00:00.000Z`;
    return {
      ...given,
      sequence: first + index,
      event_id: randomUUID(),
      event_type: 'PRODUCTION_UPDATED',
      aggregate_id: given.record_id,
      payload: {},
      source: 'MOBILE',
      occurred_at: at,
      received_at: at,
      hash: '\\x00',
      chain_format: 1,
    };
  });
  await insertAll(db, 'event_log', rows);
}

async function fillEquipment(db: TenantDb, wellAt: WellAt): Promise<void> {
  const [serviced = []] = draw(manyServices, 1);
  const drawn = draw(drawnItem, times(300, 1500)).map((item, index) => ({
    ...item,
    services: index === 0 ? serviced : item.services,
    id: randomUUID(),
    serialNumber: `PJ-${index}`,
  }));
  const items = drawn.map(({ well, services: _, log_sequence, deleted, id, ...given }) => {
    const values = valuesFrom(EQUIPMENT_FIELDS, { ...given, wellId: wellAt(well), status: 'OPERATIONAL' });
    return { ...fromEquipment({ id, ...values, ...stamps, deleted }), log_sequence };
  });
  await insertAll(db, 'equipment', items);
  const services = drawn.flatMap(({ id: equipmentId, services: ofItem }) =>
    ofItem.map(({ createdAt, log_sequence, ...given }) => {
      const values = valuesFrom(MAINTENANCE_FIELDS, {
        ...given,
        maintenanceType: 'ROUTINE',
        description: 'Greased',
      });
      const { updatedBy: _, ...rest } = { ...stamps, createdAt, updatedAt: createdAt };
      return {
        ...fromMaintenance({ id: randomUUID(), equipmentId, ...values, photoUrls: [], ...rest }),
        log_sequence,
      };
    }),
  );
  await insertAll(db, 'equipment_maintenance', services);
}

async function insertAll(
  db: TenantDb,
  table: keyof TenantSchema,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns}) select ${columns}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(db);
}
