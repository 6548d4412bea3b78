/**
 * PostgreSQL says some rules of the domain once more. It says the same, on records and readers that are drawn (ADR 59). The rules are route order,
 * day sheet, completeness and totals, and what is due. They are also what a page of the feed holds, and which wells are a person's own.
 */
import {
  DUE_STATUSES,
  endpoints,
  SYNCED_ENTITIES,
  type ProductionRecord,
  type SyncedEntity,
} from '@wellpulse/contracts';
import {
  addDays,
  changePositionOf,
  compareDue,
  comparePassPlaces,
  comparePositions,
  compareTexts,
  completeness,
  daySheetRows,
  LAST_MEASURED_WITHIN_DAYS,
  dayTotals,
  dueDay,
  dueItem,
  endOfLog,
  FEED_FACTS,
  inRouteOrder,
  naturalKey,
  newestMaintenance,
  passPlaceOf,
  PASS_GROUPS,
  routeCompleteness,
  routeOrderKey,
  wellScope,
  type FeedCursor,
  type FeedFacts,
  type FeedPosition,
  type FeedRecord,
} from '@wellpulse/domain';
import { testSeed as seed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { TenantSchema } from '../../src/database/tenant-schema.ts';
import { allDue } from '../../src/maintenance/due.queries.ts';
import { readPass } from '../../src/sync/feed-pass.queries.ts';
import { readPositions } from '../../src/sync/feed-positions.queries.ts';
import { readScope } from '../../src/sync/scope.ts';
import { readSettings } from '../../src/tenant/settings.queries.ts';
import {
  toAlertRow,
  toConflict,
  toEquipmentRow,
  toMaintenance,
  toProductionRow,
  toWellRow,
} from '../../src/write-path/records.ts';
import { startBareApi } from '../support/harness.ts';
import { walk } from '../support/walk.ts';
import { DEVICE_IDS, fillWithDrawn, TODAY } from './drawn-records.ts';

const api = await startBareApi();
afterAll(() => api.stop());
api.clock.stopAt(`${TODAY}T18:00:00Z`);
const tenant = await api.addTenant();
const { operator, manager, viewer, admin } = tenant;
const { db } = tenant.database;
await fillWithDrawn(tenant);

const rowsOf = <Table extends keyof TenantSchema>(table: Table) =>
  sql<TenantSchema[Table]>`select * from ${sql.table(table)}`.execute(db).then(({ rows }) => rows);
const wellRows = await rowsOf('wells');
const productionRows = await rowsOf('production_data');
const equipmentRows = await rowsOf('equipment');
const serviceRows = await rowsOf('equipment_maintenance');
const conflictRows = await rowsOf('conflicts');
const alertRows = await rowsOf('variance_alerts');

const wells = wellRows.map((row) => toWellRow(row));
const liveWells = wells.filter(({ deleted }) => !deleted);
const readings = productionRows.map((row) => toProductionRow(row)).filter(({ deleted }) => !deleted);
const services = serviceRows.map((row) => toMaintenance(row));
const wellIds = wells.map(({ id }) => id);
const days = [...new Set(readings.map(({ productionDate }) => productionDate))].sort();

const word = fc.constantFrom(
  'Route',
  'route',
  'NORTH',
  'Norte Á',
  'Peña',
  'PENA',
  'Ωmega',
  '😀',
  '～',
  '#',
  '-',
);
const number = fc.constantFrom('0', '00', '1', '01', '2', '10', '007', '1000000000000000000000');
const partsOfName = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(word, number, fc.constant(' ')), { minLength: 1, maxLength: 6 }),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 3 }),
  },
);
const name = partsOfName.map((parts) => parts.join('').replaceAll('\u0000', ''));
const place = fc.record({
  route: fc.option(name),
  routePosition: fc.option(fc.integer({ min: 0, max: 100_000 })),
  name,
});

test('the texts by which PostgreSQL sorts are those of the rules, and stand in the same order', async () => {
  const places = fc.sample(place, { seed, numRuns: times(400, 20_000) });
  const { rows } = await sql<{ natural: string; key: string }>`
    select natural_key(name) as natural, route_order_key(route, place, name) as key
    from unnest(${places.map((drawn) => drawn.name)}::text[], ${places.map(({ route }) => route)}::text[],
      ${places.map(({ routePosition }) => routePosition)}::integer[]) with ordinality as drawn (name, route, place, line)
    order by line`.execute(db);
  expect(rows).toEqual(
    places.map((drawn) => ({ natural: naturalKey(drawn.name), key: routeOrderKey(drawn) })),
  );
  const texts = places.slice(0, 200).map((drawn) => drawn.name);
  const sorted = await sql<{ text: string }>`
    select text from unnest(${texts}::text[]) as drawn (text) order by text collate "C"`.execute(db);
  expect(sorted.rows.map(({ text }) => text)).toEqual(texts.toSorted(compareTexts));
});

