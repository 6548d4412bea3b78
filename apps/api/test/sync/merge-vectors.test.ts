/** The vectors of merging across the real server: each step a batch of its own, from the device on which it was typed. */
import { endpoints, type SyncAnswer } from '@wellpulse/contracts';
import { aWell, TestDevice } from '@wellpulse/testing';
import { inTurn } from '@wellpulse/testing/depth';
import { inOrder, mergeVectors, payloadOf } from '@wellpulse/testing/merge-vectors';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';

const DAY = '2025-03-10';
const MINUTE_MS = 60_000;
/** All were typed long before anything arrives. */
const HOUR_MS = 60 * MINUTE_MS;

const api = await startApi();
afterAll(() => api.stop());
const { acme, clock } = api;
const people = { ann: acme.operator, ben: await acme.join('OPERATOR') };
const start = Date.parse(clock.now()) + 24 * HOUR_MS;
let time = start;
const stopAt = (milliseconds: number): void => {
  time = milliseconds;
  clock.stopAt(new Date(time).toISOString());
};
stopAt(start);
const now = (): string => clock.now();
const devices = {
  laptop: await TestDevice.register(people.ann, now, { platform: 'ELECTRON' }),
  phone: await TestDevice.register(people.ann, now),
  tablet: await TestDevice.register(people.ben, now, { platform: 'IOS' }),
  truck: await TestDevice.register(people.ann, now, { platform: 'ELECTRON' }),
};
await devices.truck.signIn(people.ben);

const resultOf = ({ synced, conflicts, failed }: SyncAnswer): string =>
  conflicts[0]?.resolution ?? failed[0]?.code ?? (synced.length === 1 ? 'SYNCED' : 'NOTHING');

async function setPolicy(conflictPolicy: 'LAST_WRITE_WINS' | 'PROMPT'): Promise<void> {
  const { version, conflictPolicy: present } = await acme.admin.ask(endpoints.tenant.getSettings, {});
  if (present !== conflictPolicy)
    await acme.admin.ask(endpoints.tenant.updateSettings, { body: { version, conflictPolicy } });
}

test.each(inTurn(mergeVectors, 4))('$name', async (vector) => {
  await setPolicy(vector.policy);
  for (const [order, becomes] of Object.entries(vector.orders)) {
    const { id: wellId } = await acme.manager.ask(endpoints.wells.create, { body: aWell() });
    const typed = time;
    stopAt(time + HOUR_MS);
    // Signed in the order in which they were typed, as devices do.
    const events = new Map(
      [...vector.steps]
        .sort((left, right) => left.minute - right.minute)
        .map((step) => [
          step.id,
          devices[step.on].event({
            eventType: `PRODUCTION_${step.does}`,
            aggregateId: wellId,
            baseVersion: step.base,
            userId: people[step.by].session.user.id,
            timestamp: new Date(typed + step.minute * MINUTE_MS).toISOString(),
            payload: payloadOf(step, DAY),
          }),
        ]),
    );
    const results: string[] = [];
    for (const step of inOrder(vector, order)) {
      stopAt(time + MINUTE_MS);
      results.push(resultOf(await devices[step.on].sync([events.get(step.id)], { as: people[step.by] })));
    }
    const { items } = await acme.manager.ask(endpoints.conflicts.list, { query: { wellId, order: 'asc' } });
    expect({ results, conflicts: items.map(({ status }) => status) }, order).toEqual(becomes);
    const params = { wellId, date: DAY };
    const read = await acme.manager.call(endpoints.production.get, { params });
    const stands = read.ok
      ? { oilVolume: read.value.oilVolume, gasVolume: read.value.gasVolume, notes: read.value.notes }
      : null;
    expect(stands, order).toEqual(vector.stands);
  }
});

test('the log of all of them is sound', async () => {
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});
