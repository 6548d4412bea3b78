import type { DeviceEvent } from '@wellpulse/contracts';
import { counted } from '../lib/decimal.ts';

/** What was done, and to which record. */
const entries: Readonly<Record<DeviceEvent['eventType'], (what: string) => string>> = {
  PRODUCTION_CREATED: (well) => `Production entry for ${well}`,
  PRODUCTION_UPDATED: (well) => `Changed production entry for ${well}`,
  PRODUCTION_DELETED: (well) => `Deleted production entry for ${well}`,
  EQUIPMENT_CREATED: (item) => `New equipment: ${item}`,
  EQUIPMENT_UPDATED: (item) => `Changed equipment: ${item}`,
  EQUIPMENT_DELETED: (item) => `Deleted equipment: ${item}`,
  EQUIPMENT_MAINTENANCE_LOGGED: (item) => `Equipment maintenance for ${item}`,
  CONFLICT_RESOLVED: () => 'Decision on a conflict',
};

export const pending = {
  entries,
  /** `day` as in "20 Oct". */
  ofDay: (entry: string, day: string) => `${entry} (${day})`,
  /** Where the device does not hold the well. */
  someWell: 'a well',
  photo: (size: string) => `Photo (${size})`,
  photos: (count: number, size: string) => `${counted(count, 'photo', 'photos')} (${size} total)`,
};
