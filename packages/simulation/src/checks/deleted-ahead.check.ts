/**
 * An entry may come later than its device's later deletion, because it waited for its author. It does not bring back what was deleted. Nor is it
 * refused: nobody has to do anything about it (ADR 90).
 */
import { applyEvent, mayManageOthersWork, recordKeyOf, Workset, type DomainEvent } from '@wellpulse/domain';
import { short } from '../chance/trace.ts';
import type { World } from '../world/world.ts';
import type { Check } from './check.ts';

export const checkDeletedAhead: Check = (world) => {
  const { store } = world.server;
  // What a server lost may be the deletion, and numbers of a device that was set back name two entries.
  if (store.begin().lineage !== undefined || world.ledger.setBack.size > 0) return [];
  const { deletions, returned } = play(world);
  const refused = world.server.batches.heard.filter(({ raw, outcome }) => {
    if (outcome.result !== 'FAILED' || outcome.code !== 'RECORD_NOT_FOUND') return false;
    const { deviceId, deviceSequence, eventType, aggregateId, payload } = raw;
    const key = `${String(deviceId)} ${recordKeyOf({ eventType, aggregateId, payload })}`;
    return eventType === 'PRODUCTION_UPDATED' && (deletions.get(key) ?? 0) > Number(deviceSequence);
  });
  return [
    ...returned.map((id) => `${short(id)} brought back what its device had deleted after it`),
    ...refused.map(
      ({ raw }) => `${short(raw.id)} was refused, and its device had deleted the reading after it`,
    ),
  ];
};

/** The numbers of deletions that hold for all that their devices had sent. And the entries that changed something in spite of them. */
function play({ server }: World): { readonly deletions: Map<string, number>; readonly returned: string[] } {
  const workset = new Workset();
  const deletions = new Map<string, number>();
  const returned: string[] = [];
  for (const { event, actor } of server.store.log) {
    const key = `${event.deviceId ?? ''} ${recordKeyOf(event)}`;
    const before = shown(workset, event);
    const decision = applyEvent(workset, event, actor);
    // A person may bring back what was deleted.
    if (event.eventType.startsWith('CONFLICT_')) deletions.clear();
    if (event.deviceId === null || event.deviceSequence === null || !decision.ok) continue;
    const outcome = decision.conflict?.outcome;
    if (event.eventType === 'PRODUCTION_DELETED') {
      if (mayManageOthersWork(actor) && outcome !== 'SKIP' && outcome !== 'USER_PROMPT')
        deletions.set(key, event.deviceSequence);
    } else if (event.deviceSequence < (deletions.get(key) ?? 0) && shown(workset, event) !== before)
      returned.push(event.id);
  }
  return { deletions, returned };
}

/** The values of the reading that an event is about; none where it is deleted. */
function shown(workset: Workset, event: DomainEvent): string {
  const row = workset.production.get(recordKeyOf(event));
  if (row === undefined || row.deleted) return 'none';
  return JSON.stringify([row.oilVolume, row.gasVolume, row.waterVolume, row.notes]);
}
