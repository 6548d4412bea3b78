/** The signing keys that people have on devices, and what people could do when (docs/sync-protocol.md, sections 1 and 7). */
import { Inject, Injectable } from '@nestjs/common';
import type { DevicePlatform } from '@wellpulse/contracts';
import {
  isGoodKey,
  loggedBefore,
  ROLE_CHANGES,
  rolePeriodsOf,
  type ArrivalTimes,
  type KeyEnd,
  type RoleChange,
  type RolePeriod,
} from '@wellpulse/domain';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { KeySeal } from './key-seal.ts';

const KEY_BYTES = 32;

/** What decides whether an event is its author's. */
export interface SigningKeys {
  readonly platformOf: (deviceId: string) => DevicePlatform | undefined;
  readonly keysOf: (deviceId: string, userId: string) => readonly Uint8Array[];
  /** Those that were replaced long ago, or ended with their device. */
  readonly endedKeysOf: (deviceId: string, userId: string) => readonly Uint8Array[];
}

@Injectable()
export class PersonKeys {
  constructor(@Inject(KeySeal) private readonly seal: KeySeal) {}

  /** Gives the person a new key. The former one verifies what arrives within the next months. */
  async issue(db: TenantDb, deviceId: string, userId: string, at: string): Promise<Uint8Array> {
    const key = randomBytes(KEY_BYTES);
    await db
      .updateTable('person_keys')
      .set({ replaced_at: at })
      .where('device_id', '=', deviceId)
      .where('user_id', '=', userId)
      .where('replaced_at', 'is', null)
      .execute();
    await db
      .insertInto('person_keys')
      .values({
        device_id: deviceId,
        user_id: userId,
        issued_at: await freshInstant(db, deviceId, userId, at),
        replaced_at: null,
        ended_at: null,
        sealed_key: this.seal.seal(key, placeOf(deviceId, userId)),
      })
      .execute();
    return key;
  }

  /** Ends all keys of a device: what they signed and has not arrived counts for nothing until its author confirms it. */
  async endAllOf(db: TenantDb, deviceId: string, at: string): Promise<void> {
    await db
      .updateTable('person_keys')
      .set({ ended_at: at })
      .where('device_id', '=', deviceId)
      .where('ended_at', 'is', null)
      .execute();
  }

  /** Nobody signs with a key of this device any more; what they signed before counts as with a former key. */
  async replaceAllOf(db: TenantDb, deviceId: string, at: string): Promise<void> {
    await db
      .updateTable('person_keys')
      .set({ replaced_at: at })
      .where('device_id', '=', deviceId)
      .where('replaced_at', 'is', null)
      .execute();
  }

  /** The keys on these devices that are good for what arrives at `receivedAt`. */
  async of(db: TenantDb, deviceIds: readonly string[], receivedAt: string): Promise<SigningKeys> {
    const { rows } = await sql<KeyRow>`
      select k.device_id, k.user_id, k.sealed_key, d.platform, k.replaced_at as "replacedAt",
        coalesce(k.ended_at, d.revoked_at) as "endedAt"
      from person_keys k join devices d on d.id = k.device_id
      where k.device_id = any(${deviceIds}::uuid[])
      order by k.replaced_at desc nulls first`.execute(db);
    const platforms = new Map(rows.map(({ device_id, platform }) => [device_id, platform]));
    return {
      platformOf: (deviceId) => platforms.get(deviceId),
      keysOf: this.#opener(rows.filter((row) => isGoodKey(row, receivedAt))),
      endedKeysOf: this.#opener(rows.filter((row) => !isGoodKey(row, receivedAt))),
    };
  }

  /** Opens a person's keys when they are first asked for. */
  #opener(rows: readonly KeyRow[]): SigningKeys['keysOf'] {
    const sealed = Map.groupBy(rows, ({ device_id, user_id }) => placeOf(device_id, user_id));
    const open = new Map<string, Uint8Array[]>();
    return (deviceId, userId) => {
      const place = placeOf(deviceId, userId);
      const known = open.get(place);
      if (known !== undefined) return known;
      const keys = (sealed.get(place) ?? []).flatMap((row) => this.seal.open(row.sealed_key, place) ?? []);
      open.set(place, keys);
      return keys;
    };
  }
}

interface KeyRow extends KeyEnd {
  readonly device_id: string;
  readonly user_id: string;
  readonly sealed_key: Buffer;
  readonly platform: DevicePlatform;
}

const placeOf = (deviceId: string, userId: string): string => `${deviceId} ${userId}`;

/** Two keys within a millisecond, or by a clock that was set back, still have an order. */
async function freshInstant(db: TenantDb, deviceId: string, userId: string, at: string): Promise<string> {
  const { last } = await db
    .selectFrom('person_keys')
    .where('device_id', '=', deviceId)
    .where('user_id', '=', userId)
    .select(({ fn }) => fn.max<string | null>('issued_at').as('last'))
    .executeTakeFirstOrThrow();
  return last === null || last < at ? at : new Date(Date.parse(last) + 1).toISOString();
}

/** What each of these people could do, and from when on, as the log tells it. */
export async function readRolePeriods(
  db: TenantDb,
  userIds: readonly string[],
  times: ArrivalTimes,
): Promise<Map<string, RolePeriod[]>> {
  const { rows } = await sql<RoleChange & { userId: string; setRightBy: string | null }>`
    select record_id as "userId", event_type as "eventType", payload, received_at as "receivedAt",
      (select min(later.received_at) from event_log later
        where later.set_right_at is not null and later.sequence > event_log.sequence) as "setRightBy"
    from event_log where record_id = any(${userIds}::uuid[]) and event_type = any(${ROLE_CHANGES})
    order by sequence`.execute(db);
  const changes = rows.map((row) => ({ ...row, receivedAt: loggedBefore(row, times) }));
  return new Map(
    Array.from(
      Map.groupBy(changes, ({ userId }) => userId),
      ([userId, events]) => [userId, rolePeriodsOf(events)],
    ),
  );
}
