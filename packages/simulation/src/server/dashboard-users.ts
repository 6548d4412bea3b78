/** What people do at the dashboard: events without a device, by somebody who sees the record as it is. */
import type { EventPayload, EventType } from '@wellpulse/contracts';
import {
  applyEvent,
  present,
  type Decision,
  type DomainEvent,
  type LogTimes,
  type Workset,
} from '@wellpulse/domain';
import type { Random } from '../chance/random.ts';
import { short, type Trace } from '../chance/trace.ts';
import type { ServerParts } from './server-parts.ts';
import type { User } from './sessions.ts';
import type { TenantStore } from './tenant-store.ts';

export type DashboardIntent = {
  [Type in EventType]: {
    readonly eventType: Type;
    readonly aggregateId: string;
    readonly baseVersion?: number;
    readonly payload: EventPayload<Type>;
  };
}[EventType];

interface DashboardUsersParts {
  readonly store: TenantStore;
  readonly random: Random;
  readonly trace: Trace;
  readonly parts: ServerParts;
  readonly times: () => LogTimes;
}

interface Prepared {
  readonly decision: Decision;
  readonly workset: Workset;
  readonly commit: () => void;
}

export class DashboardUsers {
  readonly #in: DashboardUsersParts;
  #count = 0;

  constructor(parts: DashboardUsersParts) {
    this.#in = parts;
  }

  /** Decides and commits; a refusal changes nothing. */
  do(user: User, intent: DashboardIntent): Decision {
    const { decision, commit } = this.prepare(user, intent);
    commit();
    return decision;
  }

  /** Decides, and says how everything is if it is committed. */
  prepare({ id: userId, role }: User, intent: DashboardIntent): Prepared {
    const { store, trace, parts, times } = this.#in;
    const { receivedAt: at, setRightAt } = times();
    const event = {
      baseVersion: null,
      ...intent,
      id: this.newId(),
      userId,
      deviceId: null,
      deviceSequence: null,
      carrierId: null,
      authorLeft: false,
      source: 'WEB',
      occurredAt: at,
      receivedAt: at,
      clockOffsetMs: null,
      setRightAt,
      // The payload is of the type that is named.
    } as DomainEvent;
    const actor = present(userId, role);
    const workset = store.begin();
    const decision = applyEvent(workset, event, actor);
    const isChange = decision.ok && decision.changed;
    trace.add('dashboard', `${intent.eventType} ${short(event.id)} ${describe(decision)}`);
    const commit = (): void => {
      if (isChange) store.commit(workset, [{ event, actor }], parts.placeInFeed(Date.parse(at)));
    };
    return { decision, workset, commit };
  }

  /** In the form of version 7, and in the order in which they were made. */
  newId(): string {
    this.#count += 1;
    const digits = Buffer.from(this.#in.random.bytes(4)).toString('hex');
    return `0199f000-${this.#count.toString(16).padStart(4, '0')}-7000-8000-${digits.padStart(12, '0')}`;
  }
}

const describe = (decision: Decision): string =>
  decision.ok ? (decision.changed ? 'taken' : 'changes nothing') : decision.code;
