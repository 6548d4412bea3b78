/** Production: one live record per well and day. */
import { hasVolume, NO_VOLUME_MESSAGE, type EntryMethod, type EventSource } from '@wellpulse/contracts';
import { refreshAlerts } from '../alerts/alert.rules.ts';
import { dayInZone } from '../calendar.ts';
import { changedFields, isStale } from '../write-path/changes.ts';
import { accepted, refused, refusedField, type Decision } from '../write-path/decision.ts';
import type { Actor, EventOf } from '../write-path/event.ts';
import { live, productionKey, type ProductionRow, type Workset } from '../write-path/workset.ts';

const ENTRY_METHOD_OF: Record<EventSource, EntryMethod> = {
  WEB: 'MANUAL',
  SYSTEM: 'MANUAL',
  IMPORT: 'SCADA',
  ELECTRON: 'ELECTRON',
  MOBILE: 'MOBILE',
};

export function createProduction(workset: Workset, event: EventOf<'PRODUCTION_CREATED'>): Decision {
  const { aggregateId: wellId, payload, userId } = event;
  if (userId === null) throw new Error('Somebody answers for every production record');
  const well = live(workset.wells.get(wellId));
  if (well === undefined) return refused('WELL_NOT_FOUND');
  if (well.status === 'PLUGGED') return refused('WELL_PLUGGED');
  const today = dayInZone(event.receivedAt, workset.tenantSettings.timeZone);
  if (payload.productionDate > today) {
    return refusedField('DATE_IN_FUTURE', ['productionDate'], `Must not be after today, ${today}`);
  }
  const standing = workset.production.get(productionKey(wellId, payload.productionDate));
  if (standing?.deleted === false) {
    return refused('PRODUCTION_EXISTS', {
      standing,
      errors: [{ path: 'productionDate', message: 'There is already a record for this day' }],
    });
  }
  const row: ProductionRow = {
    id: standing?.id ?? event.id,
    wellId,
    productionDate: payload.productionDate,
    oilVolume: payload.oilVolume ?? null,
    gasVolume: payload.gasVolume ?? null,
    waterVolume: payload.waterVolume ?? null,
    entryMethod: ENTRY_METHOD_OF[event.source],
    notes: payload.notes ?? null,
    location: payload.location ?? null,
    createdBy: userId,
    updatedBy: userId,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: (standing?.version ?? 0) + 1,
    deleted: false,
  };
  return store(workset, row, event.receivedAt);
}

export function updateProduction(workset: Workset, event: EventOf<'PRODUCTION_UPDATED'>): Decision {
  const well = live(workset.wells.get(event.aggregateId));
  if (well === undefined) return refused('WELL_NOT_FOUND');
  const row = live(workset.production.get(productionKey(well.id, event.payload.productionDate)));
  if (row === undefined) return refused('PRODUCTION_NOT_FOUND');
  if (well.status === 'PLUGGED') return refused('WELL_PLUGGED');
  if (isStale(event, row)) return refused('VERSION_CONFLICT', { standing: row });
  const { productionDate: _, ...update } = event.payload;
  const changes = changedFields(row, update);
  if (Object.keys(changes).length === 0) return accepted(row.id, false);
  const next = { ...row, ...changes };
  if (!hasVolume(next)) return refusedField('VALIDATION_FAILED', ['oilVolume'], NO_VOLUME_MESSAGE);
  return store(workset, touched(next, event), event.receivedAt);
}

export function deleteProduction(
  workset: Workset,
  event: EventOf<'PRODUCTION_DELETED'>,
  actor: Actor,
): Decision {
  if (live(workset.wells.get(event.aggregateId)) === undefined) return refused('WELL_NOT_FOUND');
  const row = live(workset.production.get(productionKey(event.aggregateId, event.payload.productionDate)));
  if (row === undefined) return refused('PRODUCTION_NOT_FOUND');
  if (actor.role === 'OPERATOR' && row.createdBy !== actor.userId) return refused('FORBIDDEN');
  if (isStale(event, row)) return refused('VERSION_CONFLICT', { standing: row });
  return store(workset, touched({ ...row, deleted: true }, event), event.receivedAt);
}

const touched = (
  row: ProductionRow,
  event: { userId: string | null; receivedAt: string },
): ProductionRow => ({
  ...row,
  updatedBy: event.userId ?? row.updatedBy,
  updatedAt: event.receivedAt,
  version: row.version + 1,
});

function store(workset: Workset, row: ProductionRow, at: string): Decision {
  workset.production.put(productionKey(row.wellId, row.productionDate), row);
  refreshAlerts(workset, row.wellId, row.productionDate, at);
  return accepted(row.id);
}
