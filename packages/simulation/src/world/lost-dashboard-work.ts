/**
 * What was typed in the office and a restore of the server loses: no event of a device holds it, only rows that devices had pulled
 * (ADR 86). They offer these, and a manager takes them over.
 */
import type { RecoveredEntity, RecoveredRecord, RecordValues } from '@wellpulse/contracts';
import { momentOf, productionKey, recordKeyOf, type DomainEvent, type Workset } from '@wellpulse/domain';
import { short } from '../chance/trace.ts';
import { standing } from '../server/recovered-records.ts';
import type { ServerBackup } from '../server/simulated-server.ts';
import { ADMIN } from '../server/tenant.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

/** What is compared of each kind of record that the office changes. */
const FIELDS = {
  WELL: ['name', 'status'],
  EQUIPMENT: ['wellId', 'serialNumber', 'status', 'model'],
  PRODUCTION: ['oilVolume', 'gasVolume', 'waterVolume', 'notes'],
} as const;
const TABLES = { WELL: 'wells', EQUIPMENT: 'equipment', PRODUCTION: 'production_data' } as const;
const ENTITIES = ['WELL', 'EQUIPMENT', 'PRODUCTION'] as const;

/** Puts the server back, and remembers what devices hold of the office's work that is lost with that. */
export function putBack(world: World, backup: ServerBackup, options: { withStorage?: boolean } = {}): void {
  const { server, devices, ledger } = world;
  const kept = new Set(backup.store.log.map(({ event }) => event.id));
  const lost = server.store.log.flatMap(({ event }) =>
    event.deviceId === null && event.userId === ADMIN.id && !kept.has(event.id) ? event : [],
  );
  const workset = server.store.begin();
  for (const device of devices) {
    for (const row of pulledBy(device)) {
      const event = lost.findLast((one) => isMadeBy(row, one, workset));
      if (event !== undefined)
        ledger.lostRows.push({ ...row, device: device.name, eventId: event.id, isHeld: true });
    }
  }
  server.putBack(backup, options);
}

/** A manager takes over what devices have offered. Nothing may be missing that one of them held. */
export function takeOverLost(world: World): void {
  const { server, ledger } = world;
  server.recovered.takeOver(ADMIN);
  const logged = new Set(server.store.log.map(({ event }) => event.id));
  const workset = server.store.begin();
  const held = ledger.lostRows.filter(({ isHeld, eventId }) => isHeld && !logged.has(eventId));
  for (const row of held) {
    // An answer that was on its way when the server was put back may have brought a later state.
    const isOffered = server.recovered.has(row) || server.recovered.hasLater(row);
    if (!isOffered && !stands(row, workset))
      world.faults.push(
        `the dashboard's ${row.entity} ${short(row.id)} was lost with a restore, and ${row.device} held it`,
      );
  }
}

function* pulledBy({ disk }: SimulatedDevice): Generator<RecoveredRecord> {
  for (const entity of ENTITIES) {
    const rows = disk.committed(
      `select server_id, server_version, server_row from ${TABLES[entity]} where server_row is not null`,
    );
    for (const { server_id: id, server_version: version, server_row: row } of rows) {
      const data = JSON.parse(String(row)) as RecordValues;
      yield { entity, id: String(id), version: Number(version), deleted: Boolean(data['deleted']), data };
    }
  }
}

const keyOf = ({ id, data, entity }: Pick<RecoveredRecord, 'entity' | 'id' | 'data'>): string =>
  entity === 'PRODUCTION' ? productionKey(String(data['wellId']), String(data['productionDate'])) : id;

function isMadeBy(row: RecoveredRecord, event: DomainEvent, workset: Workset): boolean {
  const isOfIt =
    recordKeyOf(event) === keyOf(row) || workset.conflicts.get(event.aggregateId)?.recordId === row.id;
  return isOfIt && event.receivedAt === momentOf(row);
}

function stands(row: RecoveredRecord, workset: Workset): boolean {
  const current = standing(row, workset);
  if (current === undefined || current.deleted) return row.deleted;
  const fields: readonly string[] = FIELDS[row.entity as Exclude<RecoveredEntity, 'MAINTENANCE'>];
  return !row.deleted && fields.every((name) => (row.data[name] ?? null) === (current[name] ?? null));
}
