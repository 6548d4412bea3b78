import type { DeviceEvent } from '@wellpulse/contracts';
import { counted } from '../lib/decimal.ts';

/** What was done to a record; the record's name and its day follow. */
const entries: Readonly<Record<DeviceEvent['eventType'], string>> = {
  PRODUCTION_CREATED: 'Production',
  PRODUCTION_UPDATED: 'Changed production',
  PRODUCTION_DELETED: 'Deleted production',
  EQUIPMENT_CREATED: 'New equipment',
  EQUIPMENT_UPDATED: 'Changed equipment',
  EQUIPMENT_DELETED: 'Deleted equipment',
  EQUIPMENT_MAINTENANCE_LOGGED: 'Maintenance',
  CONFLICT_RESOLVED: 'Decision on a conflict',
};

export const pending = {
  entries,
  /** Where the device does not hold the well. */
  someWell: 'a well',
  photo: (size: string) => `Photo, ${size}`,
  photos: (count: number, size: string) => `${counted(count, 'photo', 'photos')}, ${size}`,
};
