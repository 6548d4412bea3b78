/** A conflict with what a person needs to choose: names, the day before, and the record as it is now, all without a network. */
import type { KeptConflict } from '@wellpulse/contracts';
import { addDays, type EquipmentRow, type ProductionRow, type ShownConflict } from '@wellpulse/domain';
import type { Db } from '../database/kysely-on.ts';
import { findDevice } from '../session/device-store.ts';

/** Rows as screens have them. */
interface Rows {
  readonly wellName: (id: string) => Promise<string | null>;
  readonly item: (id: string) => Promise<EquipmentRow | null>;
  readonly reading: (wellId: string, day: string) => Promise<ProductionRow | null>;
}

/** Who wrote a side is named if they signed in on this device; its device, if it is this one. */
export async function shownConflict(db: Db, conflict: KeptConflict, rows: Rows): Promise<ShownConflict> {
  const device = await findDevice(db);
  const people = new Map(
    (await db.selectFrom('users').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const nameOf = (id: string | null): string | null => (id === null ? null : (people.get(id) ?? null));
  const named = (side: KeptConflict['existing']): ShownConflict['existing'] => ({
    ...side,
    userName: nameOf(side.userId),
    deviceName: side.deviceId === device?.device_id ? device.name : null,
    location: null,
  });
  const { wellId, productionDate, recordId } = conflict;
  const item = productionDate === null ? await rows.item(recordId) : null;
  const current = productionDate === null ? item : await rows.reading(wellId, productionDate);
  const before = productionDate === null ? null : await rows.reading(wellId, addDays(productionDate, -1));
  return {
    ...conflict,
    existing: named(conflict.existing),
    incoming: named(conflict.incoming),
    wellName: (await rows.wellName(wellId)) ?? '',
    subject: item === null ? null : `${item.equipmentType} ${item.serialNumber}`,
    resolvedByName: nameOf(conflict.resolvedBy),
    dayBefore: measured(before),
    current: current === null ? null : { ...current },
  };
}

/** An estimate is no measurement to compare with. */
function measured(reading: ProductionRow | null): ShownConflict['dayBefore'] {
  if (reading === null || reading.estimatedFrom !== null) return null;
  const { oilVolume, gasVolume, waterVolume } = reading;
  return { oilVolume, gasVolume, waterVolume };
}
