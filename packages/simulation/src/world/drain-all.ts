/** Everything works again, and everybody does what their app asks for, until nothing is left to be done. */
import type { LoggedEvent } from '@wellpulse/offline';
import type { Saved } from './ledger.ts';
import { doWhatIsAsked } from './people.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
/** The longest that an app waits by itself is an hour. */
const PATIENCE_MS = 70 * MINUTE;
/** Every app syncs within this, though nobody asks for it. */
const INTERVAL_MS = 6 * MINUTE;

/** Returns the devices that don't come to rest. */
export async function drainAll(world: World): Promise<readonly SimulatedDevice[]> {
  const { scheduler, devices, trace } = world;
  trace.add('world', 'everything works again');
  world.endFaultInjection();
  const deadline = scheduler.now + PATIENCE_MS;
  let restless: readonly SimulatedDevice[] = devices;
  let quietSince = scheduler.now;
  // What one device pushed, the others hear of with their next sync.
  while (scheduler.now < deadline && scheduler.now - quietSince < INTERVAL_MS) {
    for (const device of devices) void doWhatIsAsked(world, device).catch(() => undefined);
    await scheduler.runUntil(scheduler.now + MINUTE);
    restless = await restlessOf(world);
    if (restless.length > 0) quietSince = scheduler.now;
  }
  return restless;
}

async function restlessOf(world: World): Promise<SimulatedDevice[]> {
  const restless: SimulatedDevice[] = [];
  for (const device of world.devices) if (!(await isAtRest(world, device))) restless.push(device);
  return restless;
}

async function isAtRest(world: World, device: SimulatedDevice): Promise<boolean> {
  const { client } = device;
  const status = await device.status();
  if (client === null || status === null) return false;
  if (status.stopped !== null || status.needsSignIn) return false;
  const pending = await client.events.list({ status: 'PENDING' }).all();
  if (!pending.every((entry) => waitsForServer(world, entry, pending))) return false;
  return world.ledger.of(device.name).every((saved) => photosArrived(world, saved));
}

/** It hits a defect of the server, or follows one that does. */
export function waitsForServer(
  { server }: World,
  { event }: LoggedEvent,
  pending: readonly LoggedEvent[],
): boolean {
  const aggregates = pending.filter((entry) => server.isPoison(entry.event.id));
  return aggregates.some((entry) => entry.event.aggregateId === event.aggregateId);
}

/** Its photos are stored, or can't be: its item is gone, the server hasn't the entry, or the device forgot it. */
export function photosArrived({ server }: World, { event, photoBytes, forgottenAt }: Saved): boolean {
  if (photoBytes.size === 0 || forgottenAt !== null) return true;
  const said = server.batches.kept.get(event.id)?.outcome.result;
  if (said !== 'SYNCED' && said !== 'CONFLICT') return true;
  const { equipment, photos } = server.store.begin();
  if (equipment.get(event.aggregateId)?.deleted !== false) return true;
  const stored = photos
    .all()
    .flatMap(({ id, aliasIds, equipmentId, state }) =>
      equipmentId === event.aggregateId && state === 'STORED' ? [id, ...aliasIds] : [],
    );
  return [...photoBytes.keys()].every((photoId) => stored.includes(photoId));
}
