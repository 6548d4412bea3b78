/**
 * Reads one event of a batch, distrusting it: is it whole, of this tenant, and signed by its author? May its author do this,
 * and does the contract name its form? What can't be trusted is refused without settling the id. So nobody can use up an id
 * before its own device sends it (ADR 14, ADR 20).
 */
import {
  deviceEventSchema,
  EVENTS,
  EVENT_TOO_LARGE,
  EVENT_TYPES,
  fieldErrors,
  MAX_EVENT_BYTES,
  mayAccess,
  signedEventSchema,
  type DevicePlatform,
  type EventSource,
  type EventType,
  type SignedEvent,
  message,
  type WaitingKind,
} from '@wellpulse/contracts';
import type { Actor } from '../../state/actor.ts';
import type { DomainEvent } from '../../state/event.ts';
import { protocolOf } from '../protocol-version.ts';
import { isSignedByAuthor, type SignatureCheck } from './check-signature.ts';
import { failed, retryLater, type EventOutcome } from './event-outcome.ts';
import { fitsIn } from './json-size.ts';
import { mayEnter, type Rights } from './role-history.ts';
import { signedText } from './signed-text.ts';

/** As much of an unknown type as is told and kept. */
export const MAX_TYPE_LENGTH = 60;

/** What an event of a device is read with. */
export interface ReadingContext extends SignatureCheck {
  readonly tenantId: string;
  /** Who sends the batch. */
  readonly carrierId: string;
  readonly receivedAt: string;
  /** The highest version of the protocol that the server knows. */
  readonly protocol: number;
  /** Milliseconds to add to what the device's clock said. */
  readonly skew: number;
  /** Of a device that is registered; undefined for any other. */
  readonly platformOf: (deviceId: string) => DevicePlatform | undefined;
  /** The keys that a person has on a device and that are good today; none for a device that was revoked. */
  readonly keysOf: (deviceId: string, userId: string) => readonly Uint8Array[];
  /** Those that have ended: what they signed counts for nothing, and its author may confirm it. */
  readonly endedKeysOf: (deviceId: string, userId: string) => readonly Uint8Array[];
  /** What a person might do at a time; undefined for nobody. */
  readonly rightsOf: (userId: string, occurredAt: string) => Rights | undefined;
}

export type ReadEvent =
  | {
      readonly ok: true;
      readonly event: DomainEvent;
      readonly wire: SignedEvent;
      readonly text: string;
      readonly actor: Actor;
    }
  | {
      readonly ok: false;
      readonly outcome: EventOutcome;
      /** Whether the refusal is the last word on this id. */
      readonly isSettled: boolean;
      /** What its author signed, if they did. */
      readonly wire?: SignedEvent;
      /** Set where a person may still enter it. */
      readonly waitsAs?: WaitingKind;
      /** The event as it would be signed; null if it can't be written, or is too large to be worth it. */
      readonly text: string | null;
    };

export function readDeviceEvent(raw: Readonly<Record<string, unknown>>, context: ReadingContext): ReadEvent {
  const { signature: _, ...signed } = raw;
  if (!fitsIn(MAX_EVENT_BYTES, signed)) return readTooLarge(raw, context);
  const text = textOf(raw);
  if (text === null) return untrusted(text, 'VALIDATION_FAILED', message('entryUnreadable'));
  const parsed = signedEventSchema.safeParse(raw);
  if (!parsed.success) return untrusted(text, 'VALIDATION_FAILED', reasonOf(parsed.error));
  const wire = parsed.data;
  if (wire.tenantId !== context.tenantId) {
    return untrusted(text, 'TENANT_MISMATCH', message('entryOfOtherTenant'));
  }
  if (context.rightsOf(wire.userId, context.receivedAt) === undefined) {
    return untrusted(text, 'AUTHOR_UNKNOWN', message('authorUnknown'));
  }
  if (!isSignedByAuthor(wire, text, context)) {
    const refusal = untrusted(text, 'SIGNATURE_INVALID', message('entryNotSigned'));
    return isSignedByAuthor(wire, text, { ...context, keysOf: context.endedKeysOf })
      ? { ...refusal, wire, waitsAs: 'AUTHOR_MUST_CONFIRM' }
      : refusal;
  }
  return readTrusted(raw, wire, text, context);
}

/** Its device may well have sent it, and must not be said to miss its number: that is settled, what it says is not kept. */
function readTooLarge(raw: Readonly<Record<string, unknown>>, context: ReadingContext): ReadEvent {
  const refusal = untrusted(null, 'EVENT_TOO_LARGE', EVENT_TOO_LARGE);
  const wire = signedEventSchema.safeParse(raw).data;
  if (wire?.tenantId !== context.tenantId) return refusal;
  const mayBeSigned = context.keysOf(wire.deviceId, wire.userId).length > 0;
  const text = mayBeSigned ? textOf(raw) : null;
  if (text === null || !isSignedByAuthor(wire, text, context)) return refusal;
  return { ...refusal, isSettled: true, wire, text };
}

