/** Rules of deletion that others had, or nearly: each breaks the promise about taking back. */
import {
  applyEvent,
  productionKey,
  refused,
  type DomainEvent,
  type FieldHistory,
  type ProductionRow,
  type Workset,
} from '@wellpulse/domain';

type Rules = typeof applyEvent;

const readingOf = (workset: Workset, event: DomainEvent): ProductionRow | undefined =>
  event.eventType.startsWith('PRODUCTION_') && 'productionDate' in event.payload
    ? workset.production.get(productionKey(event.aggregateId, event.payload.productionDate))
    : undefined;

/** "Own" is what this device sent, no matter who typed it. */
export const ownsByDevice: Rules = (workset, event, actor) => {
  const row = readingOf(workset, event);
  const history = row === undefined ? undefined : workset.histories.get(row.id);
  if (event.eventType !== 'PRODUCTION_DELETED' || event.deviceId === null || history === undefined)
    return applyEvent(workset, event, actor);
  const withAuthors = (
    of: FieldHistory,
    authorOf: (id: string, now: string | null) => string | null,
  ): FieldHistory => ({
    ...of,
    writes: of.writes.map((write) => ({ ...write, userId: authorOf(write.eventId, write.userId) })),
  });
  const known = new Map(
    history.writes.map(({ eventId, userId, deviceId }) => [eventId, { userId, deviceId }]),
  );
  workset.histories.put(
    history.recordId,
    withAuthors(history, (id) => (known.get(id)?.deviceId === event.deviceId ? event.userId : 'another')),
  );
  const decision = applyEvent(workset, event, actor);
  const after = workset.histories.get(history.recordId) ?? history;
  workset.histories.put(
    history.recordId,
    withAuthors(after, (id, now) => (known.has(id) ? (known.get(id)?.userId ?? null) : now)),
  );
  return decision;
};

/** What comes after a deletion is refused, also where the reading was only taken back. */
export const refusesLateEdits: Rules = (workset, event, actor) =>
  event.eventType === 'PRODUCTION_UPDATED' && readingOf(workset, event)?.deleted === true
    ? refused('PRODUCTION_NOT_FOUND')
    : applyEvent(workset, event, actor);

/** A taking back shows the record as it was before its author's first write, whatever came since. */
export const putsBackWhatWasBefore: Rules = (workset, event, actor) => {
  const before = readingOf(workset, event);
  const decision = applyEvent(workset, event, actor);
  const after = readingOf(workset, event);
  if (event.eventType !== 'PRODUCTION_DELETED' || before === undefined || after === undefined)
    return decision;
  const first = workset.histories.get(after.id)?.writes[0];
  if (after.deleted || first?.takenBackBy !== undefined) return decision;
  const { oilVolume = null, gasVolume = null, waterVolume = null } = first?.values ?? {};
  workset.production.put(productionKey(after.wellId, after.productionDate), {
    ...after,
    ...({ oilVolume, gasVolume, waterVolume } as Pick<
      ProductionRow,
      'oilVolume' | 'gasVolume' | 'waterVolume'
    >),
  });
  return decision;
};
