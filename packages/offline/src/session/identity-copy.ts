/**
 * A copy of the few rows without which a device is nobody's: its own, its people's, and its secret. Where one page of the file is
 * damaged, the other one still holds them. Sessions are not in it: a refresh token is good for one use.
 */
import type { Insertable } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import type { DeviceTable, MetaTable, UsersTable } from '../database/schema.ts';

const IDENTITY = 'device_identity';
const IDENTITY_KEYS = [IDENTITY, 'current_user'];

interface Identity {
  readonly device: Insertable<DeviceTable> | null;
  readonly users: readonly Insertable<UsersTable>[];
  readonly meta: readonly Insertable<MetaTable>[];
}

/** Writes only if something changed. */
export async function keepIdentityCopy(db: Db): Promise<void> {
  const users = await db.selectFrom('users').orderBy('id').selectAll().execute();
  const device = await db.selectFrom('device').selectAll().executeTakeFirst();
  const identity: Identity = {
    // Which number comes next, the log says.
    device: device === undefined ? null : { ...device, last_sequence: 0, unconfirmed_from: null },
    users: users.map((user) => ({ ...user, ...NO_SESSION })),
    meta: await db.selectFrom('meta').where('key', 'in', IDENTITY_KEYS).orderBy('key').selectAll().execute(),
  };
  const content = JSON.stringify(identity);
  const kept = await db.selectFrom('identity_copy').select('content').executeTakeFirst();
  if (device === undefined || kept?.content === content) return;
  await db
    .insertInto('identity_copy')
    .values({ id: 1, content })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ content }))
    .execute();
}

const NO_SESSION = {
  access_token: null,
  access_expires_at: null,
  refresh_token: null,
  refresh_key: null,
  cursor: null,
};

/** Puts back those rows that are not there. */
export async function restoreIdentity(db: Db): Promise<void> {
  const kept = await db.selectFrom('identity_copy').select('content').executeTakeFirst();
  if (kept === undefined) return;
  // It was written by `keepIdentityCopy`.
  const { device, users, meta } = JSON.parse(kept.content) as Identity;
  if (device !== null) {
    await db
      .insertInto('device')
      .values(device)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const user of users) {
    await db
      .insertInto('users')
      .values(user)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  // Where the secret is still there, nobody is at the device because it was locked.
  const secret = await db.selectFrom('meta').where('key', '=', IDENTITY).select('key').executeTakeFirst();
  for (const row of secret === undefined ? meta : []) {
    await db
      .insertInto('meta')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
