/**
 * Who is at the device. Each person signs in once with a network. After that they may take over without one. Each entry is
 * signed with the key of the person who made it. A platform's `PersonKeys` say how a person opens theirs.
 */
import { authEndpoints, devicePlatformSchema, type DevicePlatform, type Session } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { OfflineError } from '../offline-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import type { Transport } from '../ports/transport.ts';
import { requestAnswer, troubleOfFailure, type ServerResult } from '../protocol/request-answer.ts';
import { dropBatch } from '../outbox/batch-in-flight.ts';
import { bindSession, deviceIdentity, type DeviceNames } from '../session/device-identity.ts';
import { keepIdentityCopy } from '../session/identity-copy.ts';
import { noticeLostEvents } from '../session/log-mark.ts';
import { forgetLost } from '../session/lost.ts';
import { highestTaken } from './device-sequences.ts';
import { signAnew } from './sign-anew.ts';
import { countUnsettled } from '../photos/unsettled.ts';
import {
  findDevice,
  findPerson,
  findUser,
  requireDevice,
  saveSession,
  setPerson,
  type Person,
} from '../session/device-store.ts';

/** What a person types to sign in. `tenant` is the company's short name, such as `acme`. */
export interface Credentials {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
  /** The PIN or passphrase that will open the person's key on this device, where the platform's keys need one. */
  readonly secret?: string;
}

/** A sign-in that registers the device as well. */
export interface Registration extends Credentials {
  /** What people call this device, such as "Truck 7". */
  readonly deviceName: string;
  readonly platform: DevicePlatform;
  readonly appVersion?: string;
}

const TIMEOUT_MS = 30_000;

/**
 * Signing in, taking over and leaving. `register` and `signIn` need the network. They throw `NOT_REACHED` if no answer came and
 * `REFUSED`, with the server's code, if the server said no.
 */
export class Sessions {
  readonly #database: DeviceDatabase;
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #keys: PersonKeys;

  constructor(
    database: DeviceDatabase,
    {
      transport,
      clock,
      keys,
    }: { readonly transport: Transport; readonly clock: Clock; readonly keys: PersonKeys },
  ) {
    this.#database = database;
    this.#transport = transport;
    this.#clock = clock;
    this.#keys = keys;
  }

  /**
   * Signs in and registers the device, or renames one that is registered. Throws `OTHER_TENANT` if it holds another company's
   * data.
   *
   * @example
   * await client.sessions.register({ tenant: 'acme', email, password, deviceName: 'Truck 7', platform: 'IOS' });
   */
  async register(registration: Registration): Promise<Person> {
    const { deviceName: name, platform, appVersion } = registration;
    return this.#enter(registration, { name, platform, appVersion });
  }

  /** Signs a person in on a registered device. Throws `NOT_REGISTERED` and `OTHER_TENANT`. */
  async signIn(credentials: Credentials): Promise<Person> {
    const { name, platform } = await this.#database.read(requireDevice);
    return this.#enter(credentials, { name, platform: devicePlatformSchema.parse(platform) });
  }

  /** Leaves the device without a person until `unlock`. Nothing can be recorded then. Syncing continues. */
  async lock(): Promise<void> {
    await this.#keys.lock();
    await this.#database.write((db) => setPerson(db, null));
  }

  /**
   * A person who signed in here before takes over. `secret` opens their signing key, where the platform's keys need one. Throws
   * `UNKNOWN_USER`, and `WRONG_SECRET`.
   */
  async unlock(userId: string, secret?: string): Promise<Person> {
    const person = await this.#database.read((db) => findUser(db, userId));
    if (person === undefined) throw new OfflineError({ code: 'UNKNOWN_USER' });
    await this.#keys.lock();
    if (!(await this.#keys.unlock(userId, secret))) {
      await this.#database.write((db) => setPerson(db, null));
      throw new OfflineError({ code: 'WRONG_SECRET' });
    }
    await this.#database.write(async (db) => {
      await setPerson(db, userId);
      await signAnew(db, userId, this.#keys);
    });
    return person;
  }

