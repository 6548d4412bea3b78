/** The events of a batch after they were read, and before anybody looked whether their ids were settled already. */
import { storableText, type WaitingKind } from '@wellpulse/contracts';
import type { Actor } from '../../state/actor.ts';
import type { DomainEvent } from '../../state/event.ts';
import { BASE_MISSING, isRetryable, type EventOutcome } from './event-outcome.ts';
import { MAX_TYPE_LENGTH, readDeviceEvent, type ReadingContext } from './read-device-event.ts';
import { recordKeyOf } from './record-key.ts';

/** An event that its rules may judge, and with whose rights. */
export interface JudgeableEvent {
  readonly event: DomainEvent;
  readonly actor: Actor;
  /** Events of one record keep their order: where one could not be judged, the next ones wait for it. */
  readonly recordKey: string;
}

/** An event of a batch, read: what it says, or why it can't be judged. */
export interface ReceivedEvent {
  /** As it was given: refused if it is no id, and answered by it. */
  readonly eventId: string;
  /** Null, as all that follows, for an event without a good signature. */
  readonly deviceId: string | null;
  readonly deviceSequence: number | null;
  readonly userId: string | null;
  readonly eventType: string | null;
  readonly recordKey: string | null;
  /** Tells whether the same id comes with other content. */
  readonly contentHash: string;
  /** What is kept of an event that is refused: JSON. */
  readonly text: string;
  /** Whether the outcome settles the id. */
  readonly isTrusted: boolean;
  /** Either what it wants, or why it is refused. */
  readonly judgeable: JudgeableEvent | null;
  readonly refusal: EventOutcome | null;
  /** Set where it is refused and a person may still enter it. */
  readonly waitsAs: WaitingKind | null;
  /** The creation of its record is in the batch too, and waits for its author to sign it anew. */
  readonly restsOnWaiting: boolean;
}

/** An event of a batch before it is read. All but its id may be wrong. */
export type RawEvent = Readonly<Record<string, unknown>> & { readonly id: string };

/** A refused event is kept up to this length, of whatever kind it is. */
const MAX_KEPT = 64 * 1024;

/**
 * Reads a batch's events, each id once, the first that bears it; by device in the order in which they were entered,
 * devices as they first appear. `hash` gives the same text for the same text.
 *
 * @example
 * const received = readReceivedEvents(batch.events, context, sha256);
 */
export function readReceivedEvents(
  events: readonly RawEvent[],
  context: ReadingContext,
  hash: (text: string) => string,
): ReceivedEvent[] {
  const seen = new Set<string>();
  const unique = events.filter(({ id }) => !seen.has(id) && seen.add(id));
  return holdFollowers(inDeviceOrder(unique.map((raw) => toReceivedEvent(raw, context, hash))));
}

function toReceivedEvent(
  raw: RawEvent,
  context: ReadingContext,
  hash: (text: string) => string,
): ReceivedEvent {
  const read = readDeviceEvent(raw, context);
  const text = asKept(read.text);
  const { wire } = read;
  const { eventType, aggregateId, payload }: Readonly<Record<string, unknown>> = wire ?? {};
  const recordKey = wire === undefined ? null : recordKeyOf({ eventType, aggregateId, payload });
  const base = {
    eventId: raw.id,
    deviceId: wire?.deviceId ?? null,
    deviceSequence: wire?.deviceSequence ?? null,
    userId: wire?.userId ?? null,
    recordKey,
    // A text that a database can keep.
    eventType: typeof eventType === 'string' ? storableText(eventType.slice(0, MAX_TYPE_LENGTH)) : null,
    contentHash: hash(text),
    text: text.length > MAX_KEPT ? '{}' : text,
    restsOnWaiting: false,
  };
  if (!read.ok) {
    const { isSettled: isTrusted, outcome: refusal, waitsAs = null } = read;
    return { ...base, isTrusted, judgeable: null, refusal, waitsAs };
  }
  const { event, actor } = read;
  return {
    ...base,
    isTrusted: true,
    judgeable: { event, actor, recordKey: recordKeyOf(event) },
    refusal: null,
    waitsAs: event.authorLeft ? 'AUTHOR_LEFT' : null,
  };
}

/**
 * What follows an event on its record waits as the event itself does. On a shared truck the creation of a record may wait for its
 * author. A colleague's entry rests on it. That one goes on if it can (ADR 78). A deletion would find nothing, and what is not
 * there yet would come to life later: it waits (ADR 90).
 */
function holdFollowers(receivedEvents: readonly ReceivedEvent[]): ReceivedEvent[] {
  const held = new Map<string, EventOutcome>();
  const waiting = new Set<string>();
  return receivedEvents.map((received): ReceivedEvent => {
    const { deviceId, recordKey, refusal, judgeable, waitsAs } = received;
    if (deviceId === null || recordKey === null) return received;
    const key = `${deviceId} ${recordKey}`;
    if (waiting.has(key) && isDeletion(judgeable)) held.set(key, BASE_MISSING);
    const before = held.get(key);
    if (before !== undefined && judgeable !== null)
      return { ...received, judgeable: null, refusal: before, isTrusted: false };
    if (refusal !== null && isRetryable(refusal)) held.set(key, refusal);
    if (waitsAs === 'AUTHOR_MUST_CONFIRM' && isCreation(received)) waiting.add(key);
    return waiting.has(key) ? { ...received, restsOnWaiting: true } : received;
  });
}

const isCreation = ({ eventType }: ReceivedEvent): boolean => eventType?.endsWith('_CREATED') === true;

const isDeletion = (judgeable: JudgeableEvent | null): boolean =>
  judgeable?.event.eventType.endsWith('_DELETED') === true;

/** As JSON writes it, with every character that a database may refuse escaped. */
function asKept(signed: string | null): string {
  try {
    return signed === null ? '{}' : JSON.stringify(JSON.parse(signed));
  } catch {
    // Nested too deeply.
    return '{}';
  }
}

function inDeviceOrder(receivedEvents: readonly ReceivedEvent[]): ReceivedEvent[] {
  const devices = [...new Set(receivedEvents.map(({ deviceId }) => deviceId))];
  const place = new Map(devices.map((id, index) => [id, index]));
  return [...receivedEvents].sort(
    (left, right) =>
      (place.get(left.deviceId) ?? 0) - (place.get(right.deviceId) ?? 0) ||
      (left.deviceSequence ?? 0) - (right.deviceSequence ?? 0),
  );
}
