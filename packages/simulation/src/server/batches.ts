/** Takes batches as the API does, with the rules of `domain`; its one transaction is an assignment here. */
import { syncBatchSchema, type SyncAnswer, type SyncBatch } from '@wellpulse/contracts';
import {
  authorRole,
  FAILED_HERE,
  outcomeOf,
  readCandidates,
  Settlement,
  toAnswer,
  type DomainEvent,
  type EventOutcome,
  type RawEvent,
  type ReadingContext,
  type Submission,
  type Verdict,
} from '@wellpulse/domain';
import type { Reply } from '@wellpulse/offline';
import { createHash, createHmac } from 'node:crypto';
import type { DeviceRegistry } from './device-registry.ts';
import { judgeEntries, type Judgement } from './judge-entries.ts';
import { answered, problem } from './reply.ts';
import type { KeptAnswer, KeptOutcome, ServerParts } from './server-parts.ts';
import type { User } from './sessions.ts';
import type { TenantStore } from './tenant-store.ts';

/** An event as it came, and what was said of it then. */
export interface Heard {
  readonly raw: RawEvent;
  readonly outcome: EventOutcome;
}

interface BatchesInput {
  readonly store: TenantStore;
  readonly devices: DeviceRegistry;
  readonly users: readonly User[];
  readonly tenantId: string;
  readonly parts: ServerParts;
  readonly isPoison: (event: DomainEvent) => boolean;
}

/** What is to be committed, and what is answered when it is. */
export interface Transaction {
  readonly reply: Reply;
  readonly commit: () => void;
}

const nothing = (): void => undefined;
const refuse = (reply: Reply): Transaction => ({ reply, commit: nothing });

export class Batches {
  readonly #in: BatchesInput;
  /** What is settled. A refusal that settles nothing is forgotten here, and gives way to what does in the API. */
  readonly kept = new Map<string, KeptOutcome>();
  readonly heard: Heard[] = [];
  readonly #answers = new Map<string, KeptAnswer>();
  #writes = 0;

  constructor(input: BatchesInput) {
    this.#in = input;
  }

  take(user: User, key: string, json: unknown, receivedAt: string): Transaction {
    const parsed = syncBatchSchema.safeParse(json);
    if (!parsed.success) return refuse(problem('VALIDATION_FAILED'));
    const batch = parsed.data;
    if (!this.#in.devices.isActive(batch.deviceId)) return refuse(problem('DEVICE_REVOKED'));
    const body = JSON.stringify(json);
    const known = this.#in.parts.knownBatch(this.#answers, { userId: user.id, key, body });
    if (known === 'KEY_REUSED') return refuse(problem('IDEMPOTENCY_KEY_REUSED'));
    if (known !== 'NEW') return refuse(answered(200, known.answer));
    return this.#settle(user, `${user.id} ${key}`, body, batch, receivedAt);
  }

  /** A device's events that are settled, with their numbers. */
  settledOf(deviceId: string): { readonly eventId: string; readonly deviceSequence: number }[] {
    return [...this.kept.values()].flatMap(({ verdict: { candidate } }) => {
      const { eventId, deviceSequence } = candidate;
      return candidate.deviceId === deviceId && deviceSequence !== null ? [{ eventId, deviceSequence }] : [];
    });
  }

  #settle(user: User, key: string, body: string, batch: SyncBatch, receivedAt: string): Transaction {
    const { parts, store, isPoison, devices } = this.#in;
    const events = batch.events as RawEvent[];
    const candidates = readCandidates(
      events,
      batch.deviceId,
      this.#context(user, batch, receivedAt),
      (text) => createHash('sha256').update(text).digest('hex'),
    );
    const settlement = new Settlement(candidates, parts.settledBefore(this.kept));
    const submissions = settlement.open.flatMap(({ submission }) => submission ?? []);
    const judgement = judgeEntries(
      store.begin(),
      submissions.map((submission) => this.#toEntry(submission, events)),
      isPoison,
    );
    if (parts.isPoisonForAll && judgement.decisions.includes('RULE_FAILED'))
      return refuse(problem('INTERNAL'));
    const verdicts = settlement.conclude(
      judgement.decisions.map((decision) => (decision === 'RULE_FAILED' ? FAILED_HERE : outcomeOf(decision))),
    );
    const answer = toAnswer(settlement.outcomes, receivedAt);
    return {
      reply: answered(200, answer),
      commit: () => {
        this.#commit(judgement, verdicts, { key, body, answer }, receivedAt);
        devices.noteUser(batch.deviceId, user.id);
        for (const raw of events) {
          const outcome = settlement.outcomes.get(raw.id);
          if (outcome !== undefined) this.heard.push({ raw, outcome });
        }
      },
    };
  }

  #toEntry({ event, role, recordKey }: Submission, events: readonly RawEvent[]) {
    const { parts } = this.#in;
    const timestamp = String(events.find(({ id }) => id === event.id)?.['timestamp']);
    return {
      event: parts.asJudged(event, { timestamp }),
      actor: { userId: event.userId ?? '', role },
      recordKey: parts.keepsOrder ? recordKey : null,
    };
  }

  #commit(
    { workset, accepted }: Judgement,
    verdicts: readonly Verdict[],
    { key, body, answer }: { key: string; body: string; answer: SyncAnswer },
    receivedAt: string,
  ): void {
    const { parts, store } = this.#in;
    if (accepted.length > 0) {
      this.#writes += 1;
      if (parts.writes(this.#writes))
        store.commit(workset, accepted, parts.placeInFeed(Date.parse(receivedAt)));
    }
    for (const verdict of verdicts) {
      const { eventId, contentHash, isTrusted } = verdict.candidate;
      if (isTrusted) this.kept.set(eventId, { contentHash, outcome: verdict.outcome, verdict, receivedAt });
    }
    this.#answers.set(key, { body, answer });
  }

  #context(user: User, batch: SyncBatch, receivedAt: string): ReadingContext {
    const { devices, users, tenantId } = this.#in;
    return {
      tenantId,
      receivedAt,
      skew: Date.parse(receivedAt) - Date.parse(batch.sentAt),
      devices: devices.signing(),
      roleOf: (deviceId, userId) => {
        const role = users.find(({ id }) => id === userId)?.role;
        const author = role === undefined ? undefined : { role, deviceIds: devices.usedBy(userId) };
        return authorRole(user, deviceId, userId, author);
      },
      verify: (key, text, signature) => createHmac('sha256', key).update(text).digest('hex') === signature,
    };
  }
}
