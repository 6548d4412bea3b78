/** What a form leaves empty is taken for somebody's word. */
import { applyEvent, productionKey } from '@wellpulse/domain';

/** A creation without notes, of a day that has a reading, wipes the colleague's. */
export const wipesNotes: typeof applyEvent = (workset, event, actor) => {
  const decision = applyEvent(workset, event, actor);
  if (!decision.ok || event.eventType !== 'PRODUCTION_CREATED' || event.payload.notes !== null)
    return decision;
  const key = productionKey(event.aggregateId, event.payload.productionDate);
  const row = workset.production.get(key);
  if (row !== undefined && row.notes !== null) workset.production.put(key, { ...row, notes: null });
  return decision;
};
