/** What a person does with conflicts through REST, against the API itself: the contract of `ConflictStore`. */
import { endpoints } from '@wellpulse/contracts';
import { describeConflictStore, type ConflictStoreUnderTest } from '@wellpulse/forms/testing';
import { aWell, TestDevice } from '@wellpulse/testing';
import { afterAll } from 'vitest';
import { startApi } from '../support/harness.ts';

const { conflicts, production, tenant, wells } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, clock } = api;
const { manager, viewer } = acme;
const DAY = '2025-03-10';
const START = Date.parse(clock.now()) + 86_400_000;
let minutes = 0;
/** Each entry is typed and arrives later than all before it. */
const later = (): string => {
  minutes += 1;
  const now = new Date(START + minutes * 60_000).toISOString();
  clock.stopAt(now);
  return now;
};
later();
const register = (person: typeof manager) => TestDevice.register(person, () => clock.now());
const [pumper, foreman] = [await register(acme.operator), await register(manager)];

async function enters(device: TestDevice, aggregateId: string, oilVolume: number): Promise<void> {
  const event = device.event({
    eventType: 'PRODUCTION_CREATED',
    aggregateId,
    baseVersion: 0,
    timestamp: later(),
    payload: { productionDate: DAY, oilVolume },
  });
  const { failed } = await device.sync([event]);
  if (failed.length > 0) throw new Error(`Refused: ${JSON.stringify(failed)}`);
}

const place: ConflictStoreUnderTest = {
  store: {
    resolve: async (conflictId, body) => {
      await manager.ask(conflicts.resolve, { params: { conflictId }, body });
    },
    undo: async (conflictId) => {
      await manager.ask(conflicts.undo, { params: { conflictId } });
    },
    reopen: async (conflictId) => {
      await manager.ask(conflicts.reopen, { params: { conflictId } });
    },
  },
  aConflict: async (status) => {
    const { version } = await acme.admin.ask(tenant.getSettings, {});
    const conflictPolicy = status === 'OPEN' ? 'PROMPT' : 'LAST_WRITE_WINS';
    await acme.admin.ask(tenant.updateSettings, { body: { version, conflictPolicy } });
    const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
    await enters(pumper, wellId, 40);
    await enters(foreman, wellId, 45);
    const { items } = await viewer.ask(conflicts.list, { query: { wellId } });
    const [conflict] = items;
    if (conflict === undefined) throw new Error('There is no conflict');
    return conflict.id;
  },
  statusOf: async (conflictId) => (await viewer.ask(conflicts.get, { params: { conflictId } })).status,
  oilOf: async (conflictId) => {
    const { wellId } = await viewer.ask(conflicts.get, { params: { conflictId } });
    return (await viewer.ask(production.get, { params: { wellId, date: DAY } })).oilVolume;
  },
  hear: async () => undefined,
  // A page that is loaded anew: all else is the server's.
  restart: async () => place,
};

describeConflictStore('the REST API', { mayReopen: true }, async () => place);
