/** A working day, at random: people work, things go wrong, and everybody goes on. */
import { checkOwnEntriesVisible } from './own-entries-visible.check.ts';
import { BAD, GOOD } from '../network/link-conditions.ts';
import { carryAsFile, dealWithFailure, decide, enterProduction, workOnEquipment } from './field-work.ts';
import { correctWhatIsTakenBack } from './crossed-edits.ts';
import {
  FAULT_INJECTIONS,
  LATE_INJECTIONS,
  PHOTO_LOSING_INJECTIONS,
  RESTORING_INJECTIONS,
  ROUGH_INJECTIONS,
  type FaultInjection,
} from './fault-injections.ts';
import { assignWells, workInDashboard } from './dashboard-work.ts';
import { doWhatIsAsked, handOver } from './people.ts';
import { correctWhatWaitsForItsAuthor } from './shared-truck.ts';
import { correctWhatTheServerChokesOn, photographOverAFilter } from './stubborn-work.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;

type Deed = (world: World, device: SimulatedDevice) => Promise<void>;

const syncNow: Deed = async (_, { client }) => {
  void client?.sync.syncNow();
};

const noticeNetwork: Deed = async (_, { client, link }) => {
  client?.sync.networkChanged(!link.conditions.isDown);
};

const DEEDS: readonly Deed[] = [
  ...[enterProduction, enterProduction, enterProduction, enterProduction, enterProduction, enterProduction],
  ...[workOnEquipment, workOnEquipment, decide, dealWithFailure, carryAsFile, correctWhatIsTakenBack],
  ...[syncNow, syncNow, noticeNetwork, handOver, doWhatIsAsked, doWhatIsAsked],
];

/** In stubborn worlds. */
const STUBBORN_DEEDS: readonly Deed[] = [
  ...DEEDS,
  ...[correctWhatTheServerChokesOn, correctWhatTheServerChokesOn],
  ...[photographOverAFilter, photographOverAFilter, workOnEquipment],
];

/** In worlds with late entries. */
const LATE_DEEDS: readonly Deed[] = [
  ...DEEDS,
  ...[correctWhatWaitsForItsAuthor, correctWhatWaitsForItsAuthor, correctWhatWaitsForItsAuthor],
];

const injectionsOf = ({
  hasLateEntries,
  isRough,
  isRestored,
  losesPhotos,
}: World): readonly FaultInjection[] => {
  if (hasLateEntries) return LATE_INJECTIONS;
  if (losesPhotos) return PHOTO_LOSING_INJECTIONS;
  if (isRestored) return RESTORING_INJECTIONS;
  return isRough ? ROUGH_INJECTIONS : FAULT_INJECTIONS;
};

const deedsOf = ({ hasLateEntries, isStubborn }: World): readonly Deed[] => {
  if (hasLateEntries) return LATE_DEEDS;
  return isStubborn ? STUBBORN_DEEDS : DEEDS;
};

export async function liveThroughDay(world: World): Promise<void> {
  const { random, scheduler, devices } = world;
  for (const device of devices) await doWhatIsAskedSoon(world, device);
  await scheduler.runUntil(scheduler.now + MINUTE);
  const steps = random.whole(10, 40);
  for (let step = 0; step < steps; step += 1) {
    await scheduler.runUntil(scheduler.now + random.whole(1, random.pick([2000, 30_000, 3 * MINUTE])));
    const device = random.pick(devices);
    forget(checkOwnEntriesVisible(world, device));
    await scheduler.runUntil(scheduler.now);
    const wish = random.next();
    if (wish < 0.22) random.pick(injectionsOf(world))(world, device);
    else if (wish < 0.32) workInDashboard(world);
    else {
      if (random.isLucky(0.7)) device.start();
      forget(random.pick(deedsOf(world))(world, device));
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
  device.link.conditions = GOOD;
  await world.scheduler.runUntil(world.scheduler.now);
  forget(doWhatIsAsked(world, device));
  await world.scheduler.runUntil(world.scheduler.now + 5000);
  if (world.random.isLucky(0.5)) device.link.conditions = BAD;
}

/** Goes on by itself, or dies with its program. What a deed itself can't do (the disk failed), a person tries again. */
const forget = (deed: Promise<void>): void => void deed.catch(() => undefined);
