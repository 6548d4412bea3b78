import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aDeviceFolder, runDevice, WELL_ID, type DeviceFolder } from './device-folder.fixture.ts';

let [broken, other]: DeviceFolder[] = [];
beforeAll(async () => {
  [broken, other] = [await aDeviceFolder(), await aDeviceFolder()];
  await broken.withClient((client) =>
    client.record({
      eventType: 'PRODUCTION_CREATED',
      aggregateId: WELL_ID,
      payload: { productionDate: '2025-03-10', oilVolume: 42.5 },
    }),
  );
});
const run = (device: DeviceFolder | undefined, passphrase: string, ...args: string[]) =>
  runDevice(device?.folder ?? '', args, { WELLPULSE_PASSPHRASE: passphrase });

test('what one device could not send is carried to another; a wrong passphrase and damage are told in words', async () => {
  const folder = broken?.folder ?? '';
  const file = join(folder, 'truck-7.wellpulse');
  expect(await run(broken, 'short', 'export', file)).toMatchObject({
    code: 1,
    errors: 'Choose a passphrase of 8 characters or more.\n',
  });
  expect((await readdir(folder)).filter((name) => name.includes('.wellpulse'))).toEqual([]);
  expect(await run(broken, 'north route seven', 'export', file)).toMatchObject({
    code: 0,
    output: `Wrote 1 events and 0 photos to ${file}\n`,
  });

  expect(await run(other, 'south route seven', 'import', file)).toMatchObject({
    code: 1,
    errors: 'The passphrase is wrong.\n',
  });
  const cut = join(folder, 'cut.wellpulse');
  await writeFile(cut, (await readFile(file)).subarray(0, -1));
  expect(await run(other, 'north route seven', 'import', cut)).toMatchObject({
    code: 1,
    errors: 'This file is cut off or damaged. Copy it again from the device that made it.\n',
  });
  expect(await run(other, 'north route seven', 'import', file)).toMatchObject({
    code: 0,
    output: 'Took over 1 events and 0 photos of Truck 7; 0 were here already\n',
  });
  const readings = await other?.withClient((client) => client.records.production(WELL_ID).all());
  expect(readings).toMatchObject([{ oilVolume: 42.5, isPending: true }]);
});
