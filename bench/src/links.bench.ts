/**
 * The first pull of an operator's and of a manager's device over a thin link that cuts some answers: the real offline client on a real SQLite file, through a
 * proxy, from the real API. The tenant has 300 wells, 40 of them the operator's own, with 120 days of readings.
 */
import { endpoints } from '@wellpulse/contracts';
import { addDays, RECENT_DAYS } from '@wellpulse/domain';
import { OfflineClient } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { openThinLink, type ThinLink } from '@wellpulse/embedded/thin-link';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as waited } from 'node:timers/promises';
import { apiNumber, writeCsv } from './data.ts';
import { today } from './day.ts';
import type { Figure } from './report.ts';
import type { BenchSession } from './session.ts';
import { MANAGER, OPERATOR, TENANT, type Stack } from './stack.ts';

const WELLS = 300;
const OWN_WELLS = 40;
const DAYS = 120;
const ITEMS_A_WELL = 2;
const BYTES_PER_SECOND = 2048;
const LATENCY_MS = 150;
const CUTS = 0.05;
const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 15 * 60_000;

export async function benchLinks(stack: Stack, session: BenchSession): Promise<Figure[]> {
  const lastDay = addDays(today(), -1);
  const wellIds = await makeTenant(stack, session, lastDay);
  const ofOperator = await pull(stack, {
    person: OPERATOR,
    wellIds: wellIds.slice(0, OWN_WELLS),
    names: [`${OWN_WELLS} own wells with their last ${RECENT_DAYS} days`, `All of ${WELLS} wells`],
    lastDay,
  });
  const ofManager = await pull(stack, {
    person: MANAGER,
    wellIds,
    names: [`All ${WELLS} wells with their last ${RECENT_DAYS} days, a manager`, `All of it, a manager`],
    lastDay,
  });
  return [...ofOperator, ...ofManager];
}

interface Pull {
  readonly person: { readonly email: string; readonly password: string };
  /** Those that have to be there first. */
  readonly wellIds: readonly string[];
  /** Of the two figures. */
  readonly names: readonly [string, string];
  readonly lastDay: string;
}

async function pull(stack: Stack, { person, wellIds, names, lastDay }: Pull): Promise<Figure[]> {
  const link = await openThinLink({
    target: stack.apiUrl,
    bytesPerSecond: BYTES_PER_SECOND,
    latencyMs: LATENCY_MS,
    cuts: CUTS,
    random: sequence(7),
  });
  const folder = path.join(stack.dataDir, `thin-${person.email}`);
  await mkdir(folder);
  const client = await OfflineClient.open({
    driver: await openNodeSqlite(path.join(folder, 'device.db')),
    transport: fetchTransport(link.url),
    files: nodePhotoFiles(path.join(folder, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(path.join(folder, 'keys.json')),
  });
  try {
    await registered(client, person);
    const startedAt = performance.now();
    const figures: Figure[] = [];
    const note = (name: string, floor: string): void => {
      const seconds = (performance.now() - startedAt) / 1000;
      figures.push({
        name: `${name}, at 2 KB/s`,
        measured: `${seconds.toFixed(1)} s`,
        beside: describe(link),
        floor,
      });
    };
    client.sync.start();
    const from = addDays(lastDay, 2 - RECENT_DAYS);
    await until(() => isUsable(client, wellIds, from, lastDay));
    note(names[0], wellIds.length === OWN_WELLS ? '45 s' : '300 s');
    await until(async () => (await client.status.current()).lastSyncAt !== null);
    note(names[1], '300 s');
    return figures;
  } finally {
    await client.close();
    await link.close();
  }
}

/** The ids of the wells, the operator's own first. */
async function makeTenant(stack: Stack, session: BenchSession, lastDay: string): Promise<string[]> {
  const { items } = await session.call(endpoints.users.colleagues, {});
  const operatorId = items.find(({ role }) => role === 'OPERATOR')?.id ?? '';
  const wellIds: string[] = [];
  for (let well = 0; well < WELLS; well += 1) {
    const body = {
      name: `State ${String.fromCodePoint(65 + (well % 26))} ${well + 1}H`,
      apiNumber: apiNumber(well),
      route: `Route ${Math.floor(well / OWN_WELLS) + 1}`,
      routePosition: well % OWN_WELLS,
      operatorIds: well < OWN_WELLS ? [operatorId] : [],
    };
    const { id } = await session.call(endpoints.wells.create, { body });
    wellIds.push(id);
    for (let item = 0; item < ITEMS_A_WELL; item += 1) {
      await session.call(endpoints.equipment.create, {
        params: { wellId: id },
        body: { equipmentType: item === 0 ? 'PUMP_JACK' : 'TANK', serialNumber: `SN-${well}-${item}` },
      });
    }
  }
  const csvPath = path.join(stack.dataDir, 'thin.csv');
  await writeCsv(csvPath, { wells: WELLS, days: DAYS, lastDay });
  await session.importCsv(csvPath);
  return wellIds;
}

/** As often as it takes: the link cuts sign-ins too. */
async function registered(client: OfflineClient, person: Pull['person']): Promise<void> {
  const registration = { tenant: TENANT, ...person, deviceName: 'Thin', platform: 'ANDROID' as const };
  for (let tries = 1; ; tries += 1) {
    try {
      await client.sessions.register(registration);
      return;
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

async function isUsable(
  client: OfflineClient,
  wellIds: readonly string[],
  from: string,
  to: string,
): Promise<boolean> {
  for (const wellId of wellIds) {
    if ((await client.records.well(wellId)) === undefined) return false;
    const readings = await client.records.production(wellId, { from, to }).all();
    // The file of readings ends yesterday.
    if (readings.length < RECENT_DAYS - 1) return false;
  }
  return true;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('The link was too thin');
    await waited(LOOK_EVERY_MS);
  }
}

const describe = ({ passed: { down, up, requests, cuts } }: ThinLink): string =>
  `${Math.round(down / 1024)} KB down, ${Math.round(up / 1024)} KB up, ${cuts} of ${requests} answers cut`;

/** Numbers in [0, 1), the same in each run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
