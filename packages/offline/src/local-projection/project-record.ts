/**
 * A record as it looks with the device's own events on top of what the server has: the shared rules, applied one event after
 * the other. They were judged when they were entered, and the server has the last word. So here nothing around the record
 * counts: a well that was plugged meanwhile must not make a person's entry vanish from the screen.
 */
import { valuesFrom, WELL_VALUES, type ConflictRecord, type TenantSettings } from '@wellpulse/contracts';
import {
  applyEvent,
  present,
  productionKey,
  SETTINGS_KEY,
  Workset,
  type DomainEvent,
  type EquipmentRow,
  type EventOf,
  type MaintenanceRow,
  type ProductionRow,
  type WellRow,
} from '@wellpulse/domain';
import { withoutTakenBack } from './take-back.ts';

export interface RecordRows {
  readonly production: readonly ProductionRow[];
  readonly equipment: readonly EquipmentRow[];
  readonly maintenance: readonly MaintenanceRow[];
  readonly conflicts: readonly ConflictRecord[];
}

/** Folds events over the server's rows of one record and returns the rows that they change. */
export function projectRecord(
  server: RecordRows,
  events: readonly DomainEvent[],
  settings: TenantSettings,
): RecordRows {
  const workset = new Workset({ isReplica: true });
  workset.settings.load(SETTINGS_KEY, settings);
  for (const row of server.production) {
    workset.production.load(productionKey(row.wellId, row.productionDate), row);
  }
  for (const row of server.equipment) workset.equipment.load(row.id, row);
  for (const row of server.maintenance) workset.maintenance.load(row.id, row);
  for (const row of server.conflicts) workset.conflicts.load(row.id, row);
  for (const event of withoutTakenBack(server.production[0], events)) {
    for (const wellId of wellsOf(event)) workset.wells.load(wellId, openWell(wellId));
    if (event.eventType === 'CONFLICT_RESOLVED') closeConflict(workset, event);
    else applyEvent(workset, event, present(event.userId ?? '', 'ADMIN'));
  }
  return {
    production: workset.production.changed(),
    equipment: workset.equipment.changed(),
    maintenance: workset.maintenance.changed(),
    conflicts: workset.conflicts.changed(),
  };
}

/** The choice is made; what it makes of the record itself comes with the next pull. */
function closeConflict(workset: Workset, event: EventOf<'CONFLICT_RESOLVED'>): void {
  const conflict = workset.conflicts.get(event.aggregateId);
  if (conflict?.status !== 'OPEN') return;
  workset.conflicts.put(conflict.id, {
    ...conflict,
    status: 'RESOLVED',
    choice: event.payload.choice,
    resolvedBy: event.userId,
    resolvedAt: event.occurredAt,
  });
}

function wellsOf(event: DomainEvent): string[] {
  if (event.eventType.startsWith('PRODUCTION_')) return [event.aggregateId];
  return 'wellId' in event.payload && event.payload.wellId !== undefined ? [event.payload.wellId] : [];
}

/** A well that takes entries; only that is asked of it here. */
const openWell = (id: string): WellRow => ({
  id,
  apiNumber: '',
  ...valuesFrom(WELL_VALUES, { name: '' }),
  createdAt: '',
  updatedAt: '',
  version: 1,
  deleted: false,
});
