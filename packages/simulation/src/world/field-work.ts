/** What people do at a device: enter, change and delete, with or without a network. */
import type { EquipmentStatus, EventPhoto } from '@wellpulse/contracts';
import {
  OfflineError,
  type OfflineClient,
  type DeviceEntry,
  type ExportPart,
  type NotRecorded,
  type Recorded,
} from '@wellpulse/offline';
import type { Random } from '../chance/random.ts';
import { short } from '../chance/trace.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { DAYS, type World } from './world.ts';

/** A form sends what its field for notes holds, and it is mostly empty. */
const NOTES = [{}, { notes: '' }, { notes: '' }, { notes: 'Gauge sticks' }] as const;
const VOLUMES = ['oilVolume', 'gasVolume', 'waterVolume'] as const;

interface Saving {
  readonly record: (entry: DeviceEntry) => Promise<Recorded | NotRecorded>;
  readonly photoBytes?: ReadonlyMap<string, Uint8Array>;
}

/** Records one entry; it is in the ledger from the moment at which the device said that it is saved. */
export async function save(
  world: World,
  device: SimulatedDevice,
  entry: DeviceEntry,
  { record, photoBytes = new Map() }: Saving,
): Promise<void> {
  const { trace, ledger } = world;
  const { program } = device;
  const recorded = await record(entry).catch((error: unknown) => {
    if (isDiskFull(error) && device.disk.room.hasBallast)
      world.faults.push(`${device.name}: no room is left for ${entry.eventType}, and the ballast stands`);
    return String(error);
  });
  if (!program.isAlive) return;
  if (typeof recorded === 'string' || !recorded.ok) {
    const why = typeof recorded === 'string' ? recorded : recorded.code;
    trace.add(device.name, `cannot save ${entry.eventType}: ${why}`);
    return;
  }
  const { id, deviceSequence, baseVersion, payload } = recorded.event;
  ledger.save({ device: device.name, event: recorded.event, at: world.scheduler.now, photoBytes });
  trace.add(
    device.name,
    `saves ${entry.eventType} ${short(id)} #${deviceSequence} on ${short(entry.aggregateId)} v${baseVersion} ${JSON.stringify(payload)}`,
  );
}

const isDiskFull = (error: unknown): boolean => error instanceof OfflineError && error.code === 'DISK_FULL';

const someVolumes = (random: Random): Partial<Record<(typeof VOLUMES)[number], number>> =>
  Object.fromEntries(
    VOLUMES.filter(() => random.isLucky(0.5)).map((name) => [name, random.whole(1, 4)] as const),
  );

export async function enterProduction(world: World, device: SimulatedDevice): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const { entry, photoBytes } = await aReading(world, client);
  await save(world, device, entry, { record: (given) => client.record(given), photoBytes });
}

interface Reading extends TakenPhotos {
  readonly entry: DeviceEntry;
}

/** For some day of some well: what is there already is changed, or deleted. */
async function aReading(
  { random, wellIds, hasPicturedReadings, isRestored, isRough }: World,
  client: OfflineClient,
): Promise<Reading> {
  const aggregateId = random.pick(wellIds);
  const productionDate = random.pick(DAYS);
  const wanted = someVolumes(random);
  const wish = random.next();
  const [standing] = await client.records
    .production(aggregateId, {
      from: productionDate,
      to: productionDate,
    })
    .all();
  const isPictured = hasPicturedReadings && random.isLucky(isRestored ? 0.8 : 0.3);
  const taken = isPictured ? await takePhotos(random, client) : NO_PHOTOS;
  const given = taken.photos.length === 0 ? {} : { photos: taken.photos };
  if (standing === undefined) {
    const notes = isRough ? random.pick(NOTES) : {};
    const payload = { productionDate, oilVolume: random.whole(1, 4), ...wanted, ...notes, ...given };
    return { ...taken, entry: { eventType: 'PRODUCTION_CREATED', aggregateId, payload } };
  }
  const person = await client.sessions.current();
  // People take back mostly what they entered themselves.
  if (wish < (standing.createdBy === person?.id ? 0.2 : 0.06))
    return {
      ...NO_PHOTOS,
      entry: { eventType: 'PRODUCTION_DELETED', aggregateId, payload: { productionDate } },
    };
  const changes = wish < 0.27 ? { gasVolume: null } : wanted;
  const payload = { productionDate, ...changes, ...given };
  return { ...taken, entry: { eventType: 'PRODUCTION_UPDATED', aggregateId, payload } };
}

function someChange(random: Random, wellIds: readonly string[], status: EquipmentStatus) {
  const wish = random.next();
  if (wish < 0.5) return { status };
  return wish < 0.8 ? { model: random.pick(['A', 'B']), status } : { wellId: random.pick(wellIds) };
}

export async function workOnEquipment(world: World, device: SimulatedDevice): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const { random, server } = world;
  const record: Saving['record'] = (entry) => client.record(entry);
  const wellId = random.pick(world.wellIds);
  const wish = random.next();
  const id = server.dashboardUsers.newId();
  const serialNumber = `PJ-${random.whole(1, 4)}`;
  const items = await client.records.equipment(wellId).all();
  if (items.length === 0 || wish < 0.2) {
    const payload = { wellId, equipmentType: 'PUMP_JACK' as const, serialNumber };
    return save(world, device, { eventType: 'EQUIPMENT_CREATED', aggregateId: id, payload }, { record });
  }
  const aggregateId = random.pick(items).id;
  const status = random.pick(['OPERATIONAL', 'MAINTENANCE', 'FAILED'] as const);
  if (wish < 0.6) {
    const payload = someChange(random, world.wellIds, status);
    return save(world, device, { eventType: 'EQUIPMENT_UPDATED', aggregateId, payload }, { record });
  }
  if (wish < 0.65)
    return save(world, device, { eventType: 'EQUIPMENT_DELETED', aggregateId, payload: {} }, { record });
  const { photos, photoBytes } = await takePhotos(random, client);
  const log = { maintenanceId: id, maintenanceDate: DAYS[0], maintenanceType: 'REPAIR' as const };
  const payload = {
    ...{ ...log, description: 'Belt', photos },
    ...(wish < 0.8 ? { equipmentStatus: status } : {}),
  };
  const entry = { eventType: 'EQUIPMENT_MAINTENANCE_LOGGED' as const, aggregateId, payload };
  return save(world, device, entry, { record, photoBytes });
}

