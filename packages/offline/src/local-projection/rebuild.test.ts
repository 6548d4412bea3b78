/** However a device came to its rows, they are what the server sent with the device's own events on top. */
import { addDays } from '@wellpulse/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '@wellpulse/testing/depth';
import type { OfflineClient } from '../offline-client.ts';
import { aDevice, DAY, WELL_ID } from '../offline-client.fixture.ts';
import { answered, type FakeServer } from '../testing/fake-server.ts';

const EQUIPMENT_ID = '01890000-0000-7000-8000-00000000e001';

const day = fc.integer({ min: 0, max: 3 }).map((back) => addDays(DAY, -back));
const volume = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null });
const step = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), day, oilVolume: fc.integer({ min: 0, max: 50 }) }),
  fc.record({ kind: fc.constant('update' as const), day, gasVolume: volume }),
  fc.record({ kind: fc.constant('delete' as const), day }),
  fc.record({ kind: fc.constant('other' as const), day, waterVolume: fc.integer({ min: 0, max: 50 }) }),
  fc.record({ kind: fc.constant('equipment' as const) }),
  fc.record({ kind: fc.constant('maintenance' as const), day }),
  fc.record({
    kind: fc.constant('sync' as const),
    failing: fc.constantFrom('nothing', '/sync/batch', '/sync/changes', 'answer'),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function take(client: OfflineClient, server: FakeServer, given: Step, index: number): Promise<void> {
  const id = (kind: string): string => `01890000-0000-7000-8000-${kind}${String(index).padStart(11, '0')}`;
  const aggregateId = WELL_ID;
  switch (given.kind) {
    case 'create':
      await client.record({
        eventType: 'PRODUCTION_CREATED',
        aggregateId,
        payload: { productionDate: given.day, oilVolume: given.oilVolume },
      });
      return;
    case 'update':
      await client.record({
        eventType: 'PRODUCTION_UPDATED',
        aggregateId,
        payload: { productionDate: given.day, gasVolume: given.gasVolume },
      });
      return;
    case 'delete':
      await client.record({
        eventType: 'PRODUCTION_DELETED',
        aggregateId,
        payload: { productionDate: given.day },
      });
      return;
    case 'other':
      server.records.apply({
        id: id('a'),
        eventType: 'PRODUCTION_CREATED',
        aggregateId,
        baseVersion: null,
        payload: { productionDate: given.day, waterVolume: given.waterVolume },
        userId: '01890000-0000-7000-8000-0000000000bb',
        deviceId: null,
        deviceSequence: null,
        carrierId: null,
        authorLeft: false,
        source: 'WEB',
        occurredAt: '2025-10-20T15:00:00.000Z',
        receivedAt: '2025-10-20T15:00:00.000Z',
        clockOffsetMs: null,
        setRightAt: null,
      });
      return;
    case 'equipment':
      await client.record({
        eventType: 'EQUIPMENT_CREATED',
        aggregateId: EQUIPMENT_ID,
        payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' },
      });
      return;
    case 'maintenance':
      await client.record({
        eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
        aggregateId: EQUIPMENT_ID,
        payload: {
          maintenanceId: id('b'),
          maintenanceDate: given.day,
          maintenanceType: 'ROUTINE',
          description: 'Greased',
          equipmentStatus: index % 2 === 0 ? 'OPERATIONAL' : 'MAINTENANCE',
        },
      });
      return;
    case 'sync':
      server.onCall = (call, answer) => {
        if (call.path === given.failing) return answered(500, undefined);
        const reply = answer();
        return given.failing === 'answer' && call.path === '/sync/batch' ? { kind: 'NO_ANSWER' } : reply;
      };
      await client.sync.syncNow();
  }
}

const rowsOf = async (client: OfflineClient) => ({
  production: await client.records.production(WELL_ID).all(),
  equipment: await client.records.equipment(WELL_ID).all(),
  maintenance: await client.records.maintenance(EQUIPMENT_ID).all(),
});

test('rows made again from scratch are the rows that were there, and after a full sync those of the server', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { client, server, clock } = await aDevice();
      for (const [index, given] of steps.entries()) {
        await take(client, server, given, index);
        clock.advance(20_000);
      }
      const before = await rowsOf(client);
      await client.rebuild();
      expect(await rowsOf(client)).toEqual(before);

      server.onCall = (_, answer) => answer();
      clock.advance(10 * 60 * 1000);
      await client.sync.syncNow();
      expect((await client.status.current()).pendingEvents).toBe(0);
      const { production } = await rowsOf(client);
      const ofServer = server.records.live(WELL_ID);
      expect(production.map(({ isPending: _, ...row }) => row)).toEqual(ofServer);
      await client.close();
    }),
    { numRuns: times(15, 40) },
  );
});
