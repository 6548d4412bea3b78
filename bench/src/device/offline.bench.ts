/** The offline client on this disk: recording, its own log, its size, and syncing with the real API. */
import { endpoints } from '@wellpulse/contracts';
import { OfflineClient } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { milliseconds, summary, timeOnce, timeRepeated } from '../measure.ts';
import { recordReadings } from './record-readings.ts';
import type { Figure } from '../report.ts';
import type { BenchSession } from '../session.ts';
import { MANAGER, TENANT, type Stack } from '../stack.ts';

const SIZES = [100, 1_000, 10_000, 100_000];
/** Days of one well; no day may lie ahead. */
const DAYS_A_WELL = 10_000;
/** From here on the size is told. */
const SIZED_FROM = 1_000;

export async function benchOffline(stack: Stack, session: BenchSession): Promise<Figure[]> {
  const wellIds: string[] = [];
  for (let well = 0; well * DAYS_A_WELL < Math.max(...SIZES); well += 1) {
    const body = { name: `Field #${well + 1}`, apiNumber: `42-165-${60_001 + well}` };
    wellIds.push((await session.call(endpoints.wells.create, { body })).id);
  }
  const folder = path.join(stack.dataDir, 'device');
  await mkdir(folder);
  const open = async (): Promise<OfflineClient> =>
    OfflineClient.open({
      driver: await openNodeSqlite(path.join(folder, 'device.db')),
      transport: fetchTransport(stack.apiUrl),
      files: nodePhotoFiles(path.join(folder, 'photos')),
      clock: nodeClock,
      keys: nodePersonKeys(path.join(folder, 'keys.json')),
    });
  const client = await open();
  await client.sessions.register({ tenant: TENANT, ...MANAGER, deviceName: 'Bench', platform: 'ELECTRON' });
  await client.sync.syncNow();
  const figures: Figure[] = [];
  let recorded = 0;
  for (const size of SIZES) {
    const pending = size - recorded;
    const times = summary(
      await recordReadings(client, recorded, size, (reading) => ({
        wellId: wellIds[Math.floor(reading / DAYS_A_WELL)] ?? '',
        day: reading % DAYS_A_WELL,
      })),
    );
    recorded = size;
    figures.push(
      {
        name: `Record an event, up to ${size.toLocaleString('en')} in the log`,
        measured: `p50 ${milliseconds(times.p50)}, p95 ${milliseconds(times.p95)}`,
        beside: '-',
        floor: '10 ms',
      },
      await measureSync(client, pending),
      await measureQuery(client, Math.min(size, 1_000)),
    );
    if (size >= SIZED_FROM) figures.push(await measureSize(folder, size));
  }
  await client.close();
  const opening = await timeOnce(async () => {
    const again = await open();
    await again.status.current();
    await again.close();
  });
  figures.push({
    name: `Open with ${recorded.toLocaleString('en')} events`,
    measured: milliseconds(opening),
    beside: '-',
    floor: '3,000 ms',
  });
  return figures;
}

async function measureSync(client: OfflineClient, pending: number): Promise<Figure> {
  const time = await timeOnce(() => client.sync.syncNow());
  const left = (await client.pendingList().all()).length;
  if (left > 0) throw new Error(`${left} entries were not sent: ${client.sync.state.trouble?.code ?? ''}`);
  return {
    name: `Send ${pending.toLocaleString('en')} of them and fetch what changed`,
    measured: milliseconds(time),
    beside: '-',
    floor: pending === 100 ? '10,000 ms' : '-',
  };
}

async function measureQuery(client: OfflineClient, limit: number): Promise<Figure> {
  const { p50, p95 } = await timeRepeated(20, () => client.events.list().page({ limit }));
  return {
    name: `Read ${limit.toLocaleString('en')} events of the log`,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
    beside: '-',
    floor: '50 ms',
  };
}

async function measureSize(folder: string, events: number): Promise<Figure> {
  const files = (await readdir(folder)).filter((name) => name.startsWith('device.db'));
  const sizes = await Promise.all(files.map(async (name) => (await stat(path.join(folder, name))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return {
    name: `The device's database at ${events.toLocaleString('en')} events`,
    measured: `${(bytes / 1024 / 1024).toFixed(1)} MiB`,
    beside: '-',
    floor: '100 MB at 1,000',
  };
}
