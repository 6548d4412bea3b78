/** What colours say of an item, on each screen. */
import type { DueStatus, EquipmentStatus } from '@wellpulse/contracts';

/** A meaning that has a colour. */
export type ItemTone = 'good' | 'attention' | 'bad' | 'unknown';

/** How it looks how an item is. */
export const STATUS_TONES: Readonly<Record<EquipmentStatus, ItemTone>> = {
  OPERATIONAL: 'good',
  MAINTENANCE: 'attention',
  FAILED: 'bad',
};

/** How it looks how urgent a service is. */
export const DUE_TONES: Readonly<Record<DueStatus, ItemTone>> = {
  OVERDUE: 'bad',
  DUE_SOON: 'attention',
  SCHEDULED: 'unknown',
};
