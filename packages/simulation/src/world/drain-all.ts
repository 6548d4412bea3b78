/** Everything works again, and everybody does what their app asks for, until nothing is left to be done. */
import { ownerOf } from '@wellpulse/domain';
import type { LoggedEvent, OfflineClient } from '@wellpulse/offline';
import { NOTHING, swallowsEvent, swallowsPhoto } from '../network/swallowing.ts';
import { isBehind } from './behind.ts';
import type { Saved } from './ledger.ts';
import { CREW } from '../server/tenant.ts';
import { doWhatIsAsked } from './people.ts';
import { shownBy } from './shown.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
/** The longest that an app waits by itself is an hour. */
const PATIENCE_MS = 70 * MINUTE;
/** After this no device brings any more of what a server lost. */
const ALL_CAME_MS = 15 * MINUTE;
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
  scheduler.after(ALL_CAME_MS, () => {
    world.server.closeLineage();
  });
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
  if (client === null || (await isLeftDamaged(world, device, client))) return false;
  const status = await device.status();
  if (status === null || status.stopped !== null || status.needsSignIn) return false;
  const pending = await client.events.list({ status: 'PENDING' }).all();
  if (!pending.every(await waitsForGood(world, device))) return false;
  return world.ledger.of(device.name).every((saved) => photosArrived(world, saved, pending));
}

/** Whether a person who looks at everything meets a page that can't be read and is not made anew. Others do no harm. */
async function isLeftDamaged(
  world: World,
  { disk }: SimulatedDevice,
  client: OfflineClient,
): Promise<boolean> {
  if (!disk.isDamaged()) return false;
  const before = disk.damageMet;
  await shownBy(client, world).catch(() => undefined);
  return disk.isDamaged() && disk.damageMet > before;
}

/**
 * Tells of an entry whether it waits for good. It hits a defect of the server, or its device's link swallows it. Or somebody who
 * left would have to sign it anew. What follows such an entry on its record waits too.
 */
export async function waitsForGood(
  { server }: World,
  device: SimulatedDevice,
): Promise<(entry: LoggedEvent) => boolean> {
  const pending = (await device.client?.events.list({ status: 'PENDING' }).all()) ?? [];
  const awaited = (await device.status())?.awaitedPeople ?? [];
  const leavers = CREW.filter(
    (person) => !server.isEmployed(person) && awaited.some(({ id }) => id === person.id),
  );
  const stuck = pending.filter(
    ({ event: { id, userId, deviceSequence } }) =>
      server.isPoison(id) ||
      swallowsEvent(device.link.swallowing, { deviceSequence }) ||
      leavers.some((person) => person.id === userId),
  );
  return ({ event }) => stuck.some(({ event: other }) => other.id === event.id || isBehind(event, other));
}

/**
 * Its photos are stored, or can't be: its item or well is gone, the server hasn't the entry, the device forgot it, or its link swallows
 * them. Or the entry is one of `waiting`, which wait on the device for good: the server took it, the answer was lost, and the link
 * swallows the entry since. A photo follows what its device knows as taken.
 */
export function photosArrived(
  { server, devices }: World,
  { event, photoBytes, forgottenAt, device }: Saved,
  waiting: readonly LoggedEvent[],
): boolean {
  const swallowing = devices.find(({ name }) => name === device)?.link.swallowing ?? NOTHING;
  if (photoBytes.size === 0 || forgottenAt !== null) return true;
  if (waiting.some((entry) => entry.event.id === event.id)) return true;
  const said = server.batches.kept.get(event.id)?.outcome.result;
  if (said !== 'SYNCED' && said !== 'CONFLICT') return true;
  if (isOwnerGone(server, event.aggregateId)) return true;
  const stored = server.store
    .begin()
    .photos.all()
    .flatMap(({ id, aliasIds, state, ...photo }) =>
      ownerOf(photo).id === event.aggregateId && state === 'STORED' ? [id, ...aliasIds] : [],
    );
  return [...photoBytes].every(
    ([photoId, bytes]) => stored.includes(photoId) || swallowsPhoto(swallowing, bytes),
  );
}

/** Whether there is no such item or well: nothing shows its photos any more. */
export function isOwnerGone({ store }: World['server'], id: string): boolean {
  const { equipment, wells } = store.begin();
  return (equipment.get(id) ?? wells.get(id))?.deleted !== false;
}
