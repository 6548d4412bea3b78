/** Every device shows what the server has, as far as its person may see it. */
import type { SyncedEntity } from '@wellpulse/contracts';
import { isInScope, wellScope, type WellScope } from '@wellpulse/domain';
import type { OfflineClient } from '@wellpulse/offline';
import { short } from '../chance/trace.ts';
import type { StoredRecord } from '../server/tenant-store.ts';
import { CREW } from '../server/tenant.ts';
import { DAYS, type World } from '../world/world.ts';
import type { Check } from './check.ts';

export const checkReplicas: Check = async (world) => {
  const faults: string[] = [];
  for (const { client, name } of world.devices) {
    const person = await client?.sessions.current();
    const user = CREW.find(({ id }) => id === person?.id);
    if (client === null || user === undefined) continue;
    const { store } = world.server;
    const feed = store.feed();
    const scope = wellScope(user, store.begin().wells.all());
    const visible = feed.filter(({ wellId, entity }) => isInScope(scope, wellId) && entity in FIELDS);
    const shown = await shownBy(client, world);
    for (const record of visible) {
      const fault = faultOf(record, shown.get(`${record.entity}|${record.id}`));
      if (fault !== null && !(await isOpenHere(client, record))) {
        faults.push(`${name} (${user.name}): ${record.entity} ${short(record.id)} ${fault}`);
      }
    }
    for (const [key, row] of shown) {
      const [entity = '', id = ''] = key.split('|');
      const standing = feed.find((record) => `${record.entity}|${record.id}` === key);
      if (entity === 'EQUIPMENT' && isGone(row, standing, scope) && !(await hasPending(client))) {
        faults.push(`${name} (${user.name}): ${entity} ${short(id)} was moved away, and is still shown`);
      }
      const isStrange = !isInScope(scope, String(row['wellId']));
      if (isStrange || entity === 'WELL' || standing !== undefined) continue;
      if (!(await hasPending(client))) {
        faults.push(`${name}: ${entity} ${short(id)} is shown, and the server has none`);
      }
    }
  }
  return faults;
};

/** It is shown at one of the person's wells, and stands at one of somebody else's. */
const isGone = (row: Shown, standing: StoredRecord | undefined, scope: WellScope): boolean =>
  standing !== undefined &&
  scope?.includes(String(row['wellId'])) === true &&
  !scope.includes(standing.wellId);

type Shown = Readonly<Record<string, unknown>>;

/** What is compared of each kind of record. */
const FIELDS: Partial<Record<SyncedEntity, readonly string[]>> = {
  WELL: ['version', 'status', 'operatorIds'],
  PRODUCTION: ['version', 'oilVolume', 'gasVolume', 'waterVolume', 'notes'],
  EQUIPMENT: ['version', 'wellId', 'serialNumber', 'status', 'model'],
  MAINTENANCE: ['version', 'description', 'equipmentStatus'],
  CONFLICT: ['version', 'status', 'outcome'],
};

function faultOf({ entity, data, deleted }: StoredRecord, shown: Shown | undefined): string | null {
  if (deleted) return shown === undefined ? null : 'is deleted at the server, and still shown';
  if (shown === undefined) return 'is at the server, and not shown';
  const wrong = (FIELDS[entity] ?? []).filter(
    (name) => JSON.stringify(data[name]) !== JSON.stringify(shown[name]),
  );
  return wrong.length === 0
    ? null
    : `differs in ${wrong.map((name) => `${name} (${String(data[name])}, shown ${String(shown[name])})`).join(', ')}`;
}

async function shownBy(client: OfflineClient, { wellIds, server }: World): Promise<Map<string, Shown>> {
  const { records } = client;
  const shown = new Map<string, Shown>();
  const add = async (entity: SyncedEntity, rows: AsyncIterable<{ readonly id: string }>): Promise<void> => {
    for await (const row of rows) shown.set(`${entity}|${row.id}`, { ...row });
  };
  await add('WELL', records.wells());
  for (const day of DAYS) await add('PRODUCTION', records.productionOfDay(day));
  for (const wellId of wellIds) await add('EQUIPMENT', records.equipment(wellId));
  for (const { id } of server.store.begin().equipment.all()) {
    await add('MAINTENANCE', records.maintenance(id));
  }
  await add('CONFLICT', records.conflicts());
  return shown;
}

/** Own entries lie on top that the server can't judge for now. */
async function isOpenHere(
  client: OfflineClient,
  { data, entity, id, wellId }: StoredRecord,
): Promise<boolean> {
  const pending = await client.events.list({ status: 'PENDING' }).all();
  const { equipmentId } = data as { equipmentId?: string };
  const aggregates = entity === 'PRODUCTION' ? [wellId] : [id, equipmentId];
  return pending.some(({ event }) => aggregates.includes(event.aggregateId));
}

const hasPending = async (client: OfflineClient): Promise<boolean> =>
  (await client.events.list({ status: 'PENDING' }).page({ limit: 1 })).items.length > 0;