  /** When the data is opened: the person who was at the device still is, if their key opens without a secret. */
  async resume(): Promise<void> {
    const person = await this.#database.read(findPerson);
    if (person === undefined || (await this.#keys.unlock(person.id))) return;
    await this.#database.write((db) => setPerson(db, null));
  }

  /** Everyone who signed in on this device, by name. */
  async people(): Promise<readonly { readonly id: string; readonly name: string; readonly email: string }[]> {
    return this.#database.read((db) =>
      db.selectFrom('users').select(['id', 'name', 'email']).orderBy('name').execute(),
    );
  }

  /** Whose data this device holds; null while it is not registered. */
  company(): Promise<{ readonly id: string; readonly slug: string } | null> {
    return this.#database.read(async (db) => {
      const device = await findDevice(db);
      return device === undefined ? null : { id: device.tenant_id, slug: device.tenant_slug };
    });
  }

  /** What people call this device; null while it is not registered. */
  device(): Promise<{ readonly id: string; readonly name: string } | null> {
    return this.#database.read(async (db) => {
      const device = await findDevice(db);
      return device === undefined ? null : { id: device.device_id, name: device.name };
    });
  }

  /** The person at the device; undefined while it is locked. */
  current(): Promise<Person | undefined> {
    return this.#database.read(findPerson);
  }

  /** Ends a person's session on this device. Throws `UNSETTLED_EVENTS` until everything of theirs has reached the server. */
  async signOut(userId: string): Promise<void> {
    const ended = await this.#database.write(async (db) => {
      const { events, photos } = await countUnsettled(db, userId);
      if (events + photos > 0) {
        throw new OfflineError({ code: 'UNSETTLED_EVENTS', events, photos, before: 'SIGN_OUT' });
      }
      const user = await db
        .selectFrom('users')
        .where('id', '=', userId)
        .select('refresh_token')
        .executeTakeFirst();
      if ((await findPerson(db))?.id === userId) await setPerson(db, null);
      await db.deleteFrom('users').where('id', '=', userId).execute();
      return user?.refresh_token ?? null;
    });
    if (ended === null) return;
    // The session ends at the server too, or by itself some day if that can't be reached.
    await requestAnswer(
      this.#transport,
      authEndpoints.logout,
      { body: { refreshToken: ended } },
      { timeoutMs: TIMEOUT_MS },
    );
  }

  async #login({ tenant, email, password }: Credentials): Promise<Session> {
    return unwrap(
      await requestAnswer(
        this.#transport,
        authEndpoints.login,
        { body: { tenant, email, password } },
        { timeoutMs: TIMEOUT_MS },
      ),
    );
  }

  /** Signs in, binds the session to the device, and keeps the key that the person gets on it. */
  async #enter(credentials: Credentials, names: DeviceNames): Promise<Person> {
    const session = await this.#login(credentials);
    const known = await this.#database.read(findDevice);
    if (known !== undefined) requireSameTenant(known.tenant_id, session);
    const { identity, taken } = await this.#database.write(async (db) => {
      const made = await deviceIdentity(db, this.#clock);
      // Before the request: what is taken while it is under way, its answer may not know.
      return { identity: made, taken: await highestTaken(db, made.deviceId) };
    });
    const registered = unwrap(await bindSession(this.#transport, identity, names, session.accessToken));
    const { user } = session;
    await this.lock();
    if (!(await this.#keys.keep(user.id, registered.signingKey, credentials.secret))) {
      throw new OfflineError({ code: 'SECRET_MISSING' });
    }
    return this.#database.write(async (db) => {
      await saveDevice(db, session, identity.deviceId, names);
      await forgetLost(db);
      await signAnew(db, user.id, this.#keys);
      if (registered.lastSequence < taken) await noticeLostEvents(db);
      await dropBatch(db);
      await saveSession(db, session, this.#clock.now());
      await setPerson(db, user.id);
      await keepIdentityCopy(db);
      const { id, name, email, role } = user;
      return { id, name, email, role };
    });
  }
}

async function saveDevice(
  db: Db,
  { tenant }: Session,
  device_id: string,
  { name, platform }: DeviceNames,
): Promise<void> {
  const values = {
    id: 1 as const,
    device_id,
    tenant_id: tenant.id,
    tenant_slug: tenant.slug,
    tenant_name: tenant.name,
    time_zone: tenant.timeZone,
    name,
    platform,
  };
  await db
    .insertInto('device')
    .values({ ...values, last_sequence: 0 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

function requireSameTenant(tenantId: string, session: Session): void {
  if (session.tenant.id === tenantId) return;
  throw new OfflineError({ code: 'OTHER_TENANT', of: 'DEVICE' });
}

function unwrap<Value>(answered: ServerResult<Value>): Value {
  if (answered.ok) return answered.value;
  const code = answered.failure.kind === 'REFUSED' ? 'REFUSED' : 'NOT_REACHED';
  throw new OfflineError({ code, trouble: troubleOfFailure(answered.failure) });
}
