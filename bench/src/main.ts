/** `npm run bench`: measures, prints figures and floors side by side, and leaves nothing behind. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchChart } from './chart.bench.ts';
import { command } from './command.mjs';
import { apiNumber, LONG_WELL_API_NUMBER, writeCsv, type Plan } from './data.ts';
import { today } from './day.ts';
import { benchLinks } from './links.bench.ts';
import { benchLists } from './device/lists.bench.ts';
import { benchOffline } from './device/offline.bench.ts';
import { benchImport } from './import.bench.ts';
import { benchLaptop } from './laptop/laptop.bench.ts';
import { benchPeers, PEERS_CAVEAT } from './peers/peers.bench.ts';
import { benchPhone } from './phone/phone.bench.ts';
import { benchPhotos } from './photos.bench.ts';
import { benchQueries } from './queries.bench.ts';
import { printFigures } from './report.ts';
import { benchRecording } from './device/recording.bench.ts';
import { BenchSession } from './session.ts';
import { startStack, type Stack } from './stack.ts';
import { benchSync } from './sync/sync.bench.ts';

const { values } = parseArgs({ options: command.options });

const plan: Plan = {
  wells: Number(values.wells),
  days: Number(values.days),
  lastDay: addDays(today(), -1),
};

if (isWanted('lists')) printFigures('Lists of a device', await benchLists());
if (isWanted('recording')) printFigures('Recording on a device', await benchRecording());
if (isWanted('laptop')) await benchLaptop();
if (isWanted('phone')) await benchPhone();
if (!['lists', 'recording', 'laptop', 'phone'].includes(values.only ?? '')) await benchServer();

async function benchServer(): Promise<void> {
  const stack = await startStack();
  try {
    const session = await BenchSession.open(stack.apiUrl);
    if (isWanted('sync')) await benchSyncing(stack, session);
    if (isWanted('offline')) printFigures('Offline client', await benchOffline(stack, session));
    if (isWanted('links')) printFigures('A first pull over a thin link', await benchLinks(stack, session));
    if (isWanted('photos')) printFigures('Photos', await benchPhotos(session));
    if (isWanted('readings')) await benchReadings(stack, session);
  } finally {
    await stack.stop();
  }
}

/** `--only lists`, `recording`, `laptop`, `phone`, `sync`, `offline`, `photos`, `readings` or `links` measures that alone. */
function isWanted(part: string): boolean {
  return values.only === undefined || values.only === part;
}

/** `--peers` measures others beside it. */
async function benchSyncing(stack: Stack, session: BenchSession): Promise<void> {
  const { figures, times } = await benchSync(stack, session);
  printFigures('Sync', figures);
  if (!values.peers) return;
  printFigures('Peers of sync', await benchPeers(times));
  console.log(PEERS_CAVEAT);
}

async function benchReadings(stack: Stack, session: BenchSession): Promise<void> {
  console.log(`${plan.wells} wells x ${plan.days} days, and one well of ten years`);
  await makeWells(session);
  const csvPath = path.join(stack.dataDir, 'readings.csv');
  const rows = await writeCsv(csvPath, plan);
  printFigures('Import', await benchImport(stack, session, csvPath, rows));
  printFigures('Reads', await benchQueries(stack, await BenchSession.open(stack.apiUrl), plan));
  if (!values['no-chart']) printFigures('Chart in Chromium', await benchChart(stack, session));
}

async function makeWells(session: BenchSession): Promise<void> {
  const numbers = [...Array.from({ length: plan.wells }, (_, well) => apiNumber(well)), LONG_WELL_API_NUMBER];
  for (const [index, number] of numbers.entries()) {
    await session.call(endpoints.wells.create, {
      body: {
        name: `Bench #${index + 1}`,
        apiNumber: number,
        route: `Route ${Math.floor(index / 40) + 1}`,
        routePosition: index % 40,
      },
    });
  }
}
