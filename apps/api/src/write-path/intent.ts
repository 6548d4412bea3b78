/** What goes into the one write path, and what comes out. */
import { EVENTS, type EventPayload, type EventSource, type EventType } from '@wellpulse/contracts';
import type {
  Acceptance,
  Actor,
  DomainEvent,
  Entry,
  Judgement,
  JudgeableEvent,
  LogTimes,
  Workset,
} from '@wellpulse/domain';
import { v7 as uuidV7 } from 'uuid';

interface DraftOf<Type extends EventType> {
  readonly eventType: Type;
  readonly aggregateId: string;
  /** The version that the caller read; null where they don't claim one. */
  readonly baseVersion: number | null;
  readonly payload: EventPayload<Type>;
}

/** What somebody wants to happen here and now. It becomes an event by it. */
export type Draft = { [Type in EventType]: DraftOf<Type> }[EventType];

/** A draft, or an event that has happened already on a device: who, when and where are what they were there. */
export type Intent = Draft | JudgeableEvent;

export interface Origin {
  readonly actor: Actor;
  readonly source: EventSource;
}

/** All or nothing, or each intent for itself. */
export type WriteMode = 'ATOMIC' | 'EACH';

export interface WriteResult {
  /** One for each intent, in their order. */
  readonly decisions: readonly Judgement[];
  /** The records that the intents touched, as they are now; where the database refused one, not all of them. */
  readonly workset: Workset;
}

export const isAcceptance = (judgement: Judgement | undefined): judgement is Acceptance =>
  judgement?.ok === true;

/** The times are those at which the log takes it, for what came from a device too. */
export const toEntry = (intent: Intent, origin: Origin, { receivedAt, setRightAt }: LogTimes): Entry =>
  'event' in intent
    ? { ...intent, event: { ...intent.event, receivedAt, setRightAt } }
    : { event: toEvent(intent, origin, { receivedAt, setRightAt }), actor: origin.actor, recordKey: null };

const toEvent = (
  draft: Draft,
  { actor, source }: Origin,
  { receivedAt, setRightAt }: Omit<LogTimes, 'loggedAt'>,
): DomainEvent =>
  ({
    ...draft,
    id: uuidV7(),
    // Defaults and unknown fields are settled here, so that the log holds exactly what the contract names.
    payload: EVENTS[draft.eventType].payload.parse(draft.payload),
    userId: actor.userId,
    deviceId: null,
    deviceSequence: null,
    carrierId: null,
    authorLeft: false,
    source,
    occurredAt: receivedAt,
    receivedAt,
    clockOffsetMs: null,
    setRightAt,
    // The payload was parsed by the draft's own type.
  }) as DomainEvent;
