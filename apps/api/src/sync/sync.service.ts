/**
 * Takes a device's batch: each event is judged by itself, and the answer, the outcomes and the records are one
 * transaction. What was settled before gets the same outcome again; what the answer says is durable when it is sent.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { SyncAnswer } from '@wellpulse/contracts';
import {
  authorRole,
  knownAnswer,
  readReceivedEvents,
  Settlement,
  toAnswer,
  type RawEvent,
  type ReadingContext,
} from '@wellpulse/domain';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { CLOCK, type Clock } from '../config/clock.ts';
import { KeySeal } from '../devices/key-seal.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { readHead } from '../write-path/event-log.ts';
import { notifyOfDevice } from '../write-path/notify.ts';
import { byCaller } from '../write-path/origin.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import type { BatchBody } from './read-body.ts';
import {
  recordDevice,
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
  async acceptBatch(caller: Caller, key: string, { batch, bodyHash }: BatchBody): Promise<SyncAnswer> {
    const receivedAt = this.clock.now();
    const { skew, context } = await this.#context(caller, batch, receivedAt);
    const receivedEvents = readReceivedEvents(batch.events, batch.deviceId, context, sha256);
    const received = {
      key,
      userId: caller.user.id,
      deviceId: batch.deviceId,
      bodyHash,
      receivedAt,
      clockSkewSeconds: clampSeconds(skew),
      appVersion: batch.appVersion,
    };
    return this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      const known = knownAnswer(await readAnswered(tx.db, caller.user.id, key), bodyHash);
      if (known === 'KEY_REUSED') throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
      if (known !== 'NEW') return known;
      const settlement = new Settlement(receivedEvents, await readSettled(tx.db, receivedEvents));
      const { decisions } = await tx.apply(settlement.judgeableEvents, 'EACH');
      await saveVerdicts(tx.db, receivedAt, settlement.conclude(decisions));
      const answer = toAnswer(settlement.outcomes, this.clock.now());
      await saveAnswer(tx.db, { ...received, answer });
      await recordDevice(tx.db, received);
      await notifyOfDevice(tx.db, (await readHead(tx.db)).sequence);
      return answer;
    });
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
