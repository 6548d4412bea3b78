/** Settles a batch: what was settled before keeps its outcome, everything else is judged once. */
import { isEventId } from '@wellpulse/contracts';
import type { Candidate } from './candidate.ts';
import { failed, isRetryable, type EventOutcome } from './event-outcome.ts';

export interface SettledEvent {
  readonly contentHash: string;
  readonly outcome: EventOutcome;
}

export interface Verdict {
  readonly candidate: Candidate;
  readonly outcome: EventOutcome;
}

const REUSED = failed('EVENT_ID_REUSED', 'An entry with this id was sent before, and said something else.');

export class Settlement {
  readonly #candidates: readonly Candidate[];
  readonly #outcomes = new Map<string, EventOutcome>();
  /** What has to be judged: those with a submission by the rules, the others are refused already. */
  readonly open: readonly Candidate[];

  constructor(candidates: readonly Candidate[], settled: ReadonlyMap<string, SettledEvent>) {
    this.#candidates = candidates;
    this.open = candidates.filter(({ eventId, contentHash }) => {
      const before = settled.get(eventId);
      if (before === undefined) return true;
      this.#outcomes.set(eventId, before.contentHash === contentHash ? before.outcome : REUSED);
      return false;
    });
  }

  /** By event id, in the order of the devices; the same batch again gives the same order. */
  get outcomes(): ReadonlyMap<string, EventOutcome> {
    return new Map(
      this.#candidates.flatMap(({ eventId }) => {
        const outcome = this.#outcomes.get(eventId);
        return outcome === undefined ? [] : [[eventId, outcome] as const];
      }),
    );
  }

  /**
   * Takes the outcomes of the open submissions, in their order, and returns what has to be kept: all but those that
   * are to be sent again, or have no id to be found by. Throws if an outcome is missing.
   */
  conclude(judged: readonly EventOutcome[]): Verdict[] {
    const rest = judged.values();
    const verdicts = this.open.map((candidate) => {
      const outcome = candidate.refusal ?? rest.next().value;
      if (outcome === undefined) throw new Error('Every event is judged');
      this.#outcomes.set(candidate.eventId, outcome);
      return { candidate, outcome };
    });
    return verdicts.filter(({ candidate, outcome }) => !isRetryable(outcome) && isEventId(candidate.eventId));
  }
}
