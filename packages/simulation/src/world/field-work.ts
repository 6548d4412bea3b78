/** What people do at a device: enter, change and delete, with or without a network. */
import type { EquipmentStatus } from '@wellpulse/contracts';
import type { Field, FieldEntry } from '@wellpulse/field';
import type { Random } from '../chance/random.ts';
import { short } from '../chance/trace.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { DAYS, type World } from './world.ts';

const VOLUMES = ['oilVolume', 'gasVolume', 'waterVolume'] as const;

/** Records one entry; it is in the ledger from the moment at which the device said that it is saved. */
async function save(world: World, device: SimulatedDevice, field: Field, entry: FieldEntry): Promise<void> {
  const { trace, ledger } = world;
  const { program } = device;
  const recorded = await field.record(entry).catch((error: unknown) => String(error));
  if (!program.isAlive) return;
  if (typeof recorded === 'string' || !recorded.ok) {
    const why = typeof recorded === 'string' ? recorded : recorded.code;
    trace.add(device.name, `cannot save ${entry.eventType}: ${why}`);
    return;
  }
  const { id, deviceSequence, baseVersion, payload } = recorded.event;
  ledger.save(device.name, recorded.event, world.scheduler.now);
  trace.add(
    device.name,
    `saves ${entry.eventType} ${short(id)} #${deviceSequence} on ${short(entry.aggregateId)} v${baseVersion} ${JSON.stringify(payload)}`,
  );
}

const someVolumes = (random: Random): Partial<Record<(typeof VOLUMES)[number], number>> =>
  Object.fromEntries(
    VOLUMES.filter(() => random.isLucky(0.5)).map((name) => [name, random.whole(1, 4)] as const),
  );

export async function enterProduction(world: World, device: SimulatedDevice): Promise<void> {
  const { field } = device;
  if (field === null) return;
  const { random } = world;
  const aggregateId = random.pick(world.wellIds);
  const productionDate = random.pick(DAYS);
  const wanted = someVolumes(random);
  const wish = random.next();
  const range = { from: productionDate, to: productionDate };
  const [standing] = await field.records.production(aggregateId, range);
  const on = { aggregateId, payload: { productionDate } };
  if (standing === undefined) {
    const payload = { productionDate, oilVolume: random.whole(1, 4), ...wanted };
    return save(world, device, field, { eventType: 'PRODUCTION_CREATED', aggregateId, payload });
  }
  if (wish < 0.08) return save(world, device, field, { eventType: 'PRODUCTION_DELETED', ...on });
  const changes = wish < 0.15 ? { gasVolume: null } : wanted;
  const payload = { productionDate, ...changes };
  return save(world, device, field, { eventType: 'PRODUCTION_UPDATED', aggregateId, payload });
}

function someChange(random: Random, wellIds: readonly string[], status: EquipmentStatus) {
  const wish = random.next();
  if (wish < 0.5) return { status };
  return wish < 0.8 ? { model: random.pick(['A', 'B']), status } : { wellId: random.pick(wellIds) };
}

export async function workOnEquipment(world: World, device: SimulatedDevice): Promise<void> {
  const { field } = device;
  if (field === null) return;
  const { random, server } = world;
  const wellId = random.pick(world.wellIds);
  const wish = random.next();
  const id = server.office.newId();
  const serialNumber = `PJ-${random.whole(1, 4)}`;
  const items = await field.records.equipment(wellId);
  if (items.length === 0 || wish < 0.2) {
    const payload = { wellId, equipmentType: 'PUMP_JACK' as const, serialNumber };
    return save(world, device, field, { eventType: 'EQUIPMENT_CREATED', aggregateId: id, payload });
  }
  const aggregateId = random.pick(items).id;
  const status = random.pick(['OPERATIONAL', 'MAINTENANCE', 'FAILED'] as const);
  if (wish < 0.6) {
    const payload = someChange(random, world.wellIds, status);
    return save(world, device, field, { eventType: 'EQUIPMENT_UPDATED', aggregateId, payload });
  }
  if (wish < 0.65)
    return save(world, device, field, { eventType: 'EQUIPMENT_DELETED', aggregateId, payload: {} });
  const log = { maintenanceId: id, maintenanceDate: DAYS[0], maintenanceType: 'REPAIR' as const };
  const payload = { ...log, description: 'Belt', ...(wish < 0.8 ? { equipmentStatus: status } : {}) };
  return save(world, device, field, { eventType: 'EQUIPMENT_MAINTENANCE_LOGGED', aggregateId, payload });
}

/** Somebody decides about an open conflict from the device. */
export async function decide(world: World, device: SimulatedDevice): Promise<void> {
  const { field } = device;
  if (field === null) return;
  const open = (await field.records.conflicts()).filter(({ status }) => status === 'OPEN');
  if (open.length === 0) return enterProduction(world, device);
  const aggregateId = world.random.pick(open).id;
  const choice = world.random.pick(['EXISTING', 'INCOMING'] as const);
  return save(world, device, field, { eventType: 'CONFLICT_RESOLVED', aggregateId, payload: { choice } });
}

/** A refused entry: the person leaves it, or says it again. */
export async function dealWithFailure(world: World, device: SimulatedDevice): Promise<void> {
  const { field } = device;
  if (field === null) return;
  const failed = await field.events.list({ status: 'FAILED' });
  if (failed.length === 0) return;
  const { event } = world.random.pick(failed);
  await field.skip(event.id, 'Not needed').then(
    () => world.trace.add(device.name, `skips ${short(event.id)}`),
    () => undefined,
  );
}
