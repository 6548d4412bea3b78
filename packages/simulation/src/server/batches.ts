/** Accepts batches by the rules that the API asks; its one transaction is an assignment here. */
import { syncBatchSchema, type DeviceNumbers, type SyncBatch } from '@wellpulse/contracts';
import {
  refuseOrRepeatBatch,
  applyEach,
  readReceivedEvents,
  Settlement,
  skewOf,
  toAnswer,
  type applyEvent,
  type AnsweredBefore,
  type DomainEvent,
  type Entry,
  type EventOutcome,
  type RawEvent,
  type ReadingContext,
  type JudgeableEvent,
  type LogTimes,
  type Verdict,
  type Workset,
} from '@wellpulse/domain';
import type { Reply } from '@wellpulse/offline';
import { createHash, createHmac } from 'node:crypto';
import type { DeviceRegistry } from './device-registry.ts';
import { answered, problem } from './reply.ts';
import type { KeptOutcome, ServerParts } from './server-parts.ts';
import type { OpenSession, User } from './sessions.ts';
import type { TenantStore } from './tenant-store.ts';

/** An event as it came, and what was said of it then. */
export interface Heard {
  readonly raw: RawEvent;
  readonly outcome: EventOutcome;
}

/** What a backup holds of events that were answered. */
export interface AnsweredState {
  readonly kept: ReadonlyMap<string, KeptOutcome>;
  readonly answers: ReadonlyMap<string, AnsweredBefore>;
}

interface BatchesInput {
  readonly store: TenantStore;
  readonly devices: DeviceRegistry;
  readonly tenantId: string;
  readonly parts: ServerParts;
  readonly isPoison: (event: DomainEvent) => boolean;
  /** The highest version that the server knows now. */
  readonly protocol: () => number;
}

/** What is to be committed, and what is answered when it is. */
export interface Transaction {
  readonly reply: Reply;
  readonly commit: () => void;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const nothing = (): void => undefined;
const refuse = (reply: Reply): Transaction => ({ reply, commit: nothing });

export class Batches {
  readonly #in: BatchesInput;
  /** What is settled. A refusal that settles nothing is forgotten here, and gives way to what does in the API. */
  kept: ReadonlyMap<string, KeptOutcome> = new Map();
  readonly heard: Heard[] = [];
  #answers = new Map<string, AnsweredBefore>();
  #writes = 0;

  constructor(input: BatchesInput) {
    this.#in = input;
  }

  take(
    { user, deviceId }: Pick<OpenSession, 'user' | 'deviceId'>,
    key: string,
    json: unknown,
    times: LogTimes,
  ): Transaction {
    const parsed = syncBatchSchema.safeParse(json);
    if (!parsed.success) return refuse(problem('VALIDATION_FAILED'));
    const batch = parsed.data;
    const bodyHash = sha256(JSON.stringify(json));
    const known = refuseOrRepeatBatch({
      deviceId: batch.deviceId,
      sessionDeviceId: deviceId,
      isRevoked: deviceId !== null && !this.#in.devices.isActive(deviceId),
      bodyHash,
      before: this.#in.parts.answeredBefore(this.#answers, { userId: user.id, key, bodyHash }),
    });
    if (typeof known === 'string') return refuse(problem(known));
    if (known !== null) return refuse(answered(200, known));
    return this.#settle(user, { key: `${user.id} ${key}`, bodyHash }, batch, times);
  }

  /** A device's events that are settled, with their numbers. */
  settledOf(deviceId: string): { readonly eventId: string; readonly deviceSequence: number }[] {
    return [...this.kept.values()].flatMap(({ verdict: { received } }) => {
      const { eventId, deviceSequence } = received;
      return received.deviceId === deviceId && deviceSequence !== null ? [{ eventId, deviceSequence }] : [];
    });
  }

  lastSequence(deviceId: string): number {
    const numbers = this.settledOf(deviceId).map(({ deviceSequence }) => deviceSequence);
    return this.#in.parts.lastSequence(numbers);
  }

  /** Whether an event is settled, and not refused. */
  isTaken(eventId: string): boolean {
    const kept = this.kept.get(eventId);
    return kept !== undefined && kept.outcome.result !== 'FAILED';
  }

  /** What a device asks about its own numbers. */
  numbersOf(deviceId: string, { eventIds }: { readonly eventIds: readonly string[] }): DeviceNumbers {
    const settled = this.settledOf(deviceId).filter(({ eventId }) => eventIds.includes(eventId));
    return { lastSequence: this.lastSequence(deviceId), settled };
  }

