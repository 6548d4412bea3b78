/** What forms save through REST, against the API itself: the contract of `EntryStore`. */
import { endpoints, type ProductionRecord } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { restEntryStore, type Answer } from '@wellpulse/forms/rest';
import { describeEntryStore, type EntryStoreUnderTest } from '@wellpulse/forms/testing';
import type { Result } from '@wellpulse/api-client';
import { aWell } from '@wellpulse/testing';
import { afterAll } from 'vitest';
import { startApi } from '../support/harness.ts';
import { PhotoDesk } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';

const { wells, production } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager, viewer } = api.acme;

const answerOf = async <Value>(asked: Promise<Result<Value>>): Promise<Answer<Value>> => asked;

const newStore = () =>
  restEntryStore({
    create: (wellId, body) => answerOf(operator.call(production.create, { params: { wellId }, body })),
    createDays: async (wellId, entries) => {
      const body = { entries: [...entries] };
      const result = await operator.call(production.createBulk, { params: { wellId }, body });
      return result.ok ? { ok: true, value: result.value.items } : result;
    },
    update: (wellId, id, body) =>
      answerOf(operator.call(production.update, { params: { wellId, id }, body })),
  });

const FIRST_DAY = '2025-03-10';

async function recordOf(wellId: string, day: string): Promise<ProductionRecord | null> {
  const { items } = await viewer.ask(production.list, { params: { wellId }, query: { from: day, to: day } });
  return items[0] ?? null;
}

function wellOf(wellId: string): EntryStoreUnderTest<string> {
  return {
    store: newStore(),
    wellId,
    days: [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(FIRST_DAY, after)),
    recordOf: (day) => recordOf(wellId, day),
    saveElsewhere: async (day, oilVolume) => {
      const current = await recordOf(wellId, day);
      if (current === null) {
        const body = { productionDate: day, oilVolume };
        await manager.ask(production.create, { params: { wellId }, body });
      } else {
        const body = { oilVolume, version: current.version };
        await manager.ask(production.update, { params: { wellId, id: current.id }, body });
      }
    },
    // A page that is loaded anew: all else is the server's.
    restart: async () => wellOf(wellId),
    newPhoto: async () => {
      const { sha256 } = await new PhotoDesk(operator, wellId, 'WELL').store(
        await aJpeg({ width: 40, height: 30 }),
      );
      return { photo: sha256, hash: sha256 };
    },
  };
}

describeEntryStore('the REST API', 'SAVED', async () =>
  wellOf((await manager.ask(wells.create, { body: aWell() })).id),
);
