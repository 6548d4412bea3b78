/** All that a device shows, by kind and id. Whoever looks at it all meets every page that can't be read. */
import type { SyncedEntity } from '@wellpulse/contracts';
import type { OfflineClient } from '@wellpulse/offline';
import { DAYS, type World } from './world.ts';

export type Shown = Readonly<Record<string, unknown>>;

export async function shownBy(
  client: OfflineClient,
  { wellIds, server }: World,
): Promise<Map<string, Shown>> {
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
