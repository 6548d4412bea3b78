import { keptConflictSchema } from '@wellpulse/contracts';
import { anOpenConflict } from '@wellpulse/testing/a-conflict';
import { expect, test } from 'vitest';
import { aDevice, DAY, WELL_ID } from '../offline-client.fixture.ts';
import { answered, PUMPER, type FakeServer } from '../testing/fake-server.ts';

type Page = { changes: object[] };

const OPEN = anOpenConflict();
const CONFLICT = keptConflictSchema.parse({
  ...OPEN,
  wellId: WELL_ID,
  productionDate: DAY,
  incoming: { ...OPEN.incoming, userId: PUMPER.id },
  baseVersion: 1,
  baseData: { oilVolume: 42.5 },
});

/** The next pull brings the conflict, as this server tells it. */
function tellConflict(server: FakeServer, data: object): void {
  server.onCall = (call, answer) => {
    const reply = answer();
    if (call.path !== '/sync/changes' || reply.kind !== 'ANSWERED') return reply;
    const change = { entity: 'CONFLICT', id: CONFLICT.id, version: 1, deleted: false, data };
    const page = reply.body as Page;
    return answered(200, { ...page, changes: [...page.changes, change] });
  };
}

test('what was there before a conflict is known without a network, and after a choice', async () => {
  const { client, server, reopen } = await aDevice();
  tellConflict(server, CONFLICT);
  await client.sync.syncNow();
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  expect(await client.records.conflict(CONFLICT.id)).toMatchObject({
    status: 'OPEN',
    baseVersion: 1,
    baseData: { oilVolume: 42.5 },
  });
  const payload = { choice: 'EXISTING' as const };
  const chosen = await client.record({ eventType: 'CONFLICT_RESOLVED', aggregateId: CONFLICT.id, payload });
  expect(chosen.ok).toBe(true);
  await client.close();
  expect(await (await reopen()).records.conflict(CONFLICT.id)).toMatchObject({
    status: 'RESOLVED',
    baseData: { oilVolume: 42.5 },
  });
});

test('a server that does not tell it leaves it unknown, which is not nothing', async () => {
  const { client, server } = await aDevice();
  const { baseVersion: _, baseData: __, ...older } = CONFLICT;
  tellConflict(server, older);
  await client.sync.syncNow();
  const conflict = await client.records.conflict(CONFLICT.id);
  expect([conflict?.status, conflict?.baseData]).toEqual(['OPEN', undefined]);
});
