/**
 * Recording on this disk, and what a device's own events take there. The server takes everything and has a hundred wells, so that
 * nothing is measured except the device. The size is told without the tables that mirror the server.
 */
import { OfflineClient } from '@wellpulse/offline';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { milliseconds, summary } from '../measure.ts';
import { recordReadings } from './record-readings.ts';
import { takesEverything, WELLS, wellId } from './takes-everything.ts';
import type { Figure } from '../report.ts';
import { timeBareRows } from './bare-rows.ts';

const SIZES = [1_000, 10_000, 100_000];
const SIZE_FLOORS: Readonly<Record<number, string>> = { 1_000: '2 MB', 100_000: '150 MB' };
const MIRRORS = ['wells', 'production_data', 'equipment', 'equipment_maintenance', 'conflicts', 'alerts'];

export async function benchRecording(sizes: readonly number[] = SIZES): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-recording-'));
  const file = path.join(folder, 'device.db');
  const client = await OfflineClient.open({
    driver: await openNodeSqlite(file),
    transport: takesEverything,
    files: nodePhotoFiles(path.join(folder, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(path.join(folder, 'keys.json')),
  });
  try {
    await client.sessions.register({
      tenant: 'acme',
      email: 'operator@acme.example',
      password: 'wellpulse-demo',
      deviceName: 'Bench',
      platform: 'ELECTRON',
    });
    await client.sync.syncNow();
    const figures: Figure[] = [];
    let recorded = 0;
    for (const size of sizes) {
      figures.push(await measureRecording(client, recorded, size, (await timeBareRows(folder, 300)).p50));
      recorded = size;
      await client.sync.syncNow();
      figures.push(await measureSize(file, size));
    }
    return figures;
  } finally {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureRecording(
  client: OfflineClient,
  first: number,
  end: number,
  bare: number,
): Promise<Figure> {
  const { p50, p95 } = summary(
    await recordReadings(client, first, end, (reading) => ({
      wellId: wellId(reading % WELLS),
      day: Math.floor(reading / WELLS),
    })),
  );
  return {
    name: `Record an entry, up to ${end.toLocaleString('en')} in the log`,
    measured: `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`,
    beside: `a bare row committed alone p50 ${milliseconds(bare)} (${(p50 / bare).toFixed(1)} times)`,
    floor: '10 ms',
  };
}

/** Pages of the file that hold no row of a mirror, and what SQLite keeps beside the file. */
async function measureSize(file: string, events: number): Promise<Figure> {
  const database = new DatabaseSync(file, { readOnly: true });
  const bytes = (condition: string): number =>
    Number(
      database
        .prepare(
          `SELECT coalesce(sum(stat.pgsize), 0) AS bytes FROM dbstat AS stat
           JOIN sqlite_schema AS known ON known.name = stat.name WHERE known.tbl_name ${condition}`,
        )
        .get()?.['bytes'],
    );
  const mirrors = MIRRORS.map((name) => `'${name}'`).join(', ');
  const own = bytes(`NOT IN (${mirrors})`);
  const log = bytes(`= 'event_log'`);
  database.close();
  if (log === 0) throw new Error('The log has no size');
  return {
    name: `Own data on the device at ${events.toLocaleString('en')} settled entries`,
    measured: `${megabytes(own)}, ${Math.round(log / events)} bytes an entry`,
    beside: '-',
    floor: SIZE_FLOORS[events] ?? '-',
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
