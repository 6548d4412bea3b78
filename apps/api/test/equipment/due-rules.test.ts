/** What is due: the SQL says what the rule says, on items and logs that are drawn. */
import {
  DUE_STATUSES,
  DEFAULT_SERVICE_INTERVALS,
  endpoints,
  EQUIPMENT_FIELDS,
  EQUIPMENT_TYPES,
  MAINTENANCE_FIELDS,
  valuesFrom,
  WELL_VALUES,
  type Equipment,
  type Maintenance,
} from '@wellpulse/contracts';
import { addDays, compareDue, dueDay, dueItem } from '@wellpulse/domain';
import { uniqueApiNumber } from '@wellpulse/testing';
import { testSeed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { fromEquipment, fromMaintenance, fromWell } from '../../src/write-path/records.ts';
import { startBareApi } from '../support/harness.ts';
import { walk } from '../support/walk.ts';

const TODAY = '2025-06-15';
const AT = '2025-06-01T12:00:00.000Z';
const api = await startBareApi();
afterAll(() => api.stop());
api.clock.stopAt(`${TODAY}T18:00:00Z`);
const { database, viewer } = await api.addTenant();

const stamps = { createdBy: randomUUID(), updatedBy: randomUUID(), createdAt: AT, updatedAt: AT, version: 1 };
const inFeed = { log_sequence: 0 };
const well = (name: string, deleted: boolean) => ({
  id: randomUUID(),
  apiNumber: uniqueApiNumber(),
  ...valuesFrom(WELL_VALUES, { name, route: 'North' }),
  ...stamps,
  deleted,
});
const [standing, gone] = [well('Acme #1', false), well('Acme #2', true)];

/** Few days, so that logs meet on one day, and items around today. */
const day = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days)) },
  { weight: 1, arbitrary: fc.constantFrom('9999-12-30', '2000-02-29') },
);
const drawnLog = fc.record({
  maintenanceDate: fc.integer({ min: -3, max: 0 }).map((days) => addDays(TODAY, days)),
  nextMaintenanceDate: fc.option(day),
  createdAt: fc.constantFrom(AT, '2025-06-01T12:00:00.001Z', '2025-06-02T00:00:00.000Z'),
});
const drawnItem = fc.record({
  wellId: fc.constantFrom(standing.id, standing.id, standing.id, gone.id),
  equipmentType: fc.constantFrom(...EQUIPMENT_TYPES),
  installationDate: fc.option(day),
  serviceIntervalDays: fc.option(fc.constantFrom(1, 14, 15, 3650)),
  logs: fc.array(drawnLog, { maxLength: 4 }),
});

async function fill() {
  const drawn = fc
    .sample(drawnItem, { seed: testSeed, numRuns: times(300, 1500) })
    .map(({ logs, ...given }, index) => {
      const item: Equipment = {
        id: randomUUID(),
        ...valuesFrom(EQUIPMENT_FIELDS, { ...given, serialNumber: `PJ-${index}`, status: 'OPERATIONAL' }),
        ...stamps,
      };
      return {
        item,
        isWellDeleted: item.wellId === gone.id,
        logs: logs.map((log): Maintenance => ({
          id: randomUUID(),
          equipmentId: item.id,
          ...valuesFrom(MAINTENANCE_FIELDS, { ...log, maintenanceType: 'ROUTINE', description: 'Greased' }),
          photoUrls: [],
          createdBy: stamps.createdBy,
          createdAt: log.createdAt,
          updatedAt: log.createdAt,
          version: 1,
        })),
      };
    });
  const { db } = database;
  await db
    .insertInto('wells')
    .values([standing, gone].map((row) => ({ ...fromWell(row), ...inFeed })))
    .execute();
  await db
    .insertInto('equipment')
    .values(drawn.map(({ item }) => ({ ...fromEquipment({ ...item, deleted: false }), ...inFeed })))
    .execute();
  await db
    .insertInto('equipment_maintenance')
    .values(drawn.flatMap(({ logs }) => logs.map((log) => ({ ...fromMaintenance(log), ...inFeed }))))
    .execute();
  return drawn;
}

test('each list of what is due holds the items of the rule, in its order', async () => {
  const drawn = await fill();
  const due = drawn
    .flatMap((serviced) => {
      const dueOn = dueDay(serviced, DEFAULT_SERVICE_INTERVALS);
      if (dueOn === null) return [];
      const days = serviced.logs.map(({ maintenanceDate }) => maintenanceDate).sort();
      return [dueItem(serviced.item, standing, { dueOn, lastMaintenanceDate: days.at(-1) ?? null }, TODAY)];
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
