import type { DeviceEvent, Equipment } from '@wellpulse/contracts';

/** What waits on a device: an entry, all photos together, or one photo that needs its person. Sizes are in bytes. */
export type PendingContent =
  | {
      readonly kind: 'ENTRY';
      readonly eventType: DeviceEvent['eventType'];
      /** Null where the device does not hold the well. */
      readonly wellName: string | null;
      /** Null for an entry that is not about equipment, or where the device does not hold the item. */
      readonly item: Pick<Equipment, 'equipmentType' | 'serialNumber'> | null;
      /** The day that the entry is about; null if it is about none. */
      readonly day: string | null;
    }
  | { readonly kind: 'PHOTOS'; readonly count: number; readonly bytes: number }
  | { readonly kind: 'PHOTO'; readonly bytes: number };
