import type { Well } from '@wellpulse/contracts';
import type { Field } from '@wellpulse/field';

/** A well by its name or API number. */
export async function findWell(field: Field, wanted: string): Promise<Well> {
  const wells = await field.records.wells();
  const well = wells.find(({ name, apiNumber }) => name === wanted || apiNumber === wanted);
  if (well === undefined)
    throw new Error(`This device knows no well ${wanted}. Sync, or look at "list wells"`);
  return well;
}

/** An item of equipment by its serial number. */
export async function findEquipment(field: Field, serialNumber: string) {
  for (const { id } of await field.records.wells()) {
    const item = (await field.records.equipment(id)).find((known) => known.serialNumber === serialNumber);
    if (item !== undefined) return item;
  }
  throw new Error(`This device knows no item ${serialNumber}. Sync, or look at "list equipment"`);
}
