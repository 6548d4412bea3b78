/**
 * Takes a device's batch: each event is judged by itself, and the answer, the outcomes and the records are one
 * transaction. What was settled before gets the same outcome again; what the answer says is durable when it is sent.
 */
import { Inject, Injectable } from '@nestjs/common';
import { PROTOCOL_VERSION, type SyncAnswer } from '@wellpulse/contracts';
import {
  refuseOrRepeatBatch,
  readReceivedEvents,
  rightsOf,
  Settlement,
  skewOf,
  toAnswer,
  type ReadingContext,
} from '@wellpulse/domain';
import { createHash } from 'node:crypto';
import { CLOCK, type Clock } from '../config/clock.ts';
import { words } from '../config/language.ts';
import { PersonKeys, readRolePeriods } from '../devices/person-keys.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { readHead } from '../write-path/event-log.ts';
import { notifyOfDevice } from '../write-path/notify.ts';
import { byCaller } from '../write-path/origin.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import type { Db } from '../write-path/write-transaction.ts';
import { verifySignature } from './verify-signature.ts';
import type { BatchBody } from './read-body.ts';
import { keepWaiting } from './waiting.queries.ts';
import { recordDevice, readAnswered, readSettled, saveAnswer, saveVerdicts } from './sync.queries.ts';

@Injectable()
export class SyncService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(PersonKeys) private readonly keys: PersonKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * `receivedAt` is when the request's head came. Throws `DEVICE_MISMATCH`, `DEVICE_REVOKED` and `IDEMPOTENCY_KEY_REUSED`; any other
   * trouble of the batch is in the answer.
   */
  async acceptBatch(
    caller: Caller,
    key: string,
    { batch, bodyHash }: BatchBody,
    receivedAt: string,
  ): Promise<SyncAnswer> {
    const skew = skewOf(batch.sentAt, receivedAt);
    const context = await this.#context(caller, batch, { receivedAt, skew });
    const receivedEvents = readReceivedEvents(batch.events, context, sha256);
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
      const known = refuseOrRepeatBatch({
        deviceId: batch.deviceId,
        sessionDeviceId: caller.deviceId,
        isRevoked: await isRevoked(tx.db, batch.deviceId),
        bodyHash,
        before: await readAnswered(tx.db, caller.user.id, key),
      });
      if (typeof known === 'string') throw new ProblemError(known);
      if (known !== null) return known;
      const settled = await readSettled(tx.db, receivedEvents);
      const settlement = new Settlement(receivedEvents, settled, words.conflictReason);
      const { decisions } = await tx.apply(settlement.judgeableEvents, 'EACH');
      const verdicts = settlement.conclude(decisions);
      const answer = toAnswer(settlement.outcomes, this.clock.now());
      await saveVerdicts(tx.db, receivedAt, verdicts);
      const waiting = settlement.waitingFor(batch.deviceId);
      await keepWaiting(tx.db, waiting, { carrierId: caller.user.id, receivedAt });
      await saveAnswer(tx.db, { ...received, answer });
      const unsigned = receivedEvents.filter(({ deviceId }) => deviceId === null);
      await recordDevice(tx.db, received, unsigned.length);
      await notifyOfDevice(tx.db, (await readHead(tx.db)).sequence);
      return answer;
    });
  }

  async #context(
    caller: Caller,
    { events }: BatchBody['batch'],
    clock: Pick<ReadingContext, 'receivedAt' | 'skew'>,
  ): Promise<ReadingContext> {
    const { db } = caller.database;
    const periods = await readRolePeriods(db, idsIn(events, 'userId'), {
      now: this.clock.now(),
      arrival: clock.receivedAt,
    });
    return {
      ...clock,
      ...(await this.keys.of(db, idsIn(events, 'deviceId'), clock.receivedAt)),
      protocol: PROTOCOL_VERSION,
      tenantId: caller.tenant.id,
      carrierId: caller.user.id,
      rightsOf: (userId, occurredAt) => {
        const ofPerson = periods.get(userId);
        return ofPerson === undefined ? undefined : rightsOf(ofPerson, occurredAt, clock.receivedAt);
      },
      matches: verifySignature,
    };
  }
}

/** The ids that the events of a batch name in a field; what is no id is nobody's. */
function idsIn(events: readonly Readonly<Record<string, unknown>>[], field: string): string[] {
  const values = events.map((event) => event[field]);
  return [...new Set(values.filter((value) => typeof value === 'string' && UUID.test(value)))] as string[];
}

/** A device may have been revoked since its session was asked for. One that is gone counts as revoked. */
async function isRevoked(db: Db, deviceId: string | null): Promise<boolean> {
  if (deviceId === null) return false;
  const device = await db
    .selectFrom('devices')
    .select('revoked_at')
    .where('id', '=', deviceId)
    .executeTakeFirst();
  return device?.revoked_at !== null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_SECONDS = 2_147_483_647;
const clampSeconds = (milliseconds: number): number =>
  Math.max(-MAX_SECONDS, Math.min(MAX_SECONDS, Math.round(milliseconds / 1000)));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
