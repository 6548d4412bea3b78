/** A working day, at random: people work, things go wrong, and everybody goes on. */
import { look } from '../checks/sight.ts';
import { BAD, GOOD } from '../network/weather.ts';
import { carryAsFile, dealWithFailure, decide, enterProduction, workOnEquipment } from './field-work.ts';
import { MISHAPS } from './mishaps.ts';
import { assignWells, workInOffice } from './office-work.ts';
import { doWhatIsAsked, handOver } from './people.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;

type Deed = (world: World, device: SimulatedDevice) => Promise<void>;

const syncNow: Deed = async (_, { field }) => {
  void field?.sync.syncNow();
};

const noticeNetwork: Deed = async (_, { field, link }) => {
  field?.sync.networkChanged(!link.weather.isDown);
};

const DEEDS: readonly Deed[] = [
  ...[enterProduction, enterProduction, enterProduction, enterProduction, enterProduction, enterProduction],
  ...[workOnEquipment, workOnEquipment, decide, dealWithFailure, carryAsFile],
  ...[syncNow, syncNow, noticeNetwork, handOver, doWhatIsAsked, doWhatIsAsked],
];

export async function liveThroughDay(world: World): Promise<void> {
  const { random, scheduler, devices } = world;
  for (const device of devices) await doWhatIsAskedSoon(world, device);
  await scheduler.runUntil(scheduler.now + MINUTE);
  const steps = random.whole(10, 40);
  for (let step = 0; step < steps; step += 1) {
    await scheduler.runUntil(scheduler.now + random.whole(1, random.pick([2000, 30_000, 3 * MINUTE])));
    const device = random.pick(devices);
    forget(look(world, device));
    await scheduler.runUntil(scheduler.now);
    const wish = random.next();
    if (wish < 0.22) random.pick(MISHAPS)(world, device);
    else if (wish < 0.32) workInOffice(world);
    else {
      if (random.isLucky(0.7)) device.start();
      forget(random.pick(DEEDS)(world, device));
    }
  }
}

/** The next morning, when everything works: devices change hands, and everybody enters something. */
export async function enterOnceMore(world: World): Promise<void> {
  for (const device of world.devices) {
    forget(handOver(world, device));
    await world.scheduler.runUntil(world.scheduler.now + 1000);
    forget(enterProduction(world, device));
    await world.scheduler.runUntil(world.scheduler.now + 1000);
  }
}

/** The evening before, some wells get other people. */
export function planNextDay(world: World): void {
  for (let count = world.random.whole(0, 3); count > 0; count -= 1) assignWells(world);
}

/** A first sign-in happens where there is a network. */
async function doWhatIsAskedSoon(world: World, device: SimulatedDevice): Promise<void> {
  device.link.weather = GOOD;
  await world.scheduler.runUntil(world.scheduler.now);
  forget(doWhatIsAsked(world, device));
  await world.scheduler.runUntil(world.scheduler.now + 5000);
  if (world.random.isLucky(0.5)) device.link.weather = BAD;
}

/** Goes on by itself, or dies with its program. What a deed itself can't do (the disk failed), a person tries again. */
const forget = (deed: Promise<void>): void => void deed.catch(() => undefined);
