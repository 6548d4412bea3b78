/**
 * Who takes back their own entry costs nobody else one: an edit that comes later is taken. And who did not know a day overwrites
 * nothing of it.
 */
import { recordKeyOf } from '@wellpulse/domain';
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
  const lateEdits = server.batches.heard.filter(
    (heard) => isRefusedEdit(heard) && !deleted.has(keyOf(heard)),
  );
  const conflicts = server.store.begin().conflicts.all();
  const isOfOneWhoKnew = (side: { deviceId: string | null; occurredAt: string }): boolean =>
    log.some(
      ({ event }) =>
        event.deviceId === side.deviceId &&
        event.occurredAt === side.occurredAt &&
        (event.deviceId === null || event.baseVersion !== null),
    );
  const overwriting = server.batches.heard.filter(({ raw, outcome }) => {
    if (raw['baseVersion'] !== null || outcome.result !== 'CONFLICT' || outcome.resolution !== 'OVERWRITE')
      return false;
    const met = conflicts.find(({ eventId }) => eventId === raw.id);
    return met !== undefined && isOfOneWhoKnew(met.existing);
  });
  return [
    ...lateEdits.map(({ raw }) => `${short(raw.id)} was refused, though its reading was only taken back`),
    ...overwriting.map(({ raw }) => `${short(raw.id)} did not know its day, and overwrote it`),
  ];
};

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
