/** Events as a device makes them: which there are, which record each is about, and how the rules see them. */
import {
  EVENTS,
  type DeviceEvent,
  type EventPayload,
  type EventSource,
  type EventType,
  PROTOCOL_VERSION,
  type SignedEvent,
} from '@wellpulse/contracts';
import { productionKey, shownEvent, type DomainEvent } from '@wellpulse/domain';
import { storedObject } from '../lib/stored-json.ts';

/** The types of event that a device may record. The contracts name them with `fromDevice`. */
export type DeviceEventType = {
  [Type in EventType]: (typeof EVENTS)[Type]['fromDevice'] extends true ? Type : never;
}[EventType];

/**
 * Whether a device may record events of this type.
 *
 * @example
 * isDeviceEventType('PRODUCTION_CREATED'); // true
 * isDeviceEventType('WELL_CREATED'); // false
 */
export const isDeviceEventType = (type: string): type is DeviceEventType =>
  type in EVENTS && EVENTS[type as EventType].fromDevice;

/** An event's row in the log, as far as its text goes. */
export interface LoggedText {
  readonly event: string;
  readonly signature: string;
}

/** An event as the log keeps it and as it is sent: its text as it was signed, and the signature beside it. */
export const readSigned = (row: LoggedText): SignedEvent => ({
  ...(storedObject(row.event) as SignedEvent),
  signature: row.signature,
});

/** The same as screens and rules read it; a newer app's event may lack what they know. */
export const readEvent = (row: LoggedText): DeviceEvent => shownEvent(readSigned(row));

/** What a person did, before it is an event. */
export type DeviceEntry = {
  [Type in DeviceEventType]: {
    readonly eventType: Type;
    /** The well for production, else the record itself. */
    readonly aggregateId: string;
    readonly payload: EventPayload<Type>;
  };
}[DeviceEventType];

export type RecordKind = 'production' | 'equipment' | 'conflict';

/** One record that events are about; events on the same one are sent in their order. */
export interface RecordName {
  readonly kind: RecordKind;
  /** As the table's key: the well and day, or the record's id. */
  readonly key: string;
}

export function recordOf(event: {
  readonly eventType: string;
  readonly aggregateId: string;
  readonly payload: unknown;
}): RecordName {
  if (event.eventType.startsWith('PRODUCTION_')) {
    const { productionDate } = event.payload as { productionDate?: unknown };
    if (typeof productionDate === 'string')
      return { kind: 'production', key: productionKey(event.aggregateId, productionDate) };
  }
  const kind = event.eventType.startsWith('EQUIPMENT_') ? 'equipment' : 'conflict';
  return { kind, key: event.aggregateId };
}

export const recordKey = ({ kind, key }: RecordName): string => `${kind}|${key}`;

export function parseRecordKey(text: string): RecordName {
  const at = text.indexOf('|');
  return { kind: text.slice(0, at) as RecordKind, key: text.slice(at + 1) };
}

/** The tables' keys of those records that are of this kind. */
export const keysOf = (kind: RecordKind, keys: readonly string[]): string[] =>
  keys
    .map(parseRecordKey)
    .filter((name) => name.kind === kind)
    .map(({ key }) => key);

export const sourceOf = (platform: string): EventSource => (platform === 'ELECTRON' ? 'ELECTRON' : 'MOBILE');

/**
 * The event for the rules, which look for no conflicts here: the server does. Null if this app doesn't know its type or
 * version, or if its payload isn't of the type. An imported file may hold such an event.
 */
export function toDomainEvent(event: DeviceEvent, source: EventSource): DomainEvent | null {
  if (!isDeviceEventType(event.eventType) || (event.protocol ?? 0) > PROTOCOL_VERSION) return null;
  const payload = EVENTS[event.eventType].payload.safeParse(event.payload);
  return payload.success ? domainEventOf(event, payload.data, source) : null;
}

/** The same with a payload that was parsed as that of the event's type. */
export const domainEventOf = (event: DeviceEvent, payload: unknown, source: EventSource): DomainEvent =>
  ({
    id: event.id,
    eventType: event.eventType,
    aggregateId: event.aggregateId,
    baseVersion: event.baseVersion,
    payload,
    userId: event.userId,
    deviceId: event.deviceId,
    deviceSequence: event.deviceSequence,
    carrierId: null,
    authorLeft: false,
    source,
    occurredAt: event.timestamp,
    receivedAt: event.timestamp,
    clockOffsetMs: null,
    setRightAt: null,
  }) as DomainEvent;
