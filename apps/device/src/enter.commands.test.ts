import { beforeAll, expect, test } from 'vitest';
import { aDeviceFolder, runDevice, WELL_ID, type DeviceFolder } from './device-folder.fixture.ts';

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
    const { code, text, complaints } = await run('enter', ...args);
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(complaints).toContain('Give a number, or leave the option out if nobody measured it');
  }
  expect(await readings()).toEqual([]);
  expect((await run('enter', 'production', ...day, '--oil', '42.5')).code).toBe(0);
  expect(await readings()).toMatchObject([{ oilVolume: 42.5, gasVolume: null, waterVolume: null }]);
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
  expect((await run('list', 'pending')).text).toContain(refused);

  for (const [args, reason] of [
    [['--set', 'oil=3'], 'no field oil. It has productionDate, oilVolume'],
    [['--set', 'oilVolume=none'], 'none is not a number'],
    [['--set', 'productionDate='], 'productionDate'],
    [['--set', 'oilVolume'], 'field=value'],
  ] as const) {
    const { code, complaints } = await run('reenter', refused, ...args);
    expect({ code, says: complaints.includes(reason) }).toEqual({ code: 1, says: true });
  }
  expect((await run('reenter', crypto.randomUUID())).complaints).toContain('refused no entry');

  const { code, text } = await run(
    'reenter',
    refused,
    '--set',
    'oilVolume=46',
    'gasVolume=',
    '--well',
    'State #1',
  );
  expect({ code, text }).toEqual({ code: 0, text: expect.stringMatching(/^Saved as /) });
  expect(await readings()).toMatchObject([{ oilVolume: 46, gasVolume: null, notes: 'meter stuck' }]);
  expect((await run('list', 'pending')).text).not.toContain(refused);
  expect((await run('reenter', refused)).code).toBe(1);
  expect((await run('reenter', '--help')).text).toContain('--set');
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
      const { code, complaints } = await runDevice(device.folder, args, { reads: 'NOTHING' });
      expect({ args, code, complaints }).toEqual({ args, code: 0, complaints: '' });
    }),
  );
});
