/** Who is at a device: people hand it over, sign in, lose their sessions, register it anew. */
import { CREW } from '../server/tenant.ts';
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
export async function doWhatIsAsked(_: World, device: SimulatedDevice): Promise<void> {
  const status = await device.status();
  if (status === null) return;
  const isNew = !(await isRegistered(device));
  const reason = status.stopped?.reason;
  const hasOtherKey = reason === 'DEVICE_REVOKED' || reason === 'REGISTER_AGAIN';
  if (isNew || hasOtherKey) {
    await device.signIn(device.owner, { registers: true });
  } else if (reason !== undefined || status.needsSignIn) {
    await signInOrBringBack(device, await personAt(device));
  } else if ((await device.client?.sessions.current()) === undefined) {
    await device.signIn(device.owner, { registers: false });
  } else if (status.awaitedPeople.length > 0) {
    const awaited = CREW.find(({ id }) => id === status.awaitedPeople[0]?.id);
    await signInOrBringBack(device, awaited ?? device.owner);
  }
}

/** A device that was revoked lets nobody in before its owner has brought it back. */
async function signInOrBringBack(device: SimulatedDevice, person: User): Promise<void> {
  if (await device.signIn(person, { registers: false })) return;
  if (person.id !== device.owner.id) await device.signIn(device.owner, { registers: true });
}

async function personAt(device: SimulatedDevice): Promise<User> {
  const person = await device.client?.sessions.current();
  return CREW.find(({ id }) => id === person?.id) ?? device.owner;
}

/** A device that never was registered has no wells, no people and nothing entered. */
async function isRegistered(device: SimulatedDevice): Promise<boolean> {
  return ((await device.client?.sessions.people()) ?? []).length > 0;
}
