/** A week without a signal, and two people on one day: as programs, which are killed meanwhile, and with a real server. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aWell, type SignedInCaller } from '@wellpulse/testing';
import { isTurn, times } from '@wellpulse/testing/depth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeviceWorkshop, type DeviceProgram } from './device-program.ts';
import { Servers } from './servers.ts';

const WELL = 'Haverhill #3';
const FIRST_DAY = '2025-10-13';
/** When a program is killed: shares of the time that it needs. */
const MOMENTS = [0.5, 0.7, 0.9, 0.3, 0.6, 0.8, 1].slice(0, times(2, 7));

let servers: Servers;
let workshop: DeviceWorkshop;
let manager: SignedInCaller;
let wellId: string;
let laptop: DeviceProgram;
let phone: DeviceProgram;

// Not before a test has its turn: a file of which none has one is never told to tidy up.
beforeAll(async () => {
  [servers, workshop] = await Promise.all([Servers.start(), DeviceWorkshop.open()]);
  manager = await servers.manager();
  ({ id: wellId } = await manager.ask(endpoints.wells.create, { body: aWell({ name: WELL }) }));
  laptop = await workshop.register('laptop', servers.apiUrl);
  phone = await workshop.register('phone', servers.apiUrl);
  for (const device of [laptop, phone]) await device.succeed('sync');
});
afterAll(() => Promise.all([servers.remove(), workshop.remove()]));

const entry = (date: string, oil: number): readonly string[] => [
  ...['enter', 'production', WELL, '--date', date],
  ...['--oil', String(oil)],
];

/** A person whose program dies enters again what they can't see. */
async function enterStubbornly(device: DeviceProgram, date: string, oil: number): Promise<void> {
  for (const moment of MOMENTS) await device.run(entry(date, oil), moment);
  if (!(await shown(device)).includes(date)) await device.succeed(...entry(date, oil));
}

const shown = (device: DeviceProgram): Promise<string> => device.succeed('list', 'production', WELL);

async function syncStubbornly(device: DeviceProgram): Promise<void> {
  for (const moment of MOMENTS) await device.run(['sync'], moment);
  expect(await device.succeed('sync')).toContain('Pending: 0  refused: 0');
}

const series = () => manager.ask(endpoints.production.series, { params: { wellId }, query: {} });

test.runIf(isTurn(0, 5))('seven days entered without a server are on it after a sync', async () => {
  await servers.killApi();
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(FIRST_DAY, day));
  for (const [index, day] of days.entries()) await laptop.succeed(...entry(day, 40 + index));
  expect(await laptop.run(['sync'])).toMatchObject({
    code: 1,
    output: expect.stringContaining('Pending: 7'),
  });
  await servers.repair();
  await syncStubbornly(laptop);
  expect(await series()).toMatchObject({ dates: days, oilVolume: [40, 41, 42, 43, 44, 45, 46] });
});

test.runIf(isTurn(1, 5))(
  'one day entered on both: the conflict shows both values, and is undone',
  async () => {
    const day = addDays(FIRST_DAY, 7);
    await enterStubbornly(laptop, day, 42.5);
    await enterStubbornly(phone, day, 45);
    await syncStubbornly(laptop);
    await syncStubbornly(phone);

    const { items } = await manager.ask(endpoints.conflicts.list, { query: { wellId } });
    expect(items).toMatchObject([
      {
        productionDate: day,
        outcome: 'OVERWRITE',
        existingData: { oilVolume: 42.5 },
        existing: { deviceName: 'laptop' },
        incomingData: { oilVolume: 45 },
        incoming: { deviceName: 'phone' },
      },
    ]);
    expect((await series()).oilVolume.at(-1)).toBe(45);

    await manager.ask(endpoints.conflicts.undo, { params: { conflictId: items[0]?.id ?? '' } });
    expect((await series()).oilVolume.at(-1)).toBe(42.5);
    for (const device of [laptop, phone]) {
      await device.succeed('sync');
      expect(await shown(device)).toContain(`${day}\t42.50 bbl\t`);
    }
    expect(await servers.verifyLog()).toContain('all in order');
  },
);
