/** A shared truck that was lost and comes back: what a colleague had entered waits for them, and its owner corrects it. */
import { DOWN, GOOD } from '../network/link-conditions.ts';
import { CREW, TENANT } from '../server/tenant.ts';
import { revokeDevice } from './fault-injections.ts';
import { save } from './field-work.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { DAYS, type World } from './world.ts';

export async function correctWhatWaitsForItsAuthor(world: World, device: SimulatedDevice): Promise<void> {
  const { random, server } = world;
  const { owner } = device;
  const colleague = random.pick(CREW.filter(({ id }) => id !== owner.id));
  device.link.conditions = GOOD;
  if (!(await isAtDevice(device, colleague.id))) await device.signIn(colleague, { registers: false });
  const readings = await readingsOn(world, device);
  const row = server.store
    .begin()
    .devices.all()
    .find(({ name }) => name === device.name);
  if (readings.length === 0 || row === undefined) return;
  const { wellId, productionDate } = random.pick(readings);
  device.link.conditions = DOWN;
  await correct(world, device, wellId, productionDate);
  revokeDevice(world, row);
  device.link.conditions = GOOD;
  const { client } = device;
  const credentials = { tenant: TENANT.slug, email: owner.email, password: 'wellpulse-demo' };
  await client?.sessions.register({ ...credentials, deviceName: device.name, platform: 'ELECTRON' });
  // With the new key, and before anything is sent.
  await correct(world, device, wellId, productionDate);
  void client?.sync.syncNow();
}

/** Whether somebody could take over without a network, and did. */
const isAtDevice = async ({ client }: SimulatedDevice, userId: string): Promise<boolean> =>
  (await client?.sessions.unlock(userId).then(
    () => true,
    () => false,
  )) ?? false;

async function correct(world: World, device: SimulatedDevice, aggregateId: string, productionDate: string) {
  const { client } = device;
  if (client === null) return;
  const payload = { productionDate, oilVolume: world.random.whole(5, 8) };
  const entry = { eventType: 'PRODUCTION_UPDATED', aggregateId, payload } as const;
  await save(world, device, entry, { record: (given) => client.record(given) });
}

async function readingsOn(
  { wellIds }: World,
  { client }: SimulatedDevice,
): Promise<{ readonly wellId: string; readonly productionDate: string }[]> {
  const [from, to] = DAYS;
  const found = await Promise.all(
    wellIds.map(async (wellId) => (await client?.records.production(wellId, { from, to }).all()) ?? []),
  );
  return found.flat();
}
