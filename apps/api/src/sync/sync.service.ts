/**
 * Takes a device's batch: each event is judged by itself, and the answer, the outcomes and the records are one
 * transaction. What was settled before gets the same outcome again; what the answer says is durable when it is sent.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { SyncAnswer } from '@wellpulse/contracts';
import {
  authorRole,
  failed,
  FAILED_HERE,
  outcomeOf,
  readCandidates,
  Settlement,
  toAnswer,
  type EventOutcome,
  type RawEvent,
  type ReadingContext,
  type Submission,
} from '@wellpulse/domain';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { CLOCK, type Clock } from '../config/clock.ts';
import { KeySeal } from '../devices/key-seal.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { readHead } from '../write-path/event-log.ts';
import { notifyOfDevice } from '../write-path/notify.ts';
import { byCaller } from '../write-path/origin.ts';
import {
  isDecision,
  TenantWriter,
  type Db,
  type Intent,
  type WriteResult,
} from '../write-path/tenant-writer.ts';
import type { BatchBody } from './read-body.ts';
import {
  noteDevice,
  readAnswered,
  readAuthors,
  readSettled,
  readSigningDevices,
  saveAnswer,
  saveVerdicts,
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
    const candidates = readCandidates(batch.events, batch.deviceId, context, sha256);
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
    let settlement: Settlement | undefined;
    await this.writer.write(
      caller.database,
      byCaller(caller),
      async (db) => {
        answer = await answeredBefore(db, caller, key, hash);
        if (answer !== undefined) return [];
        settlement = new Settlement(candidates, await readSettled(db, candidates));
        return settlement.open.flatMap(({ submission }) => (submission === null ? [] : toIntent(submission)));
      },
      {
        mode: 'EACH',
        alongside: async (db, decisions) => {
          if (settlement === undefined || answer !== undefined) return;
          await saveVerdicts(db, receivedAt, settlement.conclude(decisions.map(toOutcome)));
          answer = toAnswer(settlement.outcomes, this.clock.now());
          await saveAnswer(db, { ...note, answer });
          await noteDevice(db, note);
          await notifyOfDevice(db, (await readHead(db)).sequence);
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
        roleOf: (deviceId, userId) => authorRole(caller.user, deviceId, userId, authors.get(userId)),
        verify: isSigned,
      },
    };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_SECONDS = 2_147_483_647;
const clampSeconds = (milliseconds: number): number =>
  Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, Math.round(milliseconds / 1000)));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

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

const toIntent = ({ event, role, recordKey }: Submission): Intent =>
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
      recordKey,
    },
    // The payload is of the event's own type.
  }) as Intent;

function toOutcome(decision: WriteResult['decisions'][number]): EventOutcome {
  if (isDecision(decision)) return outcomeOf(decision);
  return decision.code === 'RULE_FAILED'
    ? FAILED_HERE
    : failed('VALIDATION_FAILED', 'The entry holds values that cannot be stored.');
}
