/** Wells: the API number is unique and never changes; a plugged well stays plugged, since a day. */
import { canonicalApiNumber, valuesFrom, WELL_VALUES, message } from '@wellpulse/contracts';
import { dayInZone } from '../calendar.ts';
import { changedFields, isStale } from '../state/changes.ts';
import { accepted, refused, refusedField, type Decision, type Refusal } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { refuseFutureDay } from '../state/future-day.ts';
import { notDeleted, type WellRow, type Workset } from '../state/workset.ts';

export function createWell(workset: Workset, event: EventOf<'WELL_CREATED'>): Decision {
  const number = canonicalApiNumber(event.payload.apiNumber);
  const taken = workset.wells
    .all()
    .some((well) => !well.deleted && canonicalApiNumber(well.apiNumber) === number);
  if (taken) return refusedField('API_NUMBER_TAKEN', ['apiNumber'], message('apiNumberTaken'));
  const values = valuesFrom(WELL_VALUES, event.payload);
  const unknown = unknownOperators(workset, values.operatorIds);
  if (unknown !== null) return unknown;
  const plugging = judgePlugging(workset, event, values);
  if (!plugging.ok) return plugging;
  workset.wells.put(event.aggregateId, {
    id: event.aggregateId,
    apiNumber: event.payload.apiNumber,
    ...values,
    pluggedOn: plugging.pluggedOn,
    createdAt: event.receivedAt,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(0),
    deleted: false,
  });
  return accepted(event.aggregateId);
}

export function updateWell(workset: Workset, event: EventOf<'WELL_UPDATED'>): Decision {
  const well = notDeleted(workset.wells.get(event.aggregateId));
  if (well === undefined) return refused('WELL_NOT_FOUND');
  if (isStale(event, well)) return refused('VERSION_CONFLICT', { current: well });
  const changes = changedFields<WellRow>(well, event.payload);
  if (Object.keys(changes).length === 0) return accepted(well.id, false);
  if (well.status === 'PLUGGED' && changes.status !== undefined) return refused('WELL_PLUGGED');
  const unknown = unknownOperators(workset, changes.operatorIds ?? [], well.operatorIds);
  if (unknown !== null) return unknown;
  const plugging = judgePlugging(workset, event, { ...well, ...changes });
  if (!plugging.ok) return plugging;
  const next: WellRow = {
    ...well,
    ...changes,
    pluggedOn: plugging.pluggedOn,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(well.version),
  };
  if ((next.latitude === null) !== (next.longitude === null)) {
    return refusedField('VALIDATION_FAILED', ['longitude'], message('bothCoordinates'));
  }
  workset.wells.put(well.id, next);
  return accepted(well.id);
}

export function deleteWell(workset: Workset, event: EventOf<'WELL_DELETED'>): Decision {
  const well = notDeleted(workset.wells.get(event.aggregateId));
  if (well === undefined) return refused('WELL_NOT_FOUND');
  workset.wells.put(well.id, {
    ...well,
    deleted: true,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(well.version),
  });
  return accepted(well.id);
}

/** The day on which the well was plugged: the given one, else today. Any other well has none. */
function judgePlugging(
  workset: Workset,
  event: DomainEvent,
  { status, pluggedOn }: Pick<WellRow, 'status' | 'pluggedOn'>,
): Refusal | { readonly ok: true; readonly pluggedOn: string | null } {
  if (status !== 'PLUGGED') {
    return pluggedOn === null
      ? { ok: true, pluggedOn }
      : refusedField('VALIDATION_FAILED', ['pluggedOn'], message('onlyWhenPlugged'));
  }
  const today = dayInZone(event.receivedAt, workset.tenantSettings.timeZone);
  const day = pluggedOn ?? today;
  return refuseFutureDay(workset, event, 'pluggedOn', day) ?? { ok: true, pluggedOn: day };
}

/** A user who is assigned already may have been removed since. Only a newly assigned user has to exist. */
function unknownOperators(
  workset: Workset,
  operatorIds: readonly string[],
  assigned: readonly string[] = [],
): Decision | null {
  const isUnknown = (id: string): boolean =>
    !assigned.includes(id) && notDeleted(workset.users.get(id)) === undefined;
  const index = operatorIds.findIndex(isUnknown);
  return index === -1
    ? null
    : refusedField('VALIDATION_FAILED', ['operatorIds', index], message('noSuchUser'));
}
