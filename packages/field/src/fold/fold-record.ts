/**
 * A record as it looks with the device's own events on top of what the server has: the shared rules, applied one event after
 * the other. They were judged when they were entered and the server has the last word, so here nothing around the
 * record counts: a well that was plugged meanwhile must not make a person's entry vanish from the screen.
 */
import type { TenantSettings } from '@wellpulse/contracts';
import {
  applyEvent,
  live,
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

export interface RecordRows {
  readonly production: readonly ProductionRow[];
  readonly equipment: readonly EquipmentRow[];
  readonly maintenance: readonly MaintenanceRow[];
}

/** Folds events over the server's rows of one record and returns the rows that they change. */
export function foldRecord(
  server: RecordRows,
  events: readonly DomainEvent[],
  settings: TenantSettings,
): RecordRows {
  const workset = new Workset();
  workset.settings.load(SETTINGS_KEY, settings);
  for (const row of server.production) {
    workset.production.load(productionKey(row.wellId, row.productionDate), row);
  }
  for (const row of server.equipment) workset.equipment.load(row.id, row);
  for (const row of server.maintenance) workset.maintenance.load(row.id, row);
  for (const event of events) {
    for (const wellId of wellsOf(event)) workset.wells.load(wellId, openWell(wellId));
    applyEvent(workset, overStanding(workset, event), { userId: event.userId ?? '', role: 'ADMIN' });
  }
  return {
    production: workset.production.changed(),
    equipment: workset.equipment.changed(),
    maintenance: workset.maintenance.changed(),
  };
}

/** A creation where the server has a record by now changes what it gave, and leaves what it left out. */
function overStanding(workset: Workset, event: DomainEvent): DomainEvent {
  if (event.eventType !== 'PRODUCTION_CREATED') return event;
  const { productionDate, ...given } = event.payload;
  if (live(workset.production.get(productionKey(event.aggregateId, productionDate))) === undefined)
    return event;
  const { location: _, ...values } = given;
  const measured = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  const update: EventOf<'PRODUCTION_UPDATED'> = {
    ...event,
    eventType: 'PRODUCTION_UPDATED',
    payload: { productionDate, ...Object.fromEntries(measured) },
  };
  return update;
}

function wellsOf(event: DomainEvent): string[] {
  if (event.eventType.startsWith('PRODUCTION_')) return [event.aggregateId];
  return 'wellId' in event.payload && event.payload.wellId !== undefined ? [event.payload.wellId] : [];
}

/** A well that takes entries; only that is asked of it here. */
const openWell = (id: string): WellRow => ({
  id,
  apiNumber: '',
  name: '',
  lease: null,
  field: null,
  operator: null,
  latitude: null,
  longitude: null,
  status: 'ACTIVE',
  spudDate: null,
  route: null,
  routePosition: null,
  operatorIds: [],
  createdAt: '',
  updatedAt: '',
  version: 1,
  deleted: false,
});