function readTrusted(
  raw: Readonly<Record<string, unknown>>,
  wire: SignedEvent,
  text: string,
  context: ReadingContext,
): ReadEvent {
  const refuse = (...failure: Parameters<typeof failed>) => ({
    ok: false as const,
    outcome: failed(...failure),
    isSettled: true,
    wire,
    text,
  });
  if (protocolOf(wire) > context.protocol) {
    const outcome = retryLater('EVENT_TOO_NEW', message('entryTooNew'));
    return { ok: false, outcome, isSettled: false, wire, text };
  }
  const parsed = deviceEventSchema.safeParse(raw);
  if (!parsed.success) return refuse('VALIDATION_FAILED', reasonOf(parsed.error));
  const { eventType, timestamp, baseVersion, aggregateId } = parsed.data;
  if (!isDeviceEvent(eventType)) {
    return refuse(
      'EVENT_TYPE_UNKNOWN',
      message('entryKindUnknown', { kind: eventType.slice(0, MAX_TYPE_LENGTH) }),
    );
  }
  const happenedAt = occurredAt(timestamp, context);
  const rights = context.rightsOf(wire.userId, happenedAt);
  const platform = context.platformOf(wire.deviceId);
  if (rights === undefined || platform === undefined) throw new Error('A good signature names both');
  const actor = actorOf(wire.userId, rights, context);
  if (actor === null || !maySend(actor, eventType)) {
    return rights.endedAt === null
      ? refuse('FORBIDDEN', message('authorsRole'))
      : { ...refuse('FORBIDDEN', message('authorLeft')), waitsAs: 'AUTHOR_LEFT' };
  }
  const payload = EVENTS[eventType].payload.safeParse(parsed.data.payload);
  if (!payload.success) return refuse('VALIDATION_FAILED', reasonOf(payload.error));
  return {
    ok: true,
    wire,
    text,
    actor,
    event: {
      id: wire.id,
      eventType,
      aggregateId,
      baseVersion,
      payload: payload.data,
      userId: wire.userId,
      deviceId: wire.deviceId,
      deviceSequence: wire.deviceSequence,
      carrierId: context.carrierId === wire.userId ? null : context.carrierId,
      authorLeft: rights.endedAt !== null,
      source: SOURCES[platform],
      occurredAt: happenedAt,
      receivedAt: context.receivedAt,
      clockOffsetMs: context.skew,
      setRightAt: null,
      // The payload was parsed by the event's own type.
    } as DomainEvent,
  };
}

/** The author as the rules ask; null if nothing of theirs is taken. */
function actorOf(userId: string, rights: Rights, { receivedAt }: ReadingContext): Actor | null {
  const { roleThen, lowestRole } = rights;
  return roleThen !== null && mayEnter(rights, receivedAt)
    ? { userId, role: roleThen, rulingRole: lowestRole }
    : null;
}

/** Settlements and the deletion of equipment are no entries; whose deletion of a reading is, its rule says. */
function maySend(actor: Actor, eventType: EventType): boolean {
  const isRuling = eventType === 'CONFLICT_RESOLVED' || EVENTS[eventType].access === 'MANAGE';
  const role = isRuling && actor.userId !== null ? actor.rulingRole : actor.role;
  return role !== null && mayAccess(role, EVENTS[eventType].access);
}

const SOURCES: Readonly<Record<DevicePlatform, EventSource>> = {
  ELECTRON: 'ELECTRON',
  IOS: 'MOBILE',
  ANDROID: 'MOBILE',
  WEB: 'MOBILE',
};

/** Device time is data, not truth: it is set right by how far its clock was off, and never lies after the arrival. */
const occurredAt = (timestamp: string, { skew, receivedAt }: ReadingContext): string => {
  const corrected = Math.min(Date.parse(timestamp) + skew, Date.parse(receivedAt));
  return new Date(Math.max(corrected, EARLIEST)).toISOString();
};
/** What four digits for the year, and PostgreSQL, can write. */
const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');

const isDeviceEvent = (eventType: string): eventType is EventType =>
  EVENT_TYPES.some((known) => known === eventType && EVENTS[known].fromDevice);

const untrusted = (text: string | null, ...failure: Parameters<typeof failed>) =>
  ({ ok: false, outcome: failed(...failure), isSettled: false, text }) as const;

function textOf(raw: Readonly<Record<string, unknown>>): string | null {
  try {
    return signedText(raw);
  } catch {
    // Text that is no text.
    return null;
  }
}

const reasonOf = (error: Parameters<typeof fieldErrors>[0]): string =>
  fieldErrors(error)
    .slice(0, 5)
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    .join('; ');
