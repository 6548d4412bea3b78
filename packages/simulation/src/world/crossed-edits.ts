/** Two people at one reading: one takes it back, and the other, whose device is out of reach meanwhile, corrects it. */
import { DOWN, GOOD } from '../network/link-conditions.ts';
import { save } from './field-work.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { DAYS, type World } from './world.ts';

const MINUTE = 60_000;

export async function correctWhatIsTakenBack(world: World, device: SimulatedDevice): Promise<void> {
  const { random } = world;
  const { client } = device;
  const readings = await sharedReadings(world, device);
  if (client === null || readings.length === 0) return;
  const { author, wellId: aggregateId, productionDate } = random.pick(readings);
  device.link.conditions = DOWN;
  world.later(random.whole(1, 5) * MINUTE, () => {
    device.link.conditions = GOOD;
  });
  const payload = { productionDate, oilVolume: random.whole(5, 8) };
  await save(
    world,
    device,
    { eventType: 'PRODUCTION_UPDATED', aggregateId, payload },
    { record: (entry) => client.record(entry) },
  );
  const { client: authors } = author;
  if (authors === null) return;
  author.link.conditions = GOOD;
  await save(
    world,
    author,
    { eventType: 'PRODUCTION_DELETED', aggregateId, payload: { productionDate } },
    { record: (entry) => authors.record(entry) },
  );
  void authors.sync.syncNow();
}

interface SharedReading {
  readonly author: SimulatedDevice;
  readonly wellId: string;
  readonly productionDate: string;
}

/** Readings that this device holds, and whose author is at another one. */
async function sharedReadings(
  { devices, wellIds }: World,
  device: SimulatedDevice,
): Promise<SharedReading[]> {
  const authors = new Map<string, SimulatedDevice>();
  for (const other of devices) {
    const person = await other.client?.sessions.current();
    if (other !== device && person !== undefined) authors.set(person.id, other);
  }
  const shared: SharedReading[] = [];
  for (const productionDate of DAYS) {
    for (const wellId of wellIds) {
      const range = { from: productionDate, to: productionDate };
      const [row] = (await device.client?.records.production(wellId, range).all()) ?? [];
      const author = authors.get(row?.createdBy ?? '');
      if (author !== undefined) shared.push({ author, wellId, productionDate });
    }
  }
  return shared;
}
