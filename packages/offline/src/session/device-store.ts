/** The device and the people who sign in on it, as the database keeps them. Secrets are among them (ADR 16). */
import { roleSchema, type Role, type Session } from '@wellpulse/contracts';
import { keptQuery, type Db } from '../database/kysely-on.ts';
import type { DeviceTable } from '../database/schema.ts';
import { OfflineError } from '../offline-error.ts';
import { instantOf } from '../ports/ids.ts';

export type Device = Readonly<DeviceTable>;

/** Somebody with a session on this device. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const devices = keptQuery((db) => db.selectFrom('device').selectAll().compile());

export const findDevice = async (db: Db): Promise<Device | undefined> => (await devices(db))[0];

/** Throws `NOT_REGISTERED`. */
export async function requireDevice(db: Db): Promise<Device> {
  const device = await findDevice(db);
  if (device === undefined) {
    throw new OfflineError({ code: 'NOT_REGISTERED' });
  }
  return device;
}

const CURRENT_USER = 'current_user';

const presentUser = keptQuery((db) =>
  db
    .selectFrom('meta')
    .innerJoin('users', 'users.id', 'meta.value')
    .where('meta.key', '=', CURRENT_USER)
    .select(['users.id', 'users.name', 'users.email', 'users.role'])
    .compile(),
);

/** Who is at the device now; undefined while it is locked. */
export async function findPerson(db: Db): Promise<Person | undefined> {
  const [row] = await presentUser(db);
  return row === undefined ? undefined : { ...row, role: roleSchema.parse(row.role) };
}

/** Somebody who signed in on this device. */
export async function findUser(db: Db, userId: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('users')
    .where('id', '=', userId)
    .select(['id', 'name', 'email', 'role'])
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, role: roleSchema.parse(row.role) };
}

/** Throws `LOCKED`. */
export async function requirePerson(db: Db): Promise<Person> {
  const person = await findPerson(db);
  if (person === undefined) throw new OfflineError({ code: 'LOCKED' });
  return person;
}

export async function setPerson(db: Db, userId: string | null): Promise<void> {
  if (userId === null) {
    await db.deleteFrom('meta').where('key', '=', CURRENT_USER).execute();
    return;
  }
  await db
    .insertInto('meta')
    .values({ key: CURRENT_USER, value: userId })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: userId }))
    .execute();
}

/** Keeps a session that the server just gave, in place of the person's former one. */
export async function saveSession(db: Db, session: Session, now: number): Promise<void> {
  const values = {
    id: session.user.id,
    email: session.user.email,
    name: session.user.name,
    role: session.user.role,
    access_token: session.accessToken,
    access_expires_at: now + session.expiresIn * 1000,
    refresh_token: session.refreshToken,
    refresh_key: null,
    signed_in_at: instantOf(now),
  };
  await db
    .insertInto('users')
    .values(values)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}
