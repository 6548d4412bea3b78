/**
 * Work of which one thing cannot pass while others wait behind it. By chance that hardly ever happens, so some worlds have more
 * of it.
 */
import { recordKeyOf } from '@wellpulse/domain';
import { DOWN, GOOD } from '../network/link-conditions.ts';
import { NOTHING } from '../network/swallowing.ts';
import { short } from '../chance/trace.ts';
import { enterProduction, logRepair } from './field-work.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;

/** Two entries on one record go out together. For a while the first one hits a defect of the server. */
export async function correctWhatTheServerChokesOn(world: World, device: SimulatedDevice): Promise<void> {
  const { random, scheduler, server, ledger, trace } = world;
  device.link.conditions = DOWN;
  const before = ledger.of(device.name).length;
  for (let count = random.whole(3, 6); count > 0; count -= 1) await enterProduction(world, device);
  const entered = ledger.of(device.name).slice(before);
  const first = entered.find(({ event }, index) =>
    entered.slice(index + 1).some((later) => recordKeyOf(later.event) === recordKeyOf(event)),
  );
  device.link.conditions = GOOD;
  if (first === undefined) return;
  server.poison.set(first.event.id, scheduler.now + random.whole(1, 20) * MINUTE);
  trace.add('server', `${short(first.event.id)} is poison`);
  void device.client?.sync.syncNow();
}

/** Several photos wait, and something on the way swallows the first of them. */
export async function photographOverAFilter(world: World, device: SimulatedDevice): Promise<void> {
  device.link.swallowing = { ...NOTHING, oddPhotos: true };
  device.link.conditions = GOOD;
  world.trace.add(device.name, 'its link swallows odd photos');
  await logRepair(world, device, [1, 2, 4]);
  void device.client?.sync.syncNow();
}
