import { Inject, Injectable } from '@nestjs/common';
import type { DeviceRegister, DeviceRegistered } from '@wellpulse/contracts';
import { randomBytes } from 'node:crypto';
import { CLOCK, type Clock } from '../config/clock.ts';
import { Sessions } from '../auth/sessions.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import type { Db } from '../write-path/write-transaction.ts';
import { lastSequenceOf, recordDeviceUser } from './device.queries.ts';
import { KeySeal } from './key-seal.ts';

const KEY_BYTES = 32;

@Injectable()
export class DeviceService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(KeySeal) private readonly seal: KeySeal,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Issues a signing key; an older one of the same device is worth nothing from then on. */
  async register(caller: Caller, given: DeviceRegister): Promise<DeviceRegistered> {
    const key = randomBytes(KEY_BYTES);
    const { id: deviceId, appVersion = null, ...payload } = given;
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      firstAccepted(
        await tx.apply([
          { eventType: 'DEVICE_REGISTERED', aggregateId: deviceId, baseVersion: null, payload },
        ]),
      );
      await this.#store(tx.db, deviceId, key, appVersion);
      await recordDeviceUser(tx.db, deviceId, caller.user.id, this.clock.now());
      await this.sessions.bindToDevice(tx.db, caller.sessionId, deviceId);
    });
    return {
      deviceId,
      signingKey: key.toString('base64'),
      lastSequence: await lastSequenceOf(caller.database.db, deviceId),
    };
  }

  async revoke(caller: Caller, deviceId: string): Promise<void> {
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      firstAccepted(
        await tx.apply([
          { eventType: 'DEVICE_REVOKED', aggregateId: deviceId, baseVersion: null, payload: {} },
        ]),
      );
      await this.sessions.endAllOnDevice(tx.db, deviceId, caller.sessionId);
    });
  }

  async #store(db: Db, deviceId: string, key: Buffer, appVersion: string | null): Promise<void> {
    const sealed_key = this.seal.seal(key, deviceId);
    await db
      .insertInto('device_states')
      .values({
        device_id: deviceId,
        sealed_key,
        app_version: appVersion,
        last_seen_at: null,
        clock_skew_seconds: null,
      })
      .onConflict((conflict) =>
        conflict.column('device_id').doUpdateSet({ sealed_key, app_version: appVersion }),
      )
      .execute();
  }
}
