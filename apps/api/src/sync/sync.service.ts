/**
 * Takes a device's batch: each event is judged by itself, and the answer, the outcomes and the records are one
 * transaction. What was settled before gets the same outcome again; what the answer says is durable when it is sent.
 */
import { Inject, Injectable } from '@nestjs/common';
import { mayAccess, type Role, type SyncAnswer } from '@wellpulse/contracts';
import {
  failed,
  FAILED_HERE,
  isRetryable,
  outcomeOf,
  toAnswer,
  type EventOutcome,
  type ReadingContext,
} from '@wellpulse/domain';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { CLOCK, type Clock } from '../config/clock.ts';
import { KeySeal } from '../devices/key-seal.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { isDecision, TenantWriter, type Db, type WriteResult } from '../write-path/tenant-writer.ts';
import { inDeviceOrder, toCandidate, type Candidate, type RawEvent } from './candidate.ts';
import type { BatchBody } from './read-body.ts';
import {
  noteDevice,
  readAnswered,
  readAuthors,
  readSettled,
  readSigningDevices,
  saveAnswer,
  saveOutcomes,
  type Author,
} from './sync.queries.ts';

@Injectable()
export class SyncService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(KeySeal) private readonly seal: KeySeal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `DEVICE_REVOKED` and `IDEMPOTENCY_KEY_REUSED`; any other trouble of the batch is in the answer. */
  async take(caller: Caller, key: string, { batch, hash }: BatchBody): Promise<SyncAnswer> {
    const receivedAt = this.clock.now();
    const { skew, context } = await this.#context(caller, batch, receivedAt);
    const unique = [
      ...new Map((batch.events as RawEvent[]).toReversed().map((raw) => [raw.id, raw])).values(),
    ];
    const candidates = inDeviceOrder(
      unique.toReversed().map((raw) => toCandidate(raw, batch.deviceId, context)),
    );
    const outcomes = new Map<string, EventOutcome>();
    const note = {
      key,
      userId: caller.user.id,
      deviceId: batch.deviceId,
      bodyHash: hash,
      receivedAt,
      clockSkewSeconds: clampSeconds(skew),
      appVersion: batch.appVersion,
    };
    let answer: SyncAnswer | undefined;
    let open: Candidate[] = [];
    await this.writer.write(
      caller.database,
      byCaller(caller),
      async (db) => {
        answer = await answeredBefore(db, caller, key, hash);
        open = answer === undefined ? await unsettled(db, candidates, outcomes) : [];
        return open.flatMap(({ intent }) => intent ?? []);
      },
      {
        mode: 'EACH',
        alongside: async (db, decisions) => {
          if (answer !== undefined) return;
          await conclude(db, receivedAt, open, decisions, outcomes);
          answer = toAnswer(outcomes, this.clock.now());
          await saveAnswer(db, { ...note, answer });
          await noteDevice(db, note);
        },
      },
    );
    if (answer === undefined) throw new Error('A batch that was taken has an answer');
    return answer;
  }

  async #context(
    caller: Caller,
    batch: BatchBody['batch'],
    receivedAt: string,
  ): Promise<{ skew: number; context: ReadingContext }> {
    const { db } = caller.database;
    const text = (raw: RawEvent, field: string): string[] => {
      const value = raw[field];
      return typeof value === 'string' && UUID.test(value) ? [value] : [];
    };
    const events = batch.events as RawEvent[];
    const deviceIds = new Set([batch.deviceId, ...events.flatMap((raw) => text(raw, 'deviceId'))]);
    const devices = await readSigningDevices(db, this.seal, [...deviceIds]);
    const device = devices.get(batch.deviceId);
    if (device === undefined || device.key === null) throw new ProblemError('DEVICE_REVOKED');
    const userIds = new Set(events.flatMap((raw) => text(raw, 'userId')));
    const authors = await readAuthors(db, [...userIds]);
    const skew = Date.parse(receivedAt) - Date.parse(batch.sentAt);
    return {
      skew,
      context: {
        tenantId: caller.tenant.id,
        receivedAt,
        skew,
        devices,
        roleOf: (deviceId, userId) => roleOf(caller, deviceId, userId, authors.get(userId)),
        verify: isSigned,
      },
    };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_SECONDS = 2_147_483_647;
const clampSeconds = (milliseconds: number): number =>
  Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, Math.round(milliseconds / 1000)));

/**
 * An author counts with their own role where they are known to have used the device. Else nobody has shown that they
 * ever held it, and their entry may do no more than whoever sends it.
 */
function roleOf(
  { user }: Caller,
  deviceId: string,
  userId: string,
  author: Author | undefined,
): Role | undefined {
  if (author === undefined || userId === user.id || author.deviceIds.has(deviceId)) return author?.role;
  return mayAccess(author.role, 'MANAGE') && !mayAccess(user.role, 'MANAGE') ? user.role : author.role;
}

function isSigned(key: Uint8Array, text: string, signature: string): boolean {
  const expected = createHmac('sha256', key).update(text, 'utf8').digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

async function answeredBefore(
  db: Db,
  caller: Caller,
  key: string,
  hash: Buffer,
): Promise<SyncAnswer | undefined> {
  const answered = await readAnswered(db, caller.user.id, key);
  if (answered !== undefined && !answered.bodyHash.equals(hash)) {
    throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
  }
  return answered?.answer;
}

/** Fills in what was settled before, and returns the rest. */
async function unsettled(
  db: Db,
  candidates: readonly Candidate[],
  outcomes: Map<string, EventOutcome>,
): Promise<Candidate[]> {
  outcomes.clear();
  const settled = await readSettled(
    db,
    candidates.map(({ eventId }) => eventId),
  );
  return candidates.filter(({ eventId, contentHash }) => {
    const before = settled.get(eventId);
    if (before === undefined) return true;
    const isSame = before.contentHash.equals(contentHash);
    outcomes.set(eventId, isSame ? before.outcome : REUSED);
    return false;
  });
}

const REUSED = failed('EVENT_ID_REUSED', 'An entry with this id was sent before, and said something else.');

/** Works out what became of each, and keeps what is settled. */
async function conclude(
  db: Db,
  receivedAt: string,
  open: readonly Candidate[],
  decisions: WriteResult['decisions'],
  outcomes: Map<string, EventOutcome>,
): Promise<void> {
  const decided = decisions.values();
  const kept = open.map((candidate) => {
    const outcome = candidate.refusal ?? toOutcome(decided.next().value);
    outcomes.set(candidate.eventId, outcome);
    return { candidate, outcome };
  });
  await saveOutcomes(
    db,
    receivedAt,
    kept.filter(({ outcome }) => !isRetryable(outcome)),
  );
}

function toOutcome(decision: WriteResult['decisions'][number] | undefined): EventOutcome {
  if (decision === undefined) throw new Error('Every intent is decided on');
  if (isDecision(decision)) return outcomeOf(decision);
  return decision.code === 'RULE_FAILED'
    ? FAILED_HERE
    : failed('VALIDATION_FAILED', 'The entry holds values that cannot be stored.');
}
