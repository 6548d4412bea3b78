/** Many events one after the other, each for itself: none takes others with it. */
import type { Judgement, WriteFailure } from '../state/decision.ts';
import type { Actor, DomainEvent } from '../state/event.ts';
import type { Workset } from '../state/workset.ts';
import { applyEvent } from './apply.ts';

export interface Entry {
  readonly event: DomainEvent;
  readonly actor: Actor;
  /** Set where later events of the same record must not overtake this one. */
  readonly recordKey: string | null;
}

const RULE_FAILED: WriteFailure = { ok: false, code: 'RULE_FAILED' };

/**
 * Judges each entry and changes the workset by those that are accepted. An entry at which a rule throws, which none
 * should do, changes nothing; later ones of its record wait, since they rest on it. `waiting` holds the records that wait
 * and is added to: hand the same one in where entries are applied in several calls.
 */
export function applyEach(
  workset: Workset,
  entries: readonly Entry[],
  waiting: Set<string> = new Set(),
  apply: typeof applyEvent = applyEvent,
): Judgement[] {
  return entries.map(({ event, actor, recordKey }): Judgement => {
    if (recordKey !== null && waiting.has(recordKey)) return RULE_FAILED;
    try {
      return workset.attempt(() => apply(workset, event, actor));
    } catch {
      if (recordKey !== null) waiting.add(recordKey);
      return RULE_FAILED;
    }
  });
}
