/** Fills a demo tenant: wells, two years of history as an import, equipment, the last week entered at the wells, today half done. */
import { endpoints, type Location, type ProductionEntryInput } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { say } from '../cli/context.ts';
import type { DemoApi } from './demo-api.ts';
import { demoLocation } from './demo-location.ts';
import { demoReadings, type Reading } from './demo-readings.ts';
import { fillEquipment } from './fill-equipment.ts';
import { demoWells, type DemoTenant, type DemoWell } from './demo-wells.ts';

/** Two years: what a chart of a well compares. */
export const HISTORY_DAYS = 730;
const TYPED_DAYS = 7;
/** How much of each route has been entered today. */
const ENTERED_TODAY = 0.6;
const ROUTE_OPERATORS = ['operator', 'reyes', 'whitfield'];

interface SeededWell {
  readonly id: string;
  readonly well: DemoWell;
  readonly operator: string;
  /** The oldest first; the last one is today's. */
  readonly readings: readonly Reading[];
}

export interface History {
  readonly today: string;
  /** Entries of today were made before it. */
  readonly now: Date;
  /** Days before today that have readings; at most `HISTORY_DAYS`. */
  readonly days: number;
}

export async function fillTenant(
  api: DemoApi,
  tenant: DemoTenant,
  { today, now, days }: History,
): Promise<void> {
  const wells = await makeWells(api, tenant);
  say(`  ${wells.length} wells`);
  const { taken, unchanged } = await api.importCsv('manager', historyCsv(wells, today, days), {
    well: { column: 'api_number', by: 'API_NUMBER' },
    date: { column: 'date', format: 'yyyy-MM-dd' },
    oil: { column: 'oil_bbl', unit: 'BBL' },
    gas: { column: 'gas_mcf', unit: 'MCF' },
    water: { column: 'water_bbl', unit: 'BBL' },
  });
  say(`  ${taken + unchanged} daily readings imported`);
  await api.as('manager', endpoints.alerts.acknowledgeMany, {
    body: { to: addDays(today, -TYPED_DAYS), comment: 'Reviewed when the history was imported' },
  });
  await fillEquipment(api, tenant.seed, wells, today);
  for (const [index, well] of wells.entries()) {
    await typeLastDays(api, well, today, (daysAgo) =>
      demoLocation(
        tenant.seed * 10_000 + index * 10 + daysAgo,
        well.well,
        arrivalAt(well.well, addDays(today, -daysAgo), now),
      ),
    );
  }
  say(`  the last ${TYPED_DAYS} days typed in, today in part`);
}

async function makeWells(api: DemoApi, tenant: DemoTenant): Promise<SeededWell[]> {
  const { items: colleagues } = await api.as('admin', endpoints.users.list, { query: { limit: '100' } });
  const { items: there } = await api.as('manager', endpoints.wells.list, { query: { limit: '1000' } });
  const idByApiNumber = new Map(there.map(({ apiNumber, id }) => [apiNumber, id]));
  const wells: SeededWell[] = [];
  for (const [index, well] of demoWells(tenant).entries()) {
    const operator = ROUTE_OPERATORS[tenant.routes.indexOf(well.route ?? '')] ?? 'operator';
    const operatorId = colleagues.find(({ email }) => email === `${operator}@${tenant.slug}.example`)?.id;
    const id =
      idByApiNumber.get(well.apiNumber) ??
      (
        await api.as('manager', endpoints.wells.create, {
          body: { ...well, operatorIds: operatorId === undefined ? [] : [operatorId] },
        })
      ).id;
    wells.push({ id, well, operator, readings: demoReadings(tenant.seed * 1000 + index, HISTORY_DAYS + 1) });
  }
  return wells;
}

function historyCsv(wells: readonly SeededWell[], today: string, days: number): string {
  const lines = ['api_number,date,oil_bbl,gas_mcf,water_bbl'];
  for (const { well, readings } of wells) {
    if (well.status === 'INACTIVE') continue;
    for (let daysAgo = days; daysAgo > TYPED_DAYS; daysAgo -= 1) {
      const { oil, gas, water } = readingOf(readings, well, daysAgo);
      lines.push([well.apiNumber, addDays(today, -daysAgo), oil, gas, water].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

const MINUTE_MS = 60_000;
const MINUTES_PER_WELL = 12;

/** The rounds begin at 7 in the morning in Texas. On the day of the seed they go no further than `now`. */
function arrivalAt({ routePosition }: DemoWell, day: string, now: Date): Date {
  const drive = routePosition * MINUTES_PER_WELL * MINUTE_MS;
  const planned = Date.parse(`${day}T12:00:00Z`) + drive;
  return new Date(Math.min(planned, now.getTime() - drive));
}

async function typeLastDays(
  api: DemoApi,
  seeded: SeededWell,
  today: string,
  locationOf: (daysAgo: number) => Location | null,
): Promise<void> {
  if (seeded.well.status !== 'ACTIVE') return;
  const { items: there } = await api.as(seeded.operator, endpoints.production.list, {
    params: { wellId: seeded.id },
    query: { from: addDays(today, -TYPED_DAYS) },
  });
  const entered = new Set(there.map(({ productionDate }) => productionDate));
  const isEnteredToday = seeded.well.routePosition % 10 < ENTERED_TODAY * 10;
  const entries: ProductionEntryInput[] = [];
  for (let daysAgo = TYPED_DAYS; daysAgo >= (isEnteredToday ? 0 : 1); daysAgo -= 1) {
    const productionDate = addDays(today, -daysAgo);
    if (entered.has(productionDate)) continue;
    const { oil, gas, water } = readingOf(seeded.readings, seeded.well, daysAgo);
    entries.push({
      productionDate,
      oilVolume: oil,
      gasVolume: gas,
      waterVolume: water,
      location: locationOf(daysAgo),
    });
  }
  if (entries.length === 0) return;
  await api.as(seeded.operator, endpoints.production.createBulk, {
    params: { wellId: seeded.id },
    body: { entries },
  });
}

/** A well that is shut in now has been for a month. */
function readingOf(readings: readonly Reading[], well: DemoWell, daysAgo: number): Reading {
  const reading = readings[readings.length - 1 - daysAgo];
  if (reading === undefined || (well.status === 'SHUT_IN' && daysAgo <= 30))
    return { oil: 0, gas: 0, water: 0 };
  return reading;
}
