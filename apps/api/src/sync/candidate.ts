/** An event of a batch after it was read, and before anybody looked whether its id was settled already. */
import type { Role } from '@wellpulse/contracts';
import {
  readDeviceEvent,
  recordKeyOf,
  signedText,
  type EventOutcome,
  type ReadEvent,
  type ReadingContext,
} from '@wellpulse/domain';
import { createHash } from 'node:crypto';
import type { Intent } from '../write-path/tenant-writer.ts';

export interface Candidate {
  readonly eventId: string;
  readonly deviceId: string;
  readonly deviceSequence: number | null;
  readonly userId: string | null;
  readonly eventType: string | null;
  /** Tells whether the same id comes with other content. */
  readonly contentHash: Buffer;
  /** What is kept of an event that is refused; null if it is too large for that. */
  readonly text: string | null;
  /** Whether the outcome settles the id. */
  readonly isTrusted: boolean;
  /** Either what it wants, or why it is refused. */
  readonly intent: Intent | null;
  readonly refusal: EventOutcome | null;
}

export type RawEvent = Readonly<Record<string, unknown>> & { readonly id: string };

/** A refused event is kept up to this length, of whatever kind it is. */
const MAX_KEPT = 64 * 1024;

export function toCandidate(raw: RawEvent, deviceId: string, context: ReadingContext): Candidate {
  const read = readDeviceEvent(raw, context);
  const text = textOf(raw);
  const { wire } = read;
  const base = {
    eventId: raw.id,
    deviceId: wire?.deviceId ?? deviceId,
    deviceSequence: wire?.deviceSequence ?? null,
    userId: wire?.userId ?? null,
    eventType: wire?.eventType.replaceAll('\u0000', '').toWellFormed() ?? null,
    contentHash: createHash('sha256')
      .update(text ?? '')
      .digest(),
    text: text === null || text.length > MAX_KEPT ? '{}' : text,
  };
  if (!read.ok) {
    return { ...base, isTrusted: read.isSettled, intent: null, refusal: read.outcome };
  }
  const role = context.roleOf(read.wire.deviceId, read.wire.userId);
  if (role === undefined) throw new Error('An event that was read has an author');
  return { ...base, isTrusted: true, intent: toIntent(read, role), refusal: null };
}

const toIntent = ({ event, wire }: Extract<ReadEvent, { ok: true }>, role: Role): Intent =>
  ({
    eventType: event.eventType,
    aggregateId: event.aggregateId,
    baseVersion: event.baseVersion,
    payload: event.payload,
    stamp: {
      id: event.id,
      deviceId: event.deviceId,
      occurredAt: event.occurredAt,
      actor: { userId: event.userId, role },
      source: event.source,
      recordKey: recordKeyOf(wire),
    },
    // The payload is of the event's own type.
  }) as Intent;

/** As JSON writes it: a text that PostgreSQL can keep whatever characters the event holds. */
function textOf(raw: RawEvent): string | null {
  try {
    return JSON.stringify(JSON.parse(signedText(raw)));
  } catch {
    return null;
  }
}

/** Each device's events in the order in which they were entered; devices as they first appear. */
export function inDeviceOrder(candidates: readonly Candidate[]): Candidate[] {
  const devices = [...new Set(candidates.map(({ deviceId }) => deviceId))];
  const place = new Map(devices.map((id, index) => [id, index]));
  return candidates.toSorted(
    (left, right) =>
      (place.get(left.deviceId) ?? 0) - (place.get(right.deviceId) ?? 0) ||
      (left.deviceSequence ?? 0) - (right.deviceSequence ?? 0),
  );
}