test('the list of wells, the day sheet and the dashboard follow the rules', async () => {
  const list = await viewer.ask(endpoints.wells.list, { query: { sort: 'route', limit: '1000' } });
  expect(list.items.map(({ id }) => id)).toEqual(inRouteOrder(liveWells).map(({ id }) => id));

  const ofDay = (day: string) => readings.filter(({ productionDate }) => productionDate === day);
  const isEarlier = ({ productionDate: day }: ProductionRecord): boolean =>
    day < TODAY && day >= addDays(TODAY, -LAST_MEASURED_WITHIN_DAYS);
  const sheet = daySheetRows(TODAY, liveWells, ofDay(TODAY), readings.filter(isEarlier));
  const shown = await viewer.ask(endpoints.production.daySheet, { query: { date: TODAY } });
  const shownOf = (rows: typeof sheet) =>
    rows.map(({ wellId, record, previous, last }) => [wellId, record?.id, previous, last]);
  expect(shownOf(shown.items)).toEqual(shownOf(sheet));
  const home = await viewer.ask(endpoints.dashboard.home, { query: { date: TODAY } });
  expect(home).toMatchObject(completeness(sheet));
  expect(home.routes.map(({ operators: _, ...route }) => route)).toEqual(routeCompleteness(sheet));

  const live = new Set(liveWells.map(({ id }) => id));
  const counted = readings.filter(({ wellId }) => live.has(wellId));
  for (const day of days) {
    const { totals } = await viewer.ask(endpoints.dashboard.home, { query: { date: day } });
    expect(totals).toEqual({
      oil: dayTotals(counted, day, 'OIL'),
      gas: dayTotals(counted, day, 'GAS'),
      water: dayTotals(counted, day, 'WATER'),
    });
  }
});

test('each list of what is due holds the items of the rule, in its order', async () => {
  const { serviceIntervals } = await readSettings(db);
  const wellOf = new Map(wells.map((well) => [well.id, well]));
  const logsOf = Map.groupBy(services, ({ equipmentId }) => equipmentId);
  const due = equipmentRows
    .map((row) => toEquipmentRow(row))
    .flatMap((item) => {
      const well = wellOf.get(item.wellId);
      if (item.deleted || well === undefined) return [];
      const logs = logsOf.get(item.id) ?? [];
      const dueOn = dueDay({ item, isWellDeleted: well.deleted, logs }, serviceIntervals);
      const lastMaintenanceDate =
        logs
          .map((log) => log.maintenanceDate)
          .sort()
          .at(-1) ?? null;
      return dueOn === null ? [] : [dueItem(item, well, { dueOn, lastMaintenanceDate }, TODAY)];
    })
    .sort(compareDue);
  expect(new Set(due.map(({ dueStatus }) => dueStatus))).toEqual(new Set(DUE_STATUSES));

  const list = (query: { due?: (typeof DUE_STATUSES)[number] }) =>
    walk((cursor) =>
      viewer.ask(endpoints.maintenance.due, { query: { limit: '1000', ...query, ...cursor } }),
    );
  expect(await list({})).toEqual(due);
  for (const status of DUE_STATUSES) {
    expect(await list({ due: status })).toEqual(due.filter(({ dueStatus }) => dueStatus === status));
  }
  expect(await allDue(db, {}, TODAY)).toEqual(due);
  const counts = await viewer.ask(endpoints.maintenance.due, { query: { limit: '1' } });
  const count = (status: string): number => due.filter(({ dueStatus }) => dueStatus === status).length;
  expect(counts).toMatchObject({ total: due.length, overdue: count('OVERDUE'), dueSoon: count('DUE_SOON') });

  const items = await walk((cursor) =>
    viewer.ask(endpoints.equipment.list, { query: { limit: '1000', ...cursor } }),
  );
  const days = new Map(due.map(({ equipmentId, nextMaintenanceDate }) => [equipmentId, nextMaintenanceDate]));
  expect(items.map(({ nextMaintenanceDate }) => nextMaintenanceDate)).toEqual(
    items.map(({ id }) => days.get(id) ?? null),
  );
});

/** All records as the rules see them for a device. */
async function recordsFor(deviceId: string | null): Promise<FeedRecord[]> {
  const log = await sql<{ record_id: string; sequence: number; received_at: string }>`
    select record_id, sequence, received_at from event_log where device_id = ${deviceId}::uuid order by sequence`.execute(
    db,
  );
  const sent = new Map(log.rows.map((row) => [row.record_id, row]));
  const wellOfItem = new Map(equipmentRows.map(({ id, well_id }) => [id, well_id]));
  const around = {
    wellOfItem: (id: string): string => wellOfItem.get(id) ?? '',
    newest: newestMaintenance(services),
  };
  const record = (entity: SyncedEntity, row: FedRow, facts: FeedFacts): FeedRecord => ({
    entity,
    id: row.id,
    sequence: row.log_sequence,
    ...facts,
    sentAt: sent.get(row.id)?.sequence ?? 0,
    sentOn: sent.get(row.id)?.received_at.slice(0, 10) ?? '',
  });
  const { WELL, PRODUCTION, EQUIPMENT, MAINTENANCE, CONFLICT, ALERT } = FEED_FACTS;
  return [
    ...wellRows.map((row) => record('WELL', row, WELL(toWellRow(row), around))),
    ...productionRows.map((row) => record('PRODUCTION', row, PRODUCTION(toProductionRow(row), around))),
    ...equipmentRows.map((row) => record('EQUIPMENT', row, EQUIPMENT(toEquipmentRow(row), around))),
    ...serviceRows.map((row) => record('MAINTENANCE', row, MAINTENANCE(toMaintenance(row), around))),
    ...conflictRows.map((row) => record('CONFLICT', row, CONFLICT(toConflict(row), around))),
    ...alertRows.map((row) => record('ALERT', row, ALERT(toAlertRow(row), around))),
  ];
}
interface FedRow {
  readonly id: string;
  readonly log_sequence: number;
}

