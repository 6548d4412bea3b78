import { Inject, Injectable } from '@nestjs/common';
import {
  message,
  type DeviceRegister,
  type DeviceRegistered,
  type RecoveryReport,
} from '@wellpulse/contracts';
import { deviceProofRefusal } from '@wellpulse/domain';
import { createHash, timingSafeEqual } from 'node:crypto';
import { CLOCK, type Clock } from '../config/clock.ts';
import { Sessions } from '../auth/sessions.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import type { Draft } from '../write-path/intent.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import type { Db } from '../write-path/write-transaction.ts';
import { lastSequenceOf } from './device.queries.ts';
import { PersonKeys } from './person-keys.ts';

@Injectable()
export class DeviceService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PersonKeys) private readonly keys: PersonKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Lets the caller in on a device, which is registered if it is new. Throws `DEVICE_MISMATCH` if the device has another
   * secret, and `DEVICE_REVOKED` unless the caller may bring it back.
   */
  async register(caller: Caller, given: DeviceRegister): Promise<DeviceRegistered> {
    const { id: deviceId, appVersion = null, deviceSecret, ...payload } = given;
    const signingKey = await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      await proveDevice(tx.db, caller, deviceId, hashOf(deviceSecret));
      firstAccepted(
        await tx.apply([
          { eventType: 'DEVICE_REGISTERED', aggregateId: deviceId, baseVersion: null, payload },
        ]),
      );
      await storeState(tx.db, deviceId, hashOf(deviceSecret), appVersion);
      await this.sessions.bindToDevice(tx.db, caller.sessionId, deviceId);
      return this.keys.issue(tx.db, deviceId, caller.user.id, this.clock.now());
    });
    return {
      deviceId,
      signingKey: Buffer.from(signingKey).toString('base64'),
      lastSequence: await lastSequenceOf(caller.database.db, deviceId),
    };
  }

  /** Lost or stolen: keys and sessions of the device end at once. */
  async revoke(caller: Caller, deviceId: string): Promise<void> {
    await this.#write(
      caller,
      { eventType: 'DEVICE_REVOKED', aggregateId: deviceId, baseVersion: null, payload: {} },
      async (db) => {
        await this.keys.endAllOf(db, deviceId, this.clock.now());
        await this.sessions.endAllOnDevice(db, deviceId, caller.sessionId);
      },
    );
  }

  /** The device hears of it with its next sync; until then it goes on. */
  async retire(caller: Caller, deviceId: string): Promise<void> {
    await this.#write(caller, {
      eventType: 'DEVICE_RETIRED',
      aggregateId: deviceId,
      baseVersion: null,
      payload: {},
    });
  }

  /** Its sessions end. Its keys verify what they signed for as long as any that was replaced: it may stand in a file. */
  async recordWiped(caller: Caller, deviceId: string): Promise<void> {
    await this.#write(
      caller,
      { eventType: 'DEVICE_WIPED', aggregateId: deviceId, baseVersion: null, payload: {} },
      async (db) => {
        await this.keys.replaceAllOf(db, deviceId, this.clock.now());
        await this.sessions.endAllOnDevice(db, deviceId, null);
      },
    );
  }

  async recordRecovery(caller: Caller, deviceId: string, payload: RecoveryReport): Promise<void> {
    await this.#write(caller, {
      eventType: 'DEVICE_RECOVERED',
      aggregateId: deviceId,
      baseVersion: null,
      payload,
    });
  }

  async recordLook(caller: Caller, deviceId: string): Promise<void> {
    await this.#write(caller, {
      eventType: 'DEVICE_LOOKED_AT',
      aggregateId: deviceId,
      baseVersion: null,
      payload: {},
    });
  }

  /** Throws the rule's refusal; `then` is part of the same transaction. */
  async #write(
    caller: Caller,
    draft: Draft,
    then: (db: Db) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      firstAccepted(await tx.apply([draft]));
      await then(tx.db);
    });
  }
}

const hashOf = (deviceSecret: string): Buffer =>
  createHash('sha256').update(Buffer.from(deviceSecret, 'base64')).digest();

async function proveDevice(db: Db, { user }: Caller, deviceId: string, secretHash: Buffer): Promise<void> {
  const known = await db
    .selectFrom('device_states')
    .innerJoin('devices', 'devices.id', 'device_id')
    .select(['secret_hash', 'user_id'])
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  const refusal = deviceProofRefusal(
    known === undefined ? null : { secret: known.secret_hash, registeredBy: known.user_id },
    { userId: user.id, matches: (kept) => timingSafeEqual(kept, secretHash) },
  );
  if (refusal !== null) throw new ProblemError(refusal, { detail: message('otherDeviceSecret') });
}

async function storeState(
  db: Db,
  deviceId: string,
  secret_hash: Buffer,
  app_version: string | null,
): Promise<void> {
  await db
    .insertInto('device_states')
    .values({
      device_id: deviceId,
      secret_hash,
      unsigned_events: 0,
      app_version,
      last_seen_at: null,
      clock_skew_seconds: null,
      lineage: 0,
    })
    .onConflict((conflict) => conflict.column('device_id').doUpdateSet({ secret_hash, app_version }))
    .execute();
}
