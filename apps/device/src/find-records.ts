import { canonicalApiNumber, type Well } from '@wellpulse/contracts';
import { searchKey } from '@wellpulse/domain';
import type { OfflineClient } from '@wellpulse/offline';
import { words } from './words.ts';

/** A well by its name or API number, in any spelling that is the same. */
export async function findWell(client: OfflineClient, wanted: string): Promise<Well> {
  const key = searchKey(wanted);
  const number = canonicalApiNumber(wanted);
  const found: Well[] = [];
  for await (const well of client.records.wells()) {
    if (well.name === wanted || canonicalApiNumber(well.apiNumber) === number) return well;
    if (searchKey(well.name) === key) found.push(well);
  }
  const [well, another] = found;
  if (well === undefined) {
    throw new Error(words.terminal.unknownWell(wanted));
  }
  if (another !== undefined) throw new Error(words.terminal.ambiguousWell(wanted));
  return well;
}

/** An item of equipment by its serial number, in any spelling that is the same. */
export async function findEquipment(client: OfflineClient, serialNumber: string) {
  const key = searchKey(serialNumber);
  for await (const { id } of client.records.wells()) {
    for await (const item of client.records.equipment(id)) {
      if (searchKey(item.serialNumber) === key) return item;
    }
  }
  throw new Error(words.terminal.unknownItem(serialNumber));
}
