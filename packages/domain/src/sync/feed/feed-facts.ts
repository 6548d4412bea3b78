/** What the feed asks of each kind of record, whatever else the record holds. */
import { type ConflictRecord, type SyncedEntity, groupBy } from '@wellpulse/contracts';
import type { AlertRow, EquipmentRow, MaintenanceRow, ProductionRow, WellRow } from '../../state/workset.ts';
import type { FeedRecord } from './feed.ts';
import { NEWEST_MAINTENANCE } from './pull-window.ts';

/** What the feed asks of a record: its well, its day, and whether it is current. */
export type FeedFacts = Pick<FeedRecord, 'wellId' | 'day' | 'isCurrent'>;

interface FedRows {
  readonly ALERT: Pick<AlertRow, 'wellId' | 'productionDate'>;
  readonly CONFLICT: Pick<ConflictRecord, 'wellId' | 'createdAt' | 'status'>;
  readonly EQUIPMENT: Pick<EquipmentRow, 'wellId'>;
  readonly MAINTENANCE: Pick<MaintenanceRow, 'id' | 'equipmentId' | 'maintenanceDate'>;
  readonly PRODUCTION: Pick<ProductionRow, 'wellId' | 'productionDate'>;
  readonly WELL: Pick<WellRow, 'id'>;
}

/** What maintenance needs to know beside its own row. */
export interface MaintenanceAround {
  readonly wellOfItem: (equipmentId: string) => string;
  /** As `newestMaintenance` gives them. */
  readonly newest: ReadonlySet<string>;
}

/** For each kind of record in the feed: what the feed asks of it. */
export const FEED_FACTS: {
  readonly [Entity in SyncedEntity]: (row: FedRows[Entity], around: MaintenanceAround) => FeedFacts;
} = {
  ALERT: ({ wellId, productionDate }) => ({ wellId, day: productionDate, isCurrent: true }),
  CONFLICT: ({ wellId, createdAt, status }) => ({
    wellId,
    day: createdAt.slice(0, 'YYYY-MM-DD'.length),
    isCurrent: status === 'OPEN',
  }),
  EQUIPMENT: ({ wellId }) => ({ wellId, day: '', isCurrent: true }),
  MAINTENANCE: ({ id, equipmentId, maintenanceDate }, { wellOfItem, newest }) => ({
    wellId: wellOfItem(equipmentId),
    day: maintenanceDate,
    isCurrent: newest.has(id),
  }),
  PRODUCTION: ({ wellId, productionDate }) => ({ wellId, day: productionDate, isCurrent: true }),
  WELL: ({ id }) => ({ wellId: id, day: '', isCurrent: true }),
};

/** The ids of the `NEWEST_MAINTENANCE` newest entries of each item; of one day, those with the highest ids. */
export function newestMaintenance(logs: readonly FedRows['MAINTENANCE'][]): ReadonlySet<string> {
  const byItem = groupBy(logs, ({ equipmentId }) => equipmentId);
  return new Set(
    [...byItem.values()].flatMap((ofItem) =>
      ofItem
        .sort((left, right) => (placeOf(left) < placeOf(right) ? 1 : -1))
        .slice(0, NEWEST_MAINTENANCE)
        .map(({ id }) => id),
    ),
  );
}

const placeOf = ({ maintenanceDate, id }: FedRows['MAINTENANCE']): string => `${maintenanceDate} ${id}`;
