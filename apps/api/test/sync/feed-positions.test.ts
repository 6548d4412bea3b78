/** The SQL of the feed and of scopes says what the rules say, on records and readers that are drawn. */
import { endpoints } from '@wellpulse/contracts';
import {
  beginReading,
  comparePositions,
  FEED_START,
  isNamed,
  wellScope,
  type FeedPosition,
  type FeedRecord,
} from '@wellpulse/domain';
import { aLog, anItem, aWell } from '@wellpulse/testing';
import { testSeed as seed, times } from '@wellpulse/testing/depth';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { readPositions } from '../../src/sync/feed-positions.queries.ts';
import { readScope } from '../../src/sync/scope.ts';
import { startBareApi } from '../support/harness.ts';
import { randomSteps } from '../support/random-workload.ts';

const { wells, equipment, maintenance } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());
const tenant = await api.addTenant();
const { db } = tenant.database;
const { manager, operator, viewer, admin } = tenant;

const wellIds: string[] = [];
for (let index = 0; index < 4; index += 1) {
  wellIds.push((await manager.ask(wells.create, { body: aWell() })).id);
}
for (const step of randomSteps(seed, 150)) await step(tenant, wellIds.slice(0, 3));

/** One item, with its maintenance, has left a well for certain. */
const params = { wellId: wellIds[0] ?? '' };
const item = await manager.ask(equipment.create, { params, body: anItem() });
await manager.ask(maintenance.log, { params: { equipmentId: item.id }, body: aLog() });
await manager.ask(equipment.update, {
  params: { equipmentId: item.id },
  body: { wellId: wellIds[1] ?? '', version: item.version },
});

/** All records as the rules see them, read in the simplest way. */
async function allRecords(): Promise<FeedRecord[]> {
  const { rows } = await sql<FeedRecord>`
    with left_wells as (
      select equipment_id, array_agg(well_id::text) as ids from equipment_left_wells group by equipment_id)
    select 'WELL' as entity, id, log_sequence as sequence, id as "wellId", '{}'::text[] as "leftWellIds" from wells
    union all select 'PRODUCTION', id, log_sequence, well_id, '{}' from production_data
    union all select 'ALERT', id, log_sequence, well_id, '{}' from variance_alerts
    union all select 'CONFLICT', id, log_sequence, well_id, '{}' from conflicts
    union all select 'EQUIPMENT', id, log_sequence, well_id, coalesce(l.ids, '{}')
      from equipment left join left_wells l on l.equipment_id = id
    union all select 'MAINTENANCE', m.id, m.log_sequence, e.well_id, coalesce(l.ids, '{}')
      from equipment_maintenance m join equipment e on e.id = m.equipment_id
      left join left_wells l on l.equipment_id = e.id`.execute(db);
  return rows.sort(comparePositions);
}

test('the places that SQL finds are those that the rules name', async () => {
  const records = await allRecords();
  expect(records.length).toBeGreaterThan(20);
  expect(records.some(({ leftWellIds }) => leftWellIds.length > 0)).toBe(true);
  const readers = fc.record({
    wellIds: fc.option(fc.subarray(wellIds)),
    after: fc.constantFrom<FeedPosition>(FEED_START, ...records),
    isOtherScope: fc.boolean(),
    limit: fc.integer({ min: 1, max: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(readers, async (reader) => {
      const scope = { wellIds: reader.wellIds, fingerprint: 'drawn' };
      const { after } = reader;
      const reading = { ...beginReading(scope, null), after, includesOutOfScope: reader.isOtherScope };
      const named = records.filter(
        (record) => comparePositions(record, after) > 0 && isNamed(reading, record),
      );
      const wanted = named
        .slice(0, reader.limit)
        .map(({ entity, id, sequence, wellId }) => ({ entity, id, sequence, wellId }));
      expect(await readPositions(db, reading, reader.limit)).toEqual(wanted);
    }),
    { numRuns: times(60, 1000), seed },
  );
});

test('the wells that SQL finds for a person are those that the rules give', async () => {
  const people = [operator, manager, viewer, admin].map(({ session }) => session.user);
  const assigned = fc.array(fc.subarray(people.map(({ id }) => id)), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(assigned, fc.subarray(wellIds), async (operators, deleted) => {
      for (const [index, id] of wellIds.entries()) {
        await sql`update wells set operator_ids = ${operators[index] ?? []}::uuid[],
          deleted_at = ${deleted.includes(id) ? '2025-01-01T00:00:00Z' : null}::timestamptz where id = ${id}`.execute(
          db,
        );
      }
      const { rows } = await sql<{ id: string; operatorIds: string[]; deleted: boolean }>`
        select id, operator_ids::text[] as "operatorIds", deleted_at is not null as deleted from wells`.execute(
        db,
      );
      for (const user of people) {
        expect((await readScope(db, user)).wellIds).toEqual(wellScope(user, rows));
      }
    }),
    { numRuns: times(20, 300), seed },
  );
});
