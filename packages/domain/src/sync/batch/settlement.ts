/** Settles a batch: what was settled before keeps its outcome, everything else is judged once. */
import { message, type SyncFailureCode, type WaitingKind } from '@wellpulse/contracts';
import type { Judgement } from '../../state/decision.ts';
import type { ReceivedEvent, JudgeableEvent } from './received-event.ts';
import {
  BASE_MISSING,
  failed,
  isRetryable,
  outcomeOf,
  type ConflictReason,
  type EventOutcome,
} from './event-outcome.ts';

/** An event that was settled before, with its text's hash and its outcome. */
export interface SettledEvent {
  readonly contentHash: string;
  readonly outcome: EventOutcome;
}

/** What became of a received event. */
export interface Verdict {
  readonly received: ReceivedEvent;
  readonly outcome: EventOutcome;
}

/** How what may wait for a person was refused. */
const WAITING_CODES: readonly SyncFailureCode[] = ['FORBIDDEN', 'SIGNATURE_INVALID'];

const REUSED = failed('EVENT_ID_REUSED', message('entryIdReused'));

/**
 * Settles a batch: what was settled before keeps its outcome, the rest is judged.
 *
 * @example
 * const settlement = new Settlement(received, settledBefore, conflictReason);
 * applyEach(workset, settlement.judgeableEvents);
 */
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

  /** Those that were refused now and that a person may still enter; of their own device, only what the server settled. */
  waitingFor(carryingDeviceId: string | null): (ReceivedEvent & { readonly waitsAs: WaitingKind })[] {
    return this.#open.flatMap((received) => {
      const { waitsAs, deviceId, eventId } = received;
      const outcome = this.#outcomes.get(eventId);
      const isRefused = outcome?.result === 'FAILED' && WAITING_CODES.includes(outcome.code);
      // A device that brings its own has its author sign anew.
      const isOwn = waitsAs === 'AUTHOR_MUST_CONFIRM' && deviceId === carryingDeviceId;
      return waitsAs === null || !isRefused || isOwn ? [] : [{ ...received, waitsAs }];
    });
  }

  /**
   * Takes the judgements of `judgeableEvents`, in their order, and returns what is settled and has to be kept. Throws if a judgement is missing.
   */
  conclude(judgements: readonly Judgement[]): Verdict[] {
    const rest = judgements.values();
    const verdicts = this.#open.map((received) => {
      const outcome = received.refusal ?? orWaits(received, outcomeOf(nextOf(rest), this.#conflictReason));
      this.#outcomes.set(received.eventId, outcome);
      return { received, outcome };
    });
    return verdicts.filter(({ received, outcome }) => received.isTrusted && !isRetryable(outcome));
  }
}

/** How an entry is refused whose record is not there. */
const MISSING_CODES: readonly SyncFailureCode[] = ['RECORD_NOT_FOUND', 'EQUIPMENT_NOT_FOUND'];

/** What is missing waits for its author, in the same batch: whoever rests on it waits too. */
const orWaits = ({ restsOnWaiting }: ReceivedEvent, outcome: EventOutcome): EventOutcome =>
  restsOnWaiting && outcome.result === 'FAILED' && MISSING_CODES.includes(outcome.code)
    ? BASE_MISSING
    : outcome;

function nextOf(judgements: ArrayIterator<Judgement>): Judgement {
  const judgement = judgements.next().value;
  if (judgement === undefined) throw new Error('Every judgeable event is judged');
  return judgement;
}
