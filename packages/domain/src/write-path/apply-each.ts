/** Many events one after the other, each for itself: none takes others with it (ADR 36). */
import type { Judgement, WriteFailure } from '../state/decision.ts';
import type { Actor } from '../state/actor.ts';
import type { DomainEvent } from '../state/event.ts';
import type { Workset } from '../state/workset.ts';
import { applyEvent } from './apply.ts';

/** An event to judge, and who it is by. */
export interface Entry {
  readonly event: DomainEvent;
  readonly actor: Actor;
  /** Set where later events of the same record must not overtake this one. */
  readonly recordKey: string | null;
}

const RULE_FAILED: WriteFailure = { ok: false, code: 'RULE_FAILED' };

/** Which records wait, and with what judgement. */
export type Waiting = Map<string, Judgement>;

/**
 * Judges each entry and changes the workset by those that are accepted. An entry at which a rule throws, which none
 * should do, changes nothing; later ones of its record wait, since they rest on it. So do those of the same device after one
 * that waits for what was lost. `waiting` is added to: hand the same one in where entries are applied in several calls.
 *
 * @example
 * const judgements = applyEach(workset, entries);
 */
export function applyEach(
  workset: Workset,
  entries: readonly Entry[],
  waiting: Waiting = new Map(),
  apply: typeof applyEvent = applyEvent,
): Judgement[] {
  return entries.map(({ event, actor, recordKey }): Judgement => {
    if (recordKey === null) return judge(() => apply(workset, event, actor), workset);
    const ofDevice = `${event.deviceId ?? ''} ${recordKey}`;
    const before = waiting.get(recordKey) ?? waiting.get(ofDevice);
    if (before !== undefined) return before;
    const judgement = judge(() => apply(workset, event, actor), workset);
    if (judgement === RULE_FAILED) waiting.set(recordKey, judgement);
    if (!judgement.ok && judgement.code === 'BASE_MISSING') waiting.set(ofDevice, judgement);
    return judgement;
  });
}

function judge(apply: () => Judgement, workset: Workset): Judgement {
  try {
    return workset.attempt(apply);
  } catch {
    return RULE_FAILED;
  }
}
