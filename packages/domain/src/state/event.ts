/** An event as the rules see it: what happened, who did it, and which state of the record they were looking at. */
import type { EventPayload, EventSource, EventType, Role } from '@wellpulse/contracts';

export interface EventOf<Type extends EventType> {
  readonly id: string;
  readonly eventType: Type;
  /** The well for production, else the record itself (docs/sync-protocol.md, "2. The event"). */
  readonly aggregateId: string;
  /** The version that the person was looking at, 0 for none; null where they claimed none, such as a plain DELETE. */
  readonly baseVersion: number | null;
  readonly payload: EventPayload<Type>;
  readonly userId: string | null;
  readonly deviceId: string | null;
  readonly source: EventSource;
  readonly occurredAt: string;
  readonly receivedAt: string;
}

export type DomainEvent = { [Type in EventType]: EventOf<Type> }[EventType];

/** Who acts. The command-line tool acts as nobody and may do everything. */
export type Actor =
  { readonly userId: string; readonly role: Role } | { readonly userId: null; readonly role: null };
