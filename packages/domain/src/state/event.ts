/** An event as the rules see it: what happened, who did it, and which state of the record they were looking at. */
import type { EventPayload, EventSource, EventType } from '@wellpulse/contracts';

/** An event of one type, as the log keeps it. */
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
  /** Its number on its device; null where no device made it, and where the log is older than this column of it. */
  readonly deviceSequence: number | null;
  /** Who sent it; null where that is its author, here and now. Never a source of rights. */
  readonly carrierId: string | null;
  /** It was made before its author's rights ended, and arrived after that: what it contests waits for a person. */
  readonly authorLeft: boolean;
  readonly source: EventSource;
  readonly occurredAt: string;
  /** The server's real time. */
  readonly receivedAt: string;
  /** Milliseconds by which its device's clock was set right (server less device); null where no device's clock had a say. */
  readonly clockOffsetMs: number | null;
  /**
   * Since when the server's clock is right again, where the log holds rows from before that lie after this event: its clock was ahead
   * for them. Null at any other time.
   */
  readonly setRightAt: string | null;
}

/** An event as the rules read it, of any type. */
export type DomainEvent = { [Type in EventType]: EventOf<Type> }[EventType];
