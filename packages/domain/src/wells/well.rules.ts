/** Wells: the API number is unique and never changes; a plugged well stays plugged. */
import { valuesFrom, WELL_VALUES } from '@wellpulse/contracts';
import { changedFields, isStale } from '../state/changes.ts';
import { accepted, refused, refusedField, type Decision } from '../state/decision.ts';
import type { EventOf } from '../state/event.ts';
import { live, type WellRow, type Workset } from '../state/workset.ts';

export function createWell(workset: Workset, event: EventOf<'WELL_CREATED'>): Decision {
  const taken = workset.wells
    .all()
    .some((well) => !well.deleted && well.apiNumber === event.payload.apiNumber);
  if (taken) return refusedField('API_NUMBER_TAKEN', ['apiNumber'], 'Another well has this API number');
  const values = valuesFrom(WELL_VALUES, event.payload);
  const unknown = unknownOperators(workset, values.operatorIds);
  if (unknown !== null) return unknown;
  workset.wells.put(event.aggregateId, {
    id: event.aggregateId,
    apiNumber: event.payload.apiNumber,
    ...values,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: 1,
    deleted: false,
  });
  return accepted(event.aggregateId);
}

export function updateWell(workset: Workset, event: EventOf<'WELL_UPDATED'>): Decision {
  const well = live(workset.wells.get(event.aggregateId));
  if (well === undefined) return refused('WELL_NOT_FOUND');
  if (isStale(event, well)) return refused('VERSION_CONFLICT', { standing: well });
  const changes = changedFields<WellRow>(well, event.payload);
  if (Object.keys(changes).length === 0) return accepted(well.id, false);
  if (well.status === 'PLUGGED' && changes.status !== undefined) return refused('WELL_PLUGGED');
  const unknown = unknownOperators(workset, changes.operatorIds ?? [], well.operatorIds);
  if (unknown !== null) return unknown;
  const next: WellRow = { ...well, ...changes, updatedAt: event.receivedAt, version: well.version + 1 };
  if ((next.latitude === null) !== (next.longitude === null)) {
    return refusedField('VALIDATION_FAILED', ['longitude'], 'Latitude and longitude belong together');
  }
  workset.wells.put(well.id, next);
  return accepted(well.id);
}

export function deleteWell(workset: Workset, event: EventOf<'WELL_DELETED'>): Decision {
  const well = live(workset.wells.get(event.aggregateId));
  if (well === undefined) return refused('WELL_NOT_FOUND');
  workset.wells.put(well.id, {
    ...well,
    deleted: true,
    updatedAt: event.receivedAt,
    version: well.version + 1,
  });
  return accepted(well.id);
}

/** Whoever is assigned already may have been removed since; only somebody new has to be there. */
function unknownOperators(
  workset: Workset,
  operatorIds: readonly string[],
  assigned: readonly string[] = [],
): Decision | null {
  const isUnknown = (id: string): boolean =>
    !assigned.includes(id) && live(workset.users.get(id)) === undefined;
  const index = operatorIds.findIndex(isUnknown);
  return index === -1
    ? null
    : refusedField('VALIDATION_FAILED', ['operatorIds', index], 'There is no such user');
}
