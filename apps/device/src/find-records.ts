import type { Well } from '@wellpulse/contracts';
import type { OfflineClient } from '@wellpulse/offline';
import { words } from './words.ts';

/** A well by its name or API number, in any spelling that is the same. */
export async function findWell({ records }: OfflineClient, wanted: string): Promise<Well> {
  const byNumber = await records.wellByApiNumber(wanted);
  if (byNumber !== undefined) return byNumber;
  const found = await records.wellsNamed(wanted).all();
  const well = found.find(({ name }) => name === wanted) ?? found[0];
  if (well === undefined) throw new Error(words.terminal.unknownWell(wanted));
  if (found.length > 1 && well.name !== wanted) throw new Error(words.terminal.ambiguousWell(wanted));
  return well;
}

/** An item of equipment by its serial number, in any spelling that is the same. */
export async function findEquipment({ records }: OfflineClient, serialNumber: string) {
  const item = await records.equipmentBySerialNumber(serialNumber);
  if (item === undefined) throw new Error(words.terminal.unknownItem(serialNumber));
  return item;
}
