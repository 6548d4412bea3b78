/** Import rows a second, beside PostgreSQL's own COPY of the same rows into a table with the same indexes. */
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { timeOnce } from './measure.ts';
import type { Figure } from './report.ts';
import type { BenchSession } from './session.ts';
import type { Stack } from './stack.ts';

export async function benchImport(
  stack: Stack,
  session: BenchSession,
  csvPath: string,
  rows: number,
): Promise<Figure[]> {
  const seconds = (await timeOnce(() => session.importCsv(csvPath))) / 1000;
  const copySeconds = (await timeCopy(stack)) / 1000;
  const rate = rows / seconds;
  const copyRate = rows / copySeconds;
  return [
    {
      name: `Import of ${rows.toLocaleString('en')} rows (checked, logged, hash-chained, alerts)`,
      measured: `${Math.round(rate).toLocaleString('en')} rows/s`,
      beside: `COPY ${Math.round(copyRate).toLocaleString('en')} rows/s: ${((100 * rate) / copyRate).toFixed(1)} % of it`,
      floor: '-',
    },
  ];
}

/** Milliseconds of a durable COPY of the imported rows into an empty copy of their table. */
async function timeCopy(stack: Stack): Promise<number> {
  const client = new pg.Client({ connectionString: stack.tenantUrl });
  await client.connect();
  const file = path.join(stack.dataDir, 'rows.copy');
  await pipeline(client.query(copyTo('copy production_data to stdout')), createWriteStream(file));
  await client.query('create table copied (like production_data including all)');
  await client.query('alter table copied add foreign key (well_id) references wells (id)');
  const time = await timeOnce(() =>
    pipeline(createReadStream(file), client.query(copyFrom('copy copied from stdin'))),
  );
  await client.query('drop table copied');
  await client.query('vacuum analyze');
  await client.end();
  return time;
}
