import type { Well } from '@wellpulse/contracts';
import type { OfflineClient } from '@wellpulse/offline';

/** A well by its name or API number. */
export async function findWell(client: OfflineClient, wanted: string): Promise<Well> {
  const wells = await client.records.wells();
  const well = wells.find(({ name, apiNumber }) => name === wanted || apiNumber === wanted);
  if (well === undefined)
    throw new Error(`This device knows no well ${wanted}. Sync, or look at "list wells"`);
  return well;
}

/** An item of equipment by its serial number. */
export async function findEquipment(client: OfflineClient, serialNumber: string) {
  for (const { id } of await client.records.wells()) {
    const item = (await client.records.equipment(id)).find((known) => known.serialNumber === serialNumber);
    if (item !== undefined) return item;
  }
  throw new Error(`This device knows no item ${serialNumber}. Sync, or look at "list equipment"`);
}
