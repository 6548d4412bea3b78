/**
 * Who takes back their own entry costs nobody else one: an edit that comes later is taken. And who did not know a day overwrites
 * nothing of it.
 */
import { recordKeyOf, type FieldHistory } from '@wellpulse/domain';
import { short } from '../chance/trace.ts';
import type { World } from '../world/world.ts';
import type { Check } from './check.ts';

type Heard = World['server']['batches']['heard'][number];

export const checkTakenBack: Check = ({ server }) => {
  const { log } = server.store;
  // An operator's deletion that is taken is a taking back.
  const deleted = new Set(
    log.flatMap(({ event, actor }) =>
      event.eventType === 'PRODUCTION_DELETED' && actor.role !== 'OPERATOR' ? [recordKeyOf(event)] : [],
    ),
  );
  // What a server lost may be the reading itself, or that somebody deleted it.
  const wasPutBack = server.store.begin().lineage !== undefined;
  const lateEdits = server.batches.heard.filter(
    (heard) => !wasPutBack && isRefusedEdit(heard) && !deleted.has(keyOf(heard)),
  );
  const { conflicts, histories } = server.store.begin();
  const overwriting = server.batches.heard.filter(({ raw, outcome }) => {
    if (raw['baseVersion'] !== null || outcome.result !== 'CONFLICT' || outcome.resolution !== 'OVERWRITE')
      return false;
    const met = conflicts.all().find(({ eventId }) => eventId === raw.id);
    return overwroteOneWhoKnew(histories.get(met?.recordId ?? '')?.writes ?? [], raw.id);
  });
  return [
    ...lateEdits.map(({ raw }) => `${short(raw.id)} was refused, though its reading was only taken back`),
    ...overwriting.map(({ raw }) => `${short(raw.id)} did not know its day, and overwrote it`),
  ];
};

/**
 * Of two who did not know the day, either may win: both clocks stand at 1970. An entry knows what its own device sent before,
 * and comes after that. A deletion leaves nothing that could be overwritten.
 */
function overwroteOneWhoKnew(writes: FieldHistory['writes'], eventId: string): boolean {
  const place = writes.findIndex((write) => write.eventId === eventId);
  const before = writes.slice(0, Math.max(place, 0));
  const gone = new Set(before.flatMap(({ eventId: id, isTakingBack }) => (isTakingBack === true ? id : [])));
  const standing = before.filter(({ takenBackBy = [] }) => !takenBackBy.some((id) => gone.has(id)));
  const own = before.filter(({ deviceId }) => deviceId === writes[place]?.deviceId);
  return (writes[place]?.changed ?? []).some((field) => {
    const isKnown = own.some(({ clocks }) => clocks[field] !== undefined);
    const stood = standing.findLast(({ changed }) => changed.includes(field));
    return !isKnown && stood?.values.deleted !== true && (stood?.clocks[field] ?? 0) > 0;
  });
}

/** It had seen a reading, and was told that there is none. */
const isRefusedEdit = ({ raw, outcome }: Heard): boolean =>
  raw['eventType'] === 'PRODUCTION_UPDATED' &&
  Number(raw['baseVersion']) > 0 &&
  outcome.result === 'FAILED' &&
  outcome.code === 'RECORD_NOT_FOUND';

const keyOf = ({ raw }: Heard): string =>
  recordKeyOf({
    eventType: String(raw['eventType']),
    aggregateId: String(raw['aggregateId']),
    payload: raw['payload'],
  });
