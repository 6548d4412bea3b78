/** Who is at a device: people hand it over, sign in, lose their sessions, register it anew. */
import { ADMIN, CREW, USERS } from '../server/tenant.ts';
import type { User } from '../server/sessions.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

/** Somebody else takes over: without a network, if they signed in here before. */
export async function handOver(world: World, device: SimulatedDevice): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const next = world.random.pick(CREW);
  const known = await client.sessions.people();
  if (known.some(({ id }) => id === next.id)) {
    await client.sessions.unlock(next.id).then(
      () => world.trace.add(device.name, `${next.name} takes over`),
      () => undefined,
    );
  } else if (await isRegistered(device)) await device.signIn(next, { registers: false });
}

/** What the app asks for when it can't go on by itself. */
export async function doWhatIsAsked(world: World, device: SimulatedDevice): Promise<void> {
  const status = await device.status();
  if (status === null) return;
  const isNew = !(await isRegistered(device));
  const reason = status.stopped;
  const hasOtherKey = reason === 'DEVICE_REVOKED' || reason === 'REGISTER_AGAIN';
  if (isNew || hasOtherKey) {
    await device.signIn(ownerOf(world, device), { registers: true });
  } else if (reason !== null || status.needsSignIn) {
    await signInOrBringBack(world, device, await personAt(world, device));
  } else if ((await device.client?.sessions.current()) === undefined) {
    await device.signIn(ownerOf(world, device), { registers: false });
  } else if (status.awaitedPeople.length > 0) {
    const awaited = status.awaitedPeople.flatMap((person) => USERS.filter(({ id }) => id === person.id));
    const next = awaited.find((person) => world.server.isEmployed(person));
    if (next !== undefined || awaited.length === 0)
      await signInOrBringBack(world, device, next ?? ownerOf(world, device));
  }
}

/** A device that was revoked lets nobody in before its owner has brought it back. */
async function signInOrBringBack(world: World, device: SimulatedDevice, person: User): Promise<void> {
  if (await device.signIn(person, { registers: false })) return;
  const owner = ownerOf(world, device);
  if (person.id !== owner.id) await device.signIn(owner, { registers: true });
}

async function personAt(world: World, device: SimulatedDevice): Promise<User> {
  const person = await device.client?.sessions.current();
  const known = USERS.find(({ id }) => id === person?.id);
  return known !== undefined && world.server.isEmployed(known) ? known : ownerOf(world, device);
}

/** An administrator answers for the device of somebody who was removed. */
const ownerOf = ({ server }: World, { owner }: SimulatedDevice): User =>
  server.isEmployed(owner) ? owner : ADMIN;

/** A device that never was registered has no wells, no people and nothing entered. */
async function isRegistered(device: SimulatedDevice): Promise<boolean> {
  return ((await device.client?.sessions.people()) ?? []).length > 0;
}
