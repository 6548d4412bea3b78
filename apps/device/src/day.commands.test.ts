import { addDays } from '@wellpulse/domain';
import { beforeAll, expect, test } from 'vitest';
import { aDeviceFolder, runDevice, WELL_ID, type DeviceFolder } from './device-folder.fixture.ts';

const DATE = '2025-03-10';
let device: DeviceFolder;
beforeAll(async () => {
  device = await aDeviceFolder();
  await device.withClient(async (client) => {
    for (const [productionDate, oilVolume] of [
      [addDays(DATE, -1), 40],
      [DATE, 42.5],
    ] as const) {
      const payload = { productionDate, oilVolume };
      await client.record({ eventType: 'PRODUCTION_CREATED', aggregateId: WELL_ID, payload });
    }
    await client.record({
      eventType: 'EQUIPMENT_CREATED',
      aggregateId: crypto.randomUUID(),
      payload: {
        wellId: WELL_ID,
        equipmentType: 'PUMP_JACK',
        serialNumber: 'PJ-1',
        installationDate: '2025-01-01',
        serviceIntervalDays: 10,
      },
    });
  });
});
const list = (...args: string[]) => runDevice(device.folder, ['list', ...args]);

test('what is due is listed with its day and place', async () => {
  const { code, output } = await list('due');
  expect(code).toBe(0);
  expect(output).toMatch(/^2025-01-11\t[\d,]+ days overdue\tPump jack PJ-1\tState #1\tNorth\tnot synced\n$/);
  expect((await list('due', '--route', 'South')).output).toBe('');
  expect((await list('due', '--status', 'DUE_SOON')).output).toBe('');
});

test('the day sheet shows the day beside the one before, and what is missing', async () => {
  const { output } = await list('day-sheet', '--date', DATE);
  expect(output).toBe('North\tState #1\tActive\t42.50 bbl — —\tday before: 40.00 bbl — —\tnot synced\n');
  expect((await list('day-sheet', '--date', addDays(DATE, 1), '--route', 'North')).output).toBe(
    'North\tState #1\tActive\tmissing\tday before: 42.50 bbl — —\t\n',
  );
});

test('completeness is told by route', async () => {
  expect((await list('completeness', '--date', DATE)).output).toMatch(
    /^North\t1 of 1\t\d+ \w{3} \d{4}, \d+:\d\d\n$/,
  );
  expect((await list('completeness', '--date', addDays(DATE, 1))).output).toBe('North\t0 of 1\t\n');
});

test('each command says what it does, and refuses what is no day or no standing', async () => {
  for (const name of ['due', 'day-sheet', 'completeness']) {
    const { code, output } = await list(name, '--help');
    expect(code).toBe(0);
    expect(output).toContain(`list ${name}`);
  }
  for (const args of [['due', '--status', 'LATE'], ['day-sheet', '--date', 'yesterday'], ['completeness']]) {
    const { code, output, errors } = await list(...args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors.split('\n')).toHaveLength(2);
  }
});
