/**
 * Sync: events to their durable acknowledgement, the first pull and a sync with nothing to do, beside PostgreSQL's own
 * insert of the same rows; with the number of times that the server's log was forced to the disk.
 */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import pg from 'pg';
import { milliseconds, summary, timeOnce, timeRepeated } from './measure.ts';
import type { Figure } from './report.ts';
import type { BenchSession } from './session.ts';
import type { Stack } from './stack.ts';
import { SyncClient, type WireEvent } from './sync-client.ts';

const BATCH = 1000;
const ROUNDS = 5;

export async function benchSync(stack: Stack, session: BenchSession): Promise<Figure[]> {
  const database = new pg.Client({ connectionString: stack.tenantUrl });
  await database.connect();
  const client = await SyncClient.register(session);
  const readings = new Readings(session, client);
  await client.push(await readings.make(200), BATCH);
  const figures = [];
  for (const count of [100, 1_000, 10_000]) {
    figures.push(await measurePush(database, client, readings, count));
  }
  figures.push(await measureNothing(client), await measurePull(client));
  await database.end();
  return figures;
}

/** Readings of a new well, a day each. */
class Readings {
  readonly #session: BenchSession;
  readonly #client: SyncClient;
  #wells = 0;

  constructor(session: BenchSession, client: SyncClient) {
    this.#session = session;
    this.#client = client;
  }

  async make(count: number): Promise<WireEvent[]> {
    this.#wells += 1;
    const { id } = await this.#session.call(endpoints.wells.create, {
      body: { name: `Sync ${this.#wells}`, apiNumber: `42-165-${50_000 + this.#wells}` },
    });
    return Array.from({ length: count }, (_, day) => this.#client.reading(id, addDays('1990-01-01', day)));
  }
}

async function measurePush(
  database: pg.Client,
  client: SyncClient,
  readings: Readings,
  count: number,
): Promise<Figure> {
  const samples: number[] = [];
  const before = await forcedWrites(database);
  for (let round = 0; round < ROUNDS; round += 1) {
    const events = await readings.make(count);
    samples.push(await timeOnce(() => client.push(events, BATCH)));
  }
  const forced = ((await forcedWrites(database)) - before) / ROUNDS;
  const { p50, p95 } = summary(samples);
  const insert = await timeInsert(database, count);
  return {
    name: `Push ${count.toLocaleString('en')} events to durable acknowledgement`,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}; ${forced.toFixed(1)} fsyncs each`,
    beside: `bulk insert of the same rows ${milliseconds(insert)}: ${((100 * insert) / p50).toFixed(0)} % of it`,
    floor: count === 100 ? '10,000 ms' : '-',
  };
}

async function measureNothing(client: SyncClient): Promise<Figure> {
  const { cursor } = await client.pull();
  // A device with nothing to send only asks.
  const { p50, p95 } = await timeRepeated(50, () => client.pull(cursor));
  return {
    name: 'Sync with nothing to do',
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
    beside: '-',
    floor: '-',
  };
}

async function measurePull(client: SyncClient): Promise<Figure> {
  let records = 0;
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.push(
      await timeOnce(async () => {
        ({ records } = await client.pull());
      }),
    );
  }
  const { p50 } = summary(samples);
  return {
    name: `First pull of ${records.toLocaleString('en')} records`,
    measured: `p50 ${milliseconds(p50)}; ${milliseconds((p50 / records) * 10_000)} for 10,000`,
    beside: '-',
    floor: '-',
  };
}

/** How often the write-ahead log was forced to the disk; the server counts up to a second late. */
async function forcedWrites(database: pg.Client): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await database.query('select pg_stat_clear_snapshot()');
  const { rows } = await database.query<{ fsyncs: string }>(
    `select coalesce(sum(fsyncs), 0) as fsyncs from pg_stat_io where object = 'wal'`,
  );
  return Number(rows[0]?.fsyncs ?? 0);
}

/** Milliseconds of one durable insert of as many rows as the last ones into a table with the same indexes. */
async function timeInsert(database: pg.Client, count: number): Promise<number> {
  await database.query('create table inserted (like production_data including all)');
  await database.query(
    `create temporary table source as
      select * from production_data order by log_sequence desc limit ${String(count)}`,
  );
  const time = await timeOnce(() => database.query('insert into inserted select * from source'));
  await database.query('drop table source');
  await database.query('drop table inserted');
  return time;
}