/** A reading with a picture of its gauge that nobody has taken before. */
export async function photographGauge(world: World, device: SimulatedDevice): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const { random, wellIds } = world;
  const [aggregateId, productionDate] = [random.pick(wellIds), random.pick(DAYS)];
  const day = { from: productionDate, to: productionDate };
  const standing = await client.records.production(aggregateId, day).all();
  const { photos, photoBytes } = await keepPhotos([random.whole(7, 250)], client);
  const entry = {
    eventType: standing.length === 0 ? ('PRODUCTION_CREATED' as const) : ('PRODUCTION_UPDATED' as const),
    aggregateId,
    payload: { productionDate, oilVolume: random.whole(1, 4), photos },
  };
  await save(world, device, entry, { record: (given) => client.record(given), photoBytes });
}

/** With these pictures, on some item of the device. */
export async function logRepair(
  world: World,
  device: SimulatedDevice,
  pictures: readonly number[],
): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const items = await client.records.equipment(world.random.pick(world.wellIds)).all();
  if (items.length === 0) return;
  const { photos, photoBytes } = await keepPhotos(pictures, client);
  const maintenanceId = world.server.dashboardUsers.newId();
  const log = { maintenanceId, maintenanceDate: DAYS[0], maintenanceType: 'REPAIR' as const };
  const entry = {
    eventType: 'EQUIPMENT_MAINTENANCE_LOGGED' as const,
    aggregateId: world.random.pick(items).id,
    payload: { ...log, description: 'Chain', photos },
  };
  return save(world, device, entry, { record: (given) => client.record(given), photoBytes });
}

interface TakenPhotos {
  readonly photos: EventPhoto[];
  readonly photoBytes: ReadonlyMap<string, Uint8Array>;
}

const NO_PHOTOS: TakenPhotos = { photos: [], photoBytes: new Map() };

/** None to two. Their bytes are few, so that some are the same picture once more. */
function takePhotos(random: Random, client: OfflineClient): Promise<TakenPhotos> {
  const pictures = Array.from({ length: random.whole(0, 2) }, () => random.whole(1, 6));
  return keepPhotos(pictures, client);
}

/** `pictures` are what they show: a byte each. */
async function keepPhotos(pictures: readonly number[], client: OfflineClient): Promise<TakenPhotos> {
  const photos: EventPhoto[] = [];
  const photoBytes = new Map<string, Uint8Array>();
  for (const picture of pictures) {
    const bytes = Uint8Array.of(picture);
    const photo = await client.photos.keep({ bytes, contentType: 'image/jpeg' });
    photos.push(photo);
    photoBytes.set(photo.photoId, bytes);
  }
  return { photos, photoBytes };
}

/** Somebody decides about an open conflict from the device. */
export async function decide(world: World, device: SimulatedDevice): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const open = (await client.records.conflicts().all()).filter(({ status }) => status === 'OPEN');
  if (open.length === 0) return enterProduction(world, device);
  const aggregateId = world.random.pick(open).id;
  const choice = world.random.pick(['EXISTING', 'INCOMING'] as const);
  const entry = { eventType: 'CONFLICT_RESOLVED' as const, aggregateId, payload: { choice } };
  return save(world, device, entry, { record: (given) => client.record(given) });
}

/** A refused entry: the person leaves it, or says something else instead. */
export async function dealWithFailure(world: World, device: SimulatedDevice): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const failed = await client.events.list({ status: 'FAILED' }).all();
  if (failed.length === 0) return;
  const { id } = world.random.pick(failed).event;
  if (world.random.isLucky(0.5)) {
    world.trace.add(device.name, `instead of ${short(id)}:`);
    const { entry, photoBytes } = await aReading(world, client);
    return save(world, device, entry, { record: (given) => client.reenter(id, given), photoBytes });
  }
  await client.skip(id, 'Not needed').then(
    () => world.trace.add(device.name, `skips ${short(id)}`),
    () => undefined,
  );
}

/** What a device could not send is taken to another one, or comes back to it later, as a file. */
export async function carryAsFile(world: World, device: SimulatedDevice): Promise<void> {
  const { random, trace, devices, ledger } = world;
  if (device.client === null) return;
  const parts: ExportPart[] = [];
  for await (const part of device.client.unsettled()) parts.push(part);
  const events = parts.flatMap((part) => (part.kind === 'EVENT' ? part.event : []));
  if (parts.every(({ kind }) => kind === 'HEAD')) return;
  const again = async function* () {
    yield* parts;
  };
  const taker = random.pick(devices);
  for (const { id } of events) {
    if (taker !== device) ledger.carried.add(id);
    ledger.exported.add(id);
  }
  trace.add(device.name, `exports ${events.length} entries for ${taker.name}`);
  world.later(random.whole(1, 20 * 60) * 1000, () => {
    void taker.client?.importParts(again).then(
      ({ events, photos }) => trace.add(taker.name, `imports ${events} entries and ${photos} photos`),
      () => undefined,
    );
  });
}
