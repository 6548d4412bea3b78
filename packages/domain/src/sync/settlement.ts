/** Settles a batch: what was settled before keeps its outcome, everything else is judged once. */
import type { Judgement } from '../state/decision.ts';
import type { ReceivedEvent, JudgeableEvent } from './received-event.ts';
import { failed, isRetryable, outcomeOf, type ConflictReason, type EventOutcome } from './event-outcome.ts';

export interface SettledEvent {
  readonly contentHash: string;
  readonly outcome: EventOutcome;
}

export interface Verdict {
  readonly received: ReceivedEvent;
  readonly outcome: EventOutcome;
}

const REUSED = failed('EVENT_ID_REUSED', 'An entry with this id was sent before, and said something else.');

export class Settlement {
  readonly #received: readonly ReceivedEvent[];
  readonly #conflictReason: ConflictReason;
  readonly #outcomes = new Map<string, EventOutcome>();
  /** Those that were not settled before. */
  readonly #open: readonly ReceivedEvent[];

  constructor(
    receivedEvents: readonly ReceivedEvent[],
    settled: ReadonlyMap<string, SettledEvent>,
    conflictReason: ConflictReason,
  ) {
    this.#received = receivedEvents;
    this.#conflictReason = conflictReason;
    this.#open = receivedEvents.filter(({ eventId, contentHash }) => {
      const before = settled.get(eventId);
      if (before === undefined) return true;
      this.#outcomes.set(eventId, before.contentHash === contentHash ? before.outcome : REUSED);
      return false;
    });
  }

  /** What the rules have to judge, in this order. What else is open is refused already. */
  get judgeableEvents(): JudgeableEvent[] {
    return this.#open.flatMap(({ judgeable }) => judgeable ?? []);
  }

  /** By event id, in the order of the devices; the same batch again gives the same order. */
  get outcomes(): ReadonlyMap<string, EventOutcome> {
    return new Map(
      this.#received.flatMap(({ eventId }) => {
        const outcome = this.#outcomes.get(eventId);
        return outcome === undefined ? [] : [[eventId, outcome] as const];
      }),
    );
  }

  /**
   * Takes the judgements of `judgeableEvents`, in their order, and returns what is settled and has to be kept. Throws if a judgement is missing.
   */
  conclude(judgements: readonly Judgement[]): Verdict[] {
    const rest = judgements.values();
    const verdicts = this.#open.map((received) => {
      const outcome = received.refusal ?? outcomeOf(nextOf(rest), this.#conflictReason);
      this.#outcomes.set(received.eventId, outcome);
      return { received, outcome };
    });
    return verdicts.filter(({ received, outcome }) => received.isTrusted && !isRetryable(outcome));
  }
}

function nextOf(judgements: ArrayIterator<Judgement>): Judgement {
  const judgement = judgements.next().value;
  if (judgement === undefined) throw new Error('Every judgeable event is judged');
  return judgement;
}
