/** The server's write path in memory: each entry for itself, and one at which a rule fails holds up its record alone. */
import { applyEvent, type Actor, type Decision, type DomainEvent, type Workset } from '@wellpulse/domain';
import { copyOf, type LogEntry } from './tenant-store.ts';

export interface Entry {
  readonly event: DomainEvent;
  readonly actor: Actor;
  /** Null for what the office does. */
  readonly recordKey: string | null;
}

export type Judged = Decision | 'RULE_FAILED';

export interface Judgement {
  /** One for each entry, in their order. */
  readonly decisions: readonly Judged[];
  readonly workset: Workset;
  /** What belongs into the log. */
  readonly accepted: readonly Omit<LogEntry, 'sequence'>[];
}

/** `isPoison` makes the rules throw, as a defect in them would. */
export function judgeEntries(
  before: Workset,
  entries: readonly Entry[],
  isPoison: (event: DomainEvent) => boolean,
): Judgement {
  let workset = before;
  const waiting = new Set<string | null>();
  const decisions = entries.map(({ event, actor, recordKey }): Judged => {
    if (recordKey !== null && waiting.has(recordKey)) return 'RULE_FAILED';
    const attempt = copyOf(workset, { keepsChanges: true });
    try {
      if (isPoison(event)) throw new Error('A rule failed');
      const decision = applyEvent(attempt, event, actor);
      if (decision.ok) workset = attempt;
      return decision;
    } catch {
      waiting.add(recordKey);
      return 'RULE_FAILED';
    }
  });
  const accepted = entries.filter((_, index) => {
    const decision = decisions[index];
    return decision !== undefined && decision !== 'RULE_FAILED' && decision.ok && decision.changed;
  });
  return { decisions, workset, accepted };
}
