/**
 * Reads one event of a batch, distrusting it: is it whole, of this tenant, signed by its device, by somebody who may
 * do this, and of a form that the contract names? What can't be trusted is refused without settling the id, so that
 * nobody can use up an id before the device that it belongs to sends it (ADR 14, ADR 20).
 */
import {
  deviceEventSchema,
  EVENTS,
  EVENT_TYPES,
  fieldErrors,
  MAX_EVENT_BYTES,
  mayAccess,
  type DevicePlatform,
  type DeviceEvent,
  type EventSource,
  type EventType,
  type Role,
} from '@wellpulse/contracts';
import type { DomainEvent } from '../state/event.ts';
import { failed, type EventOutcome } from './event-outcome.ts';
import { fitsIn } from './json-size.ts';
import { signedText } from './signed-text.ts';

/** As much of an unknown type as is told and kept. */
export const MAX_TYPE_LENGTH = 60;

export interface SigningDevice {
  readonly platform: DevicePlatform;
  /** Null once it is revoked. */
  readonly key: Uint8Array | null;
}

export interface ReadingContext {
  readonly tenantId: string;
  readonly receivedAt: string;
  /** Milliseconds to add to what the device's clock said. */
  readonly skew: number;
  readonly devices: ReadonlyMap<string, SigningDevice>;
  /** What somebody may do who entered something on a device; undefined for nobody. */
  readonly roleOf: (deviceId: string, userId: string) => Role | undefined;
  readonly verify: (key: Uint8Array, text: string, signature: string) => boolean;
}

export type ReadEvent =
  | {
      readonly ok: true;
      readonly event: DomainEvent;
      readonly wire: DeviceEvent;
      readonly text: string;
      readonly role: Role;
    }
  | {
      readonly ok: false;
      readonly outcome: EventOutcome;
      /** Whether the refusal is the last word on this id. */
      readonly isSettled: boolean;
      /** What its device signed, if it did. */
      readonly wire?: DeviceEvent;
      /** The event as it would be signed; null if it can't be written, or is too large to be worth it. */
      readonly text: string | null;
    };

export function readDeviceEvent(raw: Readonly<Record<string, unknown>>, context: ReadingContext): ReadEvent {
  const { signature: _, ...signed } = raw;
  if (!fitsIn(MAX_EVENT_BYTES, signed)) return readTooLarge(raw, context);
  const text = textOf(raw);
  if (text === null) return untrusted(text, 'VALIDATION_FAILED', 'The entry holds what cannot be read.');
  const parsed = deviceEventSchema.safeParse(raw);
  if (!parsed.success) return untrusted(text, 'VALIDATION_FAILED', reasonOf(parsed.error));
  const wire = parsed.data;
  if (wire.tenantId !== context.tenantId) {
    return untrusted(text, 'TENANT_MISMATCH', 'The entry belongs to another company.');
  }
  const device = context.devices.get(wire.deviceId);
  if (device === undefined || !isSignedBy(device, wire, text, context)) {
    return untrusted(
      text,
      'SIGNATURE_INVALID',
      'The entry is not signed by a device that is registered here.',
    );
  }
  return readTrusted(wire, text, device, context);
}

/** Its device may well have sent it, and must not be said to miss its number: that is settled, what it says is not kept. */
function readTooLarge(raw: Readonly<Record<string, unknown>>, context: ReadingContext): ReadEvent {
  const refusal = untrusted(null, 'EVENT_TOO_LARGE', 'The entry is larger than 64 KiB.');
  const wire = deviceEventSchema.safeParse(raw).data;
  if (wire?.tenantId !== context.tenantId) return refusal;
  const device = context.devices.get(wire.deviceId);
  const text = device === undefined ? null : textOf(raw);
  if (device === undefined || text === null || !isSignedBy(device, wire, text, context)) return refusal;
  return { ...refusal, isSettled: true, wire, text };
}

const isSignedBy = (
  device: SigningDevice,
  { signature }: DeviceEvent,
  text: string,
  { verify }: ReadingContext,
): boolean => device.key !== null && verify(device.key, text, signature);

function readTrusted(
  wire: DeviceEvent,
  text: string,
  device: SigningDevice,
  context: ReadingContext,
): ReadEvent {
  const refuse = (...failure: Parameters<typeof failed>): ReadEvent => ({
    ok: false,
    outcome: failed(...failure),
    isSettled: true,
    wire,
    text,
  });
  const role = context.roleOf(wire.deviceId, wire.userId);
  if (role === undefined) return refuse('AUTHOR_UNKNOWN', 'There is no such user.');
  if (!isDeviceEvent(wire.eventType)) {
    return refuse(
      'EVENT_TYPE_UNKNOWN',
      `This server does not know entries of the kind ${wire.eventType.slice(0, MAX_TYPE_LENGTH)}.`,
    );
  }
  const { access, payload: schema } = EVENTS[wire.eventType];
  if (!mayAccess(role, access))
    return refuse('FORBIDDEN', 'The role of whoever entered it does not allow this.');
  const payload = schema.safeParse(wire.payload);
  if (!payload.success) return refuse('VALIDATION_FAILED', reasonOf(payload.error));
  return {
    ok: true,
    wire,
    text,
    role,
    event: {
      id: wire.id,
      eventType: wire.eventType,
      aggregateId: wire.aggregateId,
      baseVersion: wire.baseVersion,
      payload: payload.data,
      userId: wire.userId,
      deviceId: wire.deviceId,
      source: SOURCES[device.platform],
      occurredAt: occurredAt(wire.timestamp, context),
      receivedAt: context.receivedAt,
      // The payload was parsed by the event's own type.
    } as DomainEvent,
  };
}

const SOURCES: Readonly<Record<DevicePlatform, EventSource>> = {
  ELECTRON: 'ELECTRON',
  IOS: 'MOBILE',
  ANDROID: 'MOBILE',
  WEB: 'WEB',
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
