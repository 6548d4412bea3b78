/**
 * Sync: events to their durable acknowledgement, the first pull, and a sync with nothing to do. PostgreSQL's own insert of
 * the same rows stands beside them. Figures say how often the server's log was forced to the disk.
 */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import pg from 'pg';
import { milliseconds, summary, timeOnce, timeRepeated } from '../measure.ts';
import type { Figure } from '../report.ts';
import type { BenchSession } from '../session.ts';
import type { Stack } from '../stack.ts';
import { SyncClient, type WireEvent } from './sync-client.ts';
import { BATCH, PUSH_COUNTS, type PushTimes, type SyncTimes } from './sync-times.ts';

const ROUNDS = 5;

/** A line of the report, and its number for those who are compared with it. */
interface Measured<Value> {
  readonly figure: Figure;
  readonly value: Value;
}

export async function benchSync(
  stack: Stack,
  session: BenchSession,
): Promise<{ figures: Figure[]; times: SyncTimes }> {
  const database = new pg.Client({ connectionString: stack.tenantUrl });
  await database.connect();
  const client = await SyncClient.register(session);
  const readings = new Readings(session, client);
  await client.push(await readings.make(200), BATCH);
  const pushes: Measured<PushTimes>[] = [];
  for (const count of PUSH_COUNTS) pushes.push(await measurePush(database, client, readings, count));
  const nothing = await measureNothing(client);
  const pull = await measurePull(client);
  await database.end();
  return {
    figures: [...pushes, nothing, pull].map(({ figure }) => figure),
    times: { pushes: pushes.map(({ value }) => value), nothing: nothing.value, pull: pull.value },
  };
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
): Promise<Measured<PushTimes>> {
  const samples: number[] = [];
  const before = await forcedWrites(database);
  for (let round = 0; round < ROUNDS; round += 1) {
    const events = await readings.make(count);
    samples.push(await timeOnce(() => client.push(events, BATCH)));
  }
  const forced = ((await forcedWrites(database)) - before) / ROUNDS;
  const { p50, p95 } = summary(samples);
  const insert = await timeInsert(database, count);
  const figure = {
    name: `Push ${count.toLocaleString('en')} events to durable acknowledgement`,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}; ${forced.toFixed(1)} fsyncs each`,
    beside: `bulk insert of the same rows ${milliseconds(insert)}: ${((100 * insert) / p50).toFixed(0)} % of it`,
    floor: count === 100 ? '10,000 ms' : '-',
  };
  return { figure, value: { count, time: p50, forced } };
}

async function measureNothing(client: SyncClient): Promise<Measured<number>> {
  const { cursor } = await client.pull();
  // A device with nothing to send only asks.
  const { p50, p95 } = await timeRepeated(50, () => client.pull(cursor));
  const measured = `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`;
  return { figure: { name: 'Sync with nothing to do', measured, beside: '-', floor: '-' }, value: p50 };
}

async function measurePull(client: SyncClient): Promise<Measured<number>> {
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
  const value = (p50 / records) * 10_000;
  const figure = {
    name: `First pull of ${records.toLocaleString('en')} records`,
    measured: `p50 ${milliseconds(p50)}; ${milliseconds(value)} for 10,000`,
    beside: '-',
    floor: '-',
  };
  return { figure, value };
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
