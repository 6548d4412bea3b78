/** Nothing that was said to be saved is ever lost, whatever breaks, and wherever. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dayOfSeed, times } from '@wellpulse/testing/depth';
import type { OfflineClient } from './offline-client.ts';
import { aDevice, aFolder, recordOil, WELL_ID } from './offline-client.fixture.ts';
import { openNodeSqlite } from './node/index.ts';
import { breakingDriver, PowerLoss, PowerSupply } from './testing/breaking-driver.ts';

/** What a pumper does in a morning; remembers what was said to be saved. */
async function aMorning(client: OfflineClient, saved: string[]): Promise<void> {
  saved.push((await recordOil(client, 40, '2025-10-18')).id);
  await client.sync.syncNow();
  saved.push((await recordOil(client, 41, '2025-10-19')).id);
  const recorded = await client.record({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: WELL_ID,
    payload: { productionDate: '2025-10-18', oilVolume: 39 },
  });
  if (recorded.ok) saved.push(recorded.event.id);
  await client.sync.syncNow();
}

const onPowerLoss = (error: unknown): void => {
  if (!(error instanceof PowerLoss)) throw error;
};

// Holds S1.

/** Every fifth step in turn, so that five days play all of them; each of them in `npm run test:deep`. */
const STRIDE = times(5, 1);

test('a device may lose its power between any two steps: no entry and no number is lost', async () => {
  let step = 1 + (dayOfSeed % STRIDE);
  for (let isDone = false; !isDone; step += STRIDE) {
    const { client, server, clock, reopen } = await aDevice();
    await client.close();
    const supply = new PowerSupply(step);
    const saved: string[] = [];
    const broken = await reopen((driver) => breakingDriver(driver, supply)).catch(onPowerLoss);
    if (broken !== undefined) {
      await aMorning(broken, saved).catch(onPowerLoss);
      await broken.close();
    }
    isDone = !supply.isLost;

    clock.advance(60_000);
    const again = await reopen();
    await again.sync.syncNow();
    const log = (await again.events.list().all()).reverse();
    expect(log.map(({ event }) => event.deviceSequence)).toEqual(log.map((_, index) => index + 1));
    expect(log.every(({ status }) => status === 'SYNCED')).toBe(true);
    expect(log.map(({ event }) => event.id)).toEqual(expect.arrayContaining(saved));
    expect(server.events.map(({ id }) => id)).toEqual(log.map(({ event }) => event.id));
    const rows = await again.records.production(WELL_ID).all();
    for (const row of rows) {
      expect(server.records.production(WELL_ID, row.productionDate)?.oilVolume).toBe(row.oilVolume);
      expect(row.isPending).toBe(false);
    }
  }
  expect(step).toBeGreaterThan(100);
});

// Holds S1.

test('a program that is killed while it records has everything that it had said to be saved', async () => {
  const { client, folder } = await aDevice(undefined, { folder: aFolder() });
  await client.close();
  const program = fileURLToPath(new URL('./node/record-forever.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, [program, join(folder, 'device.db')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (printed.length === 100) child.kill('SIGKILL');
  }
  await exited;

  const driver = await openNodeSqlite(join(folder, 'device.db'));
  const rows = await driver.query('SELECT id, device_sequence FROM event_log ORDER BY position');
  expect(printed.length).toBeGreaterThanOrEqual(100);
  expect(rows.map((row) => row['id'])).toEqual(expect.arrayContaining(printed));
  expect(rows.map((row) => row['device_sequence'])).toEqual(rows.map((_, index) => index + 1));
  expect(await driver.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await driver.close();
});
