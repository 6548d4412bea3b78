/** The dashboard's reads through the API, beside the plainest query for the same rows on an open connection. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import pg from 'pg';
import { apiNumber, type Plan } from './data.ts';
import { milliseconds, timeRepeated } from './measure.ts';
import type { Figure } from './report.ts';
import type { BenchSession } from './session.ts';
import type { Stack } from './stack.ts';

interface Case {
  readonly name: string;
  readonly ask: () => Promise<unknown>;
  readonly sql: readonly string[];
  readonly floor: string;
}

const ROUNDS = 60;

export async function benchQueries(stack: Stack, session: BenchSession, plan: Plan): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: stack.tenantUrl });
  await client.connect();
  const { items } = await session.call(endpoints.wells.list, { query: { search: apiNumber(0) } });
  const wellId = items[0]?.id ?? '';
  const figures: Figure[] = [];
  for (const { name, ask, sql, floor } of cases(session, wellId, plan)) {
    const raw = await timeRepeated(ROUNDS, async () => {
      for (const statement of sql) await client.query(statement);
    });
    const ours = await timeRepeated(ROUNDS, ask);
    figures.push({
      name,
      measured: `p50 ${milliseconds(ours.p50)}, p95 ${milliseconds(ours.p95)}`,
      beside: `plain SQL p50 ${milliseconds(raw.p50)}; ours on top ${milliseconds(ours.p50 - raw.p50)} (${(ours.p50 / raw.p50).toFixed(1)}x)`,
      floor,
    });
  }
  await client.end();
  return figures;
}

function cases(session: BenchSession, wellId: string, { lastDay }: Plan): Case[] {
  const since = addDays(lastDay, -89);
  const monthAgo = addDays(lastDay, -30);
  return [
    {
      name: 'One-day sheet, all wells',
      ask: () => session.call(endpoints.production.daySheet, { query: { date: lastDay } }),
      sql: [
        `select p.*, w.name, w.route, w.route_position, w.status, y.oil_volume, y.gas_volume, y.water_volume from wells w
         left join production_data p on p.well_id = w.id and p.production_date = '${lastDay}'
         left join production_data y on y.well_id = w.id and y.production_date = '${addDays(lastDay, -1)}'`,
      ],
      floor: '-',
    },
    {
      name: 'Chart, 90 days of a well',
      ask: () => session.call(endpoints.production.series, { params: { wellId }, query: { from: since } }),
      sql: [
        `select production_date, oil_volume, gas_volume, water_volume from production_data
         where well_id = '${wellId}' and production_date >= '${since}' and deleted_at is null order by production_date`,
      ],
      floor: '1,000 ms',
    },
    {
      name: 'All-time summary of a well',
      ask: () => session.call(endpoints.production.summary, { params: { wellId }, query: {} }),
      sql: [
        `select sum(oil_volume), sum(gas_volume), sum(water_volume), avg(oil_volume), max(oil_volume), min(oil_volume), count(*)
         from production_data where well_id = '${wellId}' and deleted_at is null`,
      ],
      floor: '-',
    },
    {
      name: 'Dashboard home, all wells',
      ask: () => session.call(endpoints.dashboard.home, { query: { date: lastDay } }),
      sql: [
        `select w.route, count(*), count(p.id) from wells w
         left join production_data p on p.well_id = w.id and p.production_date = '${lastDay}' group by w.route`,
        `select production_date, sum(oil_volume), sum(gas_volume), sum(water_volume) from production_data
         where production_date between '${monthAgo}' and '${lastDay}' group by production_date`,
      ],
      floor: '-',
    },
  ];
}
