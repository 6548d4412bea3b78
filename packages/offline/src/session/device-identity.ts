/**
 * Who this device is to the server: its id, and the secret that proves it. Both are on the disk before the server hears of
 * them. So a lost answer leaves no second device behind.
 */
import { deviceEndpoints, type DevicePlatform, type DeviceRegistered } from '@wellpulse/contracts';
import type { Db } from '../database/kysely-on.ts';
import { toBase64 } from '../lib/base64.ts';
import { storedObject } from '../lib/stored-json.ts';
import type { Clock } from '../ports/clock.ts';
import { newId } from '../ports/ids.ts';
import type { Transport } from '../ports/transport.ts';
import { requestAnswer, type ServerResult } from '../protocol/request-answer.ts';

export interface DeviceIdentity {
  readonly deviceId: string;
  /** 32 bytes in base64. */
  readonly deviceSecret: string;
}

const IDENTITY = 'device_identity';
const SECRET_BYTES = 32;
const TIMEOUT_MS = 30_000;

/** The device's identity; made at the first call. */
export async function deviceIdentity(db: Db, clock: Clock): Promise<DeviceIdentity> {
  const kept = await db.selectFrom('meta').where('key', '=', IDENTITY).select('value').executeTakeFirst();
  if (kept !== undefined) return storedObject(kept.value) as DeviceIdentity;
  const made = { deviceId: newId(clock), deviceSecret: toBase64(clock.random(SECRET_BYTES)) };
  await db
    .insertInto('meta')
    .values({ key: IDENTITY, value: JSON.stringify(made) })
    .execute();
  return made;
}

export interface DeviceNames {
  readonly name: string;
  readonly platform: DevicePlatform;
  readonly appVersion?: string | undefined;
}

/** Binds a session to the device, and gets a new signing key for the session's person. */
export function bindSession(
  transport: Transport,
  { deviceId: id, deviceSecret }: DeviceIdentity,
  { name, platform, appVersion }: DeviceNames,
  accessToken: string,
): Promise<ServerResult<DeviceRegistered>> {
  const body = { id, deviceSecret, name, platform, ...(appVersion === undefined ? {} : { appVersion }) };
  return requestAnswer(transport, deviceEndpoints.register, { body }, { accessToken, timeoutMs: TIMEOUT_MS });
}
