import type { Well } from '@wellpulse/contracts';
import type { OfflineClient } from '@wellpulse/offline';

/** A well by its name or API number. */
export async function findWell(client: OfflineClient, wanted: string): Promise<Well> {
  for await (const well of client.records.wells()) {
    if (well.name === wanted || well.apiNumber === wanted) return well;
  }
  throw new Error(`This device knows no well ${wanted}. Sync, or look at "list wells"`);
}

/** An item of equipment by its serial number. */
export async function findEquipment(client: OfflineClient, serialNumber: string) {
  for await (const { id } of client.records.wells()) {
    for await (const item of client.records.equipment(id)) {
      if (item.serialNumber === serialNumber) return item;
    }
  }
  throw new Error(`This device knows no item ${serialNumber}. Sync, or look at "list equipment"`);
}
