/** A program that runs for long makes its data anew whenever it is damaged; a disk that spoils all it is given is said. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { DeviceDatabase } from '../database/device-database.ts';
import { Drafts } from '../drafts.ts';
import { nodeDatabaseFile } from '../node/index.ts';
import { aFolder } from '../offline-client.fixture.ts';
import type { DatabaseFile } from '../ports/database-file.ts';
import { instantOf } from '../ports/ids.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { repairingDriver } from './repairing-driver.ts';

const HOUR = 60 * 60 * 1000;
const SAVED_AT = '2025-10-20T14:30:00.000Z';

/** Drafts in a real file, of which `corrupt` makes one unreadable. `afterRepair` is called whenever the file was made anew. */
async function aProgram(afterRepair: (corrupt: () => void) => void = () => undefined) {
  const path = join(aFolder(), 'device.db');
  const clock = new FakeClock();
  const corrupt = (): void => {
    const database = new DatabaseSync(path);
    database.prepare(`INSERT OR REPLACE INTO drafts VALUES ('form', '{"oil', ?)`).run(SAVED_AT);
    database.close();
  };
  let repairs = 0;
  const real = nodeDatabaseFile(path);
  const file: DatabaseFile = {
    ...real,
    replace: async (fill) => {
      const isReplaced = await real.replace(fill);
      repairs += 1;
      afterRepair(corrupt);
      return isReplaced;
    },
  };
  const database = await DeviceDatabase.open(await repairingDriver(file, clock), instantOf(clock.now()));
  return { clock, corrupt, database, drafts: new Drafts(database, clock), repairs: () => repairs };
}

/** The simulation's seed 208251608 met four of them in seventeen minutes. */
test('a program that meets a damage now and then makes its data anew each time', async () => {
  const { clock, corrupt, database, drafts, repairs } = await aProgram();
  await drafts.save('kept', { oilVolume: '4' });
  for (let damage = 1; damage <= 8; damage += 1) {
    corrupt();
    expect(await drafts.load('form')).toBeUndefined();
    expect(await drafts.load('kept')).toEqual({ oilVolume: '4' });
    expect(repairs()).toBe(damage);
    clock.advance(HOUR);
  }
  await database.close();
});

test('a disk that spoils again what was made anew is said, and nothing more is written to it', async () => {
  const { clock, corrupt, database, drafts, repairs } = await aProgram((again) => again());
  corrupt();
  await expect(drafts.load('form')).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  const tried = repairs();
  expect(tried).toBe(3);
  for (let turn = 0; turn < 3; turn += 1) {
    clock.advance(HOUR);
    await expect(drafts.load('form')).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  }
  expect(repairs()).toBe(tried);
  await database.close();
});

test('so is one that spoils it shortly after each repair', async () => {
  const { clock, corrupt, database, drafts, repairs } = await aProgram();
  for (let damage = 1; damage <= 3; damage += 1) {
    corrupt();
    expect(await drafts.load('form')).toBeUndefined();
    clock.advance(1000);
  }
  corrupt();
  await expect(drafts.load('form')).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  expect(repairs()).toBe(3);
  await database.close();
});
