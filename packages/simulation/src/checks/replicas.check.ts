/** Every device shows what the server has, as far as its pulls bring it. */
import type { SyncedEntity } from '@wellpulse/contracts';
import { isInScope, productionKey, recordKeyOf, wellScope } from '@wellpulse/domain';
import type { OfflineClient } from '@wellpulse/offline';
import { short } from '../chance/trace.ts';
import type { StoredRecord } from '../server/tenant-store.ts';
import { USERS } from '../server/tenant.ts';
import { shownBy, type Shown } from '../world/shown.ts';
import { holdsAllDays } from '../world/world.ts';
import type { Check } from './check.ts';

export const checkReplicas: Check = async (world) => {
  const faults: string[] = [];
  for (const { client, name } of world.devices) {
    const person = await client?.sessions.current();
    const user = USERS.find(({ id }) => id === person?.id);
    if (client === null || user === undefined) continue;
    const { store } = world.server;
    const feed = store.feed(world.ledger.of(name).at(-1)?.event.deviceId ?? null);
    const own = wellScope(user, store.begin().wells.all());
    const isBrought = ({ entity, wellId, sentAt }: StoredRecord): boolean =>
      entity !== 'PRODUCTION' || sentAt > 0 || (holdsAllDays(world) && isInScope(own, wellId));
    const shown = await shownBy(client, world);
    for (const record of feed.filter((known) => known.entity in FIELDS && isBrought(known))) {
      const fault = faultOf(record, shown.get(`${record.entity}|${record.id}`));
      if (fault !== null && !(await isOpenHere(client, record))) {
        faults.push(`${name} (${user.name}): ${record.entity} ${short(record.id)} ${fault}`);
      }
    }
    const standing = new Set(feed.map(({ entity, id }) => `${entity}|${id}`));
    for (const key of shown.keys()) {
      const [entity = '', id = ''] = key.split('|');
      if (!standing.has(key) && !(await hasPending(client))) {
        faults.push(`${name}: ${entity} ${short(id)} is shown, and the server has none`);
      }
    }
  }
  return faults;
};

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

/** Own entries lie on top that the server can't judge for now. */
async function isOpenHere(
  client: OfflineClient,
  { data, entity, id, wellId }: StoredRecord,
): Promise<boolean> {
  const pending = await client.events.list({ status: 'PENDING' }).all();
  const { equipmentId, productionDate = '' } = data as { equipmentId?: string; productionDate?: string };
  const keys = entity === 'PRODUCTION' ? [productionKey(wellId, productionDate)] : [id, equipmentId];
  return pending.some(({ event }) => keys.includes(recordKeyOf(event)));
}

const hasPending = async (client: OfflineClient): Promise<boolean> =>
  (await client.events.list({ status: 'PENDING' }).page({ limit: 1 })).items.length > 0;
