import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aDeviceFolder, runDevice, runPiped, WELL_ID, type DeviceFolder } from './device-folder.fixture.ts';

let device: DeviceFolder;
beforeAll(async () => {
  device = await aDeviceFolder();
});
const run = (...args: string[]) => runDevice(device.folder, args);
const readings = () => device.withClient((client) => client.records.production(WELL_ID).all());

test('a blank is refused in one sentence, and never becomes 0', async () => {
  const day = ['State #1', '--date', '2025-03-10'];
  for (const args of [
    ['production', ...day, '--oil='],
    ['production', ...day, '--oil', '42.5', '--gas', ' '],
    ['correction', ...day, '--water='],
  ]) {
    const { code, output, errors } = await run('enter', ...args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain('Give a number, or leave the option out if nobody measured it');
  }
  expect(await readings()).toEqual([]);
  expect((await run('enter', 'production', ...day, '--oil', '42.5')).code).toBe(0);
  expect(await readings()).toMatchObject([{ oilVolume: 42.5, gasVolume: null, waterVolume: null }]);
});

test('pictures go with a reading, and none of them stay behind if it is not saved', async () => {
  const { folder, withClient } = await aDeviceFolder();
  const picture = join(folder, 'gauge.jpg');
  await writeFile(picture, 'the gauge');
  const reading = ['production', 'State #1', '--date', '2025-10-20', '--oil', '42.5', '--photo', picture];
  expect((await runDevice(folder, ['enter', ...reading])).code).toBe(0);
  expect((await runDevice(folder, ['enter', ...reading])).errors).toContain('PRODUCTION_EXISTS');
  await withClient(async (client) => {
    const [row] = await client.records.production(WELL_ID).all();
    expect(row?.photoHashes).toHaveLength(1);
    expect(await client.status.current()).toMatchObject({ pendingEvents: 1, waitingPhotos: 1 });
  });
  expect(await readdir(join(folder, 'photos'))).toHaveLength(1);
});

test('an entry that the server refused is entered anew, with changes', async () => {
  const refused = await device.withClient(async (client) => {
    device.server.judge = ({ eventType }) =>
      eventType === 'PRODUCTION_UPDATED' ? { code: 'VALIDATION_FAILED', retryable: false } : undefined;
    const recorded = await client.record({
      eventType: 'PRODUCTION_UPDATED',
      aggregateId: WELL_ID,
      payload: { productionDate: '2025-03-10', oilVolume: 45, gasVolume: 100, notes: 'meter stuck' },
    });
    await client.sync.syncNow();
    return recorded.ok ? recorded.event.id : '';
  });
  expect((await run('list', 'pending')).output).toContain(refused);

  for (const [args, reason] of [
    [['--set', 'oil=3'], 'no field oil. It has productionDate, oilVolume'],
    [['--set', 'oilVolume=none'], 'none is not a number'],
    [['--set', 'productionDate='], 'productionDate'],
    [['--set', 'oilVolume'], 'field=value'],
  ] as const) {
    const { code, errors } = await run('reenter', refused, ...args);
    expect({ code, says: errors.includes(reason) }).toEqual({ code: 1, says: true });
  }
  expect((await run('reenter', crypto.randomUUID())).errors).toContain('refused no entry');

  const { code, output } = await run(
    'reenter',
    refused,
    '--set',
    'oilVolume=46',
    'gasVolume=',
    '--well',
    'State #1',
  );
  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^Saved as /) });
  expect(await readings()).toMatchObject([{ oilVolume: 46, gasVolume: null, notes: 'meter stuck' }]);
  expect((await run('list', 'pending')).output).not.toContain(refused);
  expect((await run('reenter', refused)).code).toBe(1);
  expect((await run('reenter', '--help')).output).toContain('--set');
});

test('each list ends quietly when nobody reads any more', async () => {
  const lists = [
    ['wells'],
    ['production', 'State #1'],
    ['equipment', 'State #1'],
    ['pending'],
    ['events'],
    ['archived'],
    ['due'],
    ['day-sheet', '--date', '2025-03-10'],
    ['completeness', '--date', '2025-03-10'],
  ];
  await Promise.all(
    [...lists.map((list) => ['list', ...list]), ['status']].map(async (args) => {
      const { code, errors } = await runPiped(device.folder, args, 'NOTHING');
      expect({ args, code, errors }).toEqual({ args, code: 0, errors: '' });
    }),
  );
});
