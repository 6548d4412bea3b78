/**
 * Whether a reading was confirmed: each of its volumes was given by an entry whose author was asked about it and kept it. It is
 * told by the writes that nobody took back. So it is the same in every order of arrival. A volume that comes back with an
 * undo is confirmed again.
 */
import { VOLUME_FIELDS } from '@wellpulse/contracts';
import { writerOf } from '../merging/apply-change.ts';
import type { FieldHistory } from '../merging/field-history.ts';
import type { Decision } from '../state/decision.ts';
import type { Actor } from '../state/actor.ts';
import type { DomainEvent } from '../state/event.ts';
import { productionKey, type ProductionRow, type Workset } from '../state/workset.ts';

const VOLUMES = Object.values(VOLUME_FIELDS);

type Rule<Event extends DomainEvent> = (workset: Workset, event: Event, actor: Actor) => Decision;

/** The rule, after which the reading that it is about says whether it was confirmed. */
export const withConfirmation =
  <Event extends DomainEvent>(rule: Rule<Event>): Rule<Event> =>
  (workset, event, actor) => {
    const key = keyOf(workset, event);
    const met = workset.production.get(key);
    const decision = rule(workset, namingVolumes(workset, event, met), actor);
    const row = workset.production.get(key);
    if (!decision.ok || row === undefined) return decision;
    const history = workset.histories.get(row.id);
    const confirmed = history === undefined ? row.confirmed : confirmedBy(history, row);
    if (confirmed === row.confirmed) return decision;
    workset.production.put(key, {
      ...row,
      confirmed,
      updatedBy: event.userId ?? row.updatedBy,
      updatedAt: event.receivedAt,
      version: row.version === met?.version ? workset.nextVersion(row.version) : row.version,
    });
    return { ...decision, changed: true };
  };

function keyOf(workset: Workset, { eventType, aggregateId, payload }: DomainEvent): string {
  if ('productionDate' in payload) return productionKey(aggregateId, payload.productionDate);
  const conflict = eventType.startsWith('CONFLICT_') ? workset.conflicts.get(aggregateId) : undefined;
  return productionKey(conflict?.wellId ?? '', conflict?.productionDate ?? '');
}

/** A confirmation that names no volume speaks of those that its author saw. Nobody confirms an estimate. */
function namingVolumes<Event extends DomainEvent>(
  workset: Workset,
  event: Event,
  met: ProductionRow | undefined,
): Event {
  const { payload } = event;
  const isMeant =
    'confirmed' in payload && payload.confirmed === true && VOLUMES.every((field) => !(field in payload));
  if (!isMeant || met === undefined || met.deleted || met.estimatedFrom !== null) return event;
  if (writerOf(workset, event).baseVersion < met.version) return event;
  const seen = VOLUMES.filter((field) => met[field] !== null);
  return {
    ...event,
    payload: { ...payload, ...Object.fromEntries(seen.map((field) => [field, met[field]])) },
  };
}

function confirmedBy({ writes }: FieldHistory, row: ProductionRow): true | null {
  const claims = writes.filter(
    ({ confirmed, takenBackBy }) => confirmed === true && takenBackBy === undefined,
  );
  const given = VOLUMES.filter((field) => row[field] !== null);
  const isGiven = given.every((field) => claims.some(({ values }) => values[field] === row[field]));
  return given.length > 0 && isGiven ? true : null;
}
