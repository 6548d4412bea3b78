/** What was acknowledged is there, whatever becomes of the database; and nobody has to restart the API. */
import { endpoints, type ProblemCode } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aWell, startTestPostgres, type TestPostgres } from '@wellpulse/testing';
import { isTurn } from '@wellpulse/testing/depth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startBareApi, type TestApi } from '../support/harness.ts';
import { LiveReader } from '../support/live-reader.ts';
import type { TestTenant } from '../support/tenants.ts';
import { until } from '../support/until.ts';

const { wells, production, auth } = endpoints;
let postgres: TestPostgres;
let api: TestApi;
let tenant: TestTenant;

// Not before the test has its turn: a file of which none has one is never told to tidy up.
beforeAll(async () => {
  postgres = await startTestPostgres({ durable: true });
  api = await startBareApi({ postgresUrl: postgres.url });
  tenant = await api.addTenant();
});
afterAll(async () => {
  await api.stop();
  await postgres.remove();
});

const WRITERS = 4;

interface Write {
  readonly wellId: string;
  readonly productionDate: string;
  /** Null for one that was acknowledged. */
  readonly refusedWith: ProblemCode | null;
}

/** Enters day after day until told to stop. */
async function keepWriting(wellId: string, isOver: () => boolean): Promise<Write[]> {
  const writes: Write[] = [];
  for (let day = 0; !isOver(); day += 1) {
    const productionDate = addDays('1990-01-01', day);
    const answer = await tenant.operator.call(production.create, {
      params: { wellId },
      body: { productionDate, oilVolume: day % 100 },
    });
    writes.push({ wellId, productionDate, refusedWith: answer.ok ? null : answer.problem.code });
  }
  return writes;
}

test.runIf(isTurn(4, 5))(
  'PostgreSQL killed while people write: no acknowledged entry is lost, and the API recovers by itself',
  async () => {
    const { viewer } = tenant;
    const wellIds = await Promise.all(
      Array.from(
        { length: WRITERS },
        async () => (await tenant.manager.ask(wells.create, { body: aWell() })).id,
      ),
    );
    const stream = await LiveReader.open(viewer);
    let isOver = false;
    const writing = Promise.all(wellIds.map((wellId) => keepWriting(wellId, () => isOver)));
    await stream.next('some are written', ({ data }) => (data as { sequence: number }).sequence > 60);

    await postgres.kill();
    const away = await api.inside.fetch('/ready');
    expect(away.status).toBe(503);
    expect(await viewer.refusal(auth.me, {})).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    const retry = await viewer.fetch('/auth/me');
    expect(Number(retry.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await api.anonymous.fetch('/health')).status).toBe(200);

    await postgres.restart();
    await until('it is ready again', async () => ((await api.inside.fetch('/ready')).ok ? true : null));
    await stream.next('the stream is back', ({ data }) => (data as { sequence: number }).sequence === 0);
    isOver = true;
    const writes = (await writing).flat();
    stream.close();

    const codes = new Set(writes.map(({ refusedWith }) => refusedWith));
    // A commit whose answer got lost is there although it was refused; its day is taken when it is tried again.
    expect([...codes].filter((code) => code !== null)).toEqual(['UNAVAILABLE']);
    const acknowledged = writes.filter(({ refusedWith }) => refusedWith === null);
    expect(acknowledged.length).toBeGreaterThan(30);
    for (const wellId of wellIds) {
      const { dates } = await viewer.ask(production.series, { params: { wellId }, query: {} });
      const mine = acknowledged.filter((write) => write.wellId === wellId);
      expect(dates).toEqual(expect.arrayContaining(mine.map(({ productionDate }) => productionDate)));
    }
    expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
  },
);