  #settle(
    user: User,
    { key, bodyHash }: { readonly key: string; readonly bodyHash: string },
    batch: SyncBatch,
    { receivedAt, setRightAt }: LogTimes,
  ): Transaction {
    const { parts, store } = this.#in;
    const events = batch.events as RawEvent[];
    const context = this.#context(user, batch, receivedAt);
    const receivedEvents = readReceivedEvents(events, context, sha256);
    const settlement = new Settlement(
      receivedEvents,
      parts.settledBefore(this.kept),
      ({ outcome }) => outcome,
    );
    const workset = store.begin();
    const entries = settlement.judgeableEvents.map(({ event, ...judgeable }) =>
      this.#toEntry({ ...judgeable, event: { ...event, setRightAt } }, events),
    );
    const judgements = applyEach(workset, entries, new Map(), this.#rules);
    if (
      parts.isPoisonForAll &&
      judgements.some((judgement) => !judgement.ok && judgement.code === 'RULE_FAILED')
    )
      return refuse(problem('INTERNAL'));
    const verdicts = settlement.conclude(judgements);
    const answer = toAnswer(settlement.outcomes, receivedAt);
    const accepted = entries.filter((_, index) => {
      const judgement = judgements[index];
      return judgement?.ok === true && judgement.changed;
    });
    return {
      reply: answered(200, answer),
      commit: () => {
        this.#write(workset, accepted, receivedAt);
        this.#keep(verdicts, receivedAt);
        this.#answers.set(key, { bodyHash, answer });
        for (const raw of events) {
          const outcome = settlement.outcomes.get(raw.id);
          if (outcome !== undefined) this.heard.push({ raw, outcome });
        }
      },
    };
  }

  /** They throw where the simulation says so, as a defect in them would. */
  readonly #rules: typeof applyEvent = (workset, event, actor) => {
    if (this.#in.isPoison(event)) throw new Error('A rule failed');
    return this.#in.parts.rules(workset, event, actor);
  };

  #toEntry({ event, actor, recordKey }: JudgeableEvent, events: readonly RawEvent[]): Entry {
    const { parts } = this.#in;
    const timestamp = String(events.find(({ id }) => id === event.id)?.['timestamp']);
    return {
      event: parts.asJudged(event, { timestamp }),
      actor,
      recordKey: parts.keepsOrder ? recordKey : null,
    };
  }

  #write(workset: Workset, accepted: readonly Entry[], receivedAt: string): void {
    const { parts, store } = this.#in;
    if (accepted.length === 0) return;
    this.#writes += 1;
    if (parts.writes(this.#writes))
      store.commit(workset, accepted, parts.placeInFeed(Date.parse(receivedAt)));
  }

  #keep(verdicts: readonly Verdict[], receivedAt: string): void {
    const kept = new Map(this.kept);
    for (const verdict of verdicts) {
      const { eventId, contentHash } = verdict.received;
      kept.set(eventId, { contentHash, outcome: verdict.outcome, verdict, receivedAt });
    }
    this.kept = kept;
  }

  backUp(): AnsweredState {
    return { kept: this.kept, answers: new Map(this.#answers) };
  }

  /** What was said stays said, so `heard` stays. */
  putBack({ kept, answers }: AnsweredState): void {
    this.kept = kept;
    this.#answers = new Map(answers);
  }

  #context(user: User, batch: SyncBatch, receivedAt: string): ReadingContext {
    const { devices, store, tenantId, parts } = this.#in;
    const now = Date.parse(receivedAt);
    return {
      tenantId,
      carrierId: user.id,
      receivedAt,
      protocol: this.#in.protocol(),
      skew: skewOf(batch.sentAt, receivedAt),
      platformOf: (deviceId) => devices.platformOf(deviceId),
      keysOf: (deviceId, userId) => parts.keysOf(devices, deviceId, userId, now),
      endedKeysOf: (deviceId, userId) => devices.endedKeysOf(deviceId, userId, now),
      rightsOf: (userId, occurredAt) => {
        const periods = store.rolePeriodsOf(userId, { now: receivedAt, arrival: receivedAt });
        return periods.length === 0 ? undefined : parts.rightsOf(periods, occurredAt, receivedAt);
      },
      matches: (key, text, signature) => createHmac('sha256', key).update(text).digest('hex') === signature,
    };
  }
}