const deviceIds = [null, ...DEVICE_IDS];
const records = new Map<string | null, FeedRecord[]>();
for (const deviceId of deviceIds) records.set(deviceId, await recordsFor(deviceId));
const anyRecord = fc.constantFrom(...(records.get(null) ?? []));
const reader = {
  wells: fc.option(fc.subarray(wellIds), { freq: 2 }),
  window: fc.option(
    fc
      .record({ recentFrom: fc.constantFrom(...days, '2030-01-01'), before: fc.nat({ max: 20 }) })
      .map(({ recentFrom, before }) => ({ recentFrom, firstDay: addDays(recentFrom, -before) })),
    { freq: 4 },
  ),
  entities: fc.subarray<SyncedEntity>([...SYNCED_ENTITIES], { minLength: 1 }),
  deviceId: fc.constantFrom(...deviceIds),
  // A page, or all that there is.
  limit: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(5_000)),
};
const startsWith = (given: Partial<FeedCursor>): FeedCursor => ({
  history: 30,
  window: null,
  entities: [],
  wells: null,
  position: endOfLog(0),
  pass: null,
  ...given,
});

test('the places that SQL finds in a pass are those that the rules name', async () => {
  const readers = fc.record({
    ...reader,
    passWells: reader.wells,
    kind: fc.constantFrom('WHOLE' as const, 'FURTHER' as const),
    start: fc.option(anyRecord),
  });
  await fc.assert(
    fc.asyncProperty(readers, async ({ passWells, kind, entities, deviceId, start, limit, ...given }) => {
      const pass = { kind, entities, wells: passWells, place: null };
      const cursor = startsWith({ ...given, pass });
      const from = start === null ? null : passPlaceOf(cursor, start);
      const wanted = (records.get(deviceId) ?? [])
        .flatMap((record) => passPlaceOf(cursor, record) ?? [])
        .filter((found) => from === null || comparePassPlaces(found, from) > 0)
        .toSorted(comparePassPlaces)
        .slice(0, limit)
        .map((found) => ({ ...found, entity: PASS_GROUPS[found.group]?.entity }));
      const found = await readPass(db, { ...cursor, pass: { ...pass, place: from } }, deviceId, limit);
      expect(found).toEqual(wanted);
    }),
    { numRuns: times(80, 1000), seed },
  );
});

test('the changes that SQL finds are those that the rules name', async () => {
  const readers = fc.record({ ...reader, after: fc.option(anyRecord) });
  await fc.assert(
    fc.asyncProperty(readers, async ({ deviceId, after, limit, ...given }) => {
      const position: FeedPosition =
        after === null ? endOfLog(-1) : { sequence: after.sequence, entity: after.entity, id: after.id };
      const cursor = startsWith({ ...given, position });
      const wanted = (records.get(deviceId) ?? [])
        .flatMap((record) => changePositionOf(cursor, record) ?? [])
        .filter((found) => comparePositions(found, position) > 0)
        .toSorted(comparePositions)
        .slice(0, limit);
      expect(await readPositions(db, cursor, deviceId, limit)).toEqual(wanted);
    }),
    { numRuns: times(80, 1000), seed },
  );
});

test('the wells that SQL finds for a person are those that the rules give', async () => {
  const people = [operator, manager, viewer, admin].map(({ session }) => session.user);
  const well = fc.record({ operatorIds: fc.subarray(people.map(({ id }) => id)), deleted: fc.boolean() });
  const three = wellIds.slice(0, 3);
  await sql`update wells set operator_ids = '{}'`.execute(db);
  await fc.assert(
    fc.asyncProperty(fc.tuple(well, well, well), async (drawn) => {
      const rows = three.map((id, index) => ({ id, operatorIds: [], deleted: false, ...drawn[index] }));
      await sql`update wells set operator_ids = given."operatorIds", deleted_at = case when given.deleted then now() end
        from json_to_recordset(${JSON.stringify(rows)}::json) as given (id uuid, "operatorIds" uuid[], deleted boolean)
        where wells.id = given.id`.execute(db);
      for (const user of people) expect(await readScope(db, user)).toEqual(wellScope(user, rows));
    }),
    { numRuns: times(20, 300), seed },
  );
});
