/** A disk that is full while a damaged database is made anew: nothing is left out, and the repair succeeds once there is room. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDatabaseFile } from '../node/index.ts';
import { aDevice, DAY, recordOil } from '../offline-client.fixture.ts';
import type { DatabaseFile } from '../ports/database-file.ts';
import type { SqliteDriver, SqliteExecutor } from '../ports/sqlite.ts';
import { StorageError, type StorageProblem } from '../ports/storage-error.ts';
import { repairingDriver } from './repairing-driver.ts';

/** A driver that refuses the statements that `refuses` picks. */
function refusing(
  driver: SqliteDriver,
  problem: StorageProblem,
  refuses: (sql: string) => boolean,
): SqliteDriver {
  const guarded = (executor: SqliteExecutor): SqliteExecutor => {
    const guard = async <Result>(sql: string, act: () => Promise<Result>): Promise<Result> => {
      if (refuses(sql)) throw new StorageError(problem, 'refused');
      return act();
    };
    return {
      execute: (sql, params) => guard(sql, () => executor.execute(sql, params)),
      query: (sql, params) => guard(sql, () => executor.query(sql, params)),
    };
  };
  return {
    ...guarded(driver),
    transaction: (run) => driver.transaction((tx) => run(guarded(tx))),
    close: () => driver.close(),
  };
}

const isEntry = (sql: string): boolean => /^insert.*\bevent_log\b/i.test(sql);
const namesWells = (sql: string): boolean => /\bwells\b/.test(sql);

/**
 * A device with one entry, whose disk is damaged where its wells stand, and full. `replace` makes its database anew; whatever it does
 * about the disk is up to it.
 */
async function aDamagedDevice(
  replace: (file: DatabaseFile, fill: Parameters<DatabaseFile['replace']>[0], disk: Disk) => Promise<boolean>,
) {
  const device = await aDevice();
  await recordOil(device.client, 40, DAY);
  await device.client.close();
  const real = nodeDatabaseFile(join(device.folder, 'device.db'));
  const disk: Disk = { isFull: true, isDamaged: true };
  const file: DatabaseFile = {
    open: async () => refusing(await real.open(), 'DAMAGED', (sql) => disk.isDamaged && namesWells(sql)),
    pages: () => real.pages(),
    replace: (fill) => replace(real, fill, disk),
  };
  const driver = await repairingDriver(file, device.clock);
  return { disk, driver, askForWells: () => driver.query('SELECT name FROM wells') };
}

interface Disk {
  isFull: boolean;
  isDamaged: boolean;
}

test('a repair that meets a full disk loses no entry, and does not count as one', async () => {
  const { disk, driver, askForWells } = await aDamagedDevice(async (file, fill, now) => {
    const isReplaced = await file.replace((fresh) =>
      fill(refusing(fresh, 'FULL', (sql) => now.isFull && isEntry(sql))),
    );
    now.isDamaged = false;
    return isReplaced;
  });
  for (let turn = 0; turn < 5; turn += 1) {
    await expect(askForWells()).rejects.toMatchObject({ problem: 'FULL' });
  }
  disk.isFull = false;
  expect(await askForWells()).toHaveLength(1);
  expect(await driver.query('SELECT id FROM event_log')).toHaveLength(1);
  await driver.close();
});

test('a repair that breaks off when all is written goes on with what is there', async () => {
  const { disk, driver, askForWells } = await aDamagedDevice((file, fill, now) =>
    file.replace(async (fresh) => {
      await fill(fresh);
      if (now.isFull) throw new StorageError('FULL', 'No space left');
      now.isDamaged = false;
    }),
  );
  await expect(askForWells()).rejects.toMatchObject({ problem: 'FULL' });
  // What is no damaged table is there as before.
  expect(await driver.query('SELECT id FROM event_log')).toHaveLength(1);
  await expect(askForWells()).rejects.toMatchObject({ problem: 'FULL' });
  disk.isFull = false;
  expect(await askForWells()).toHaveLength(1);
  await driver.close();
});
