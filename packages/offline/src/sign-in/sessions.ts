/**
 * Who is at the device. Each person signs in once with a network. After that they may take over without one, and each entry
 * belongs to the person who made it. How a person proves who they are offline (PIN, fingerprint, the database's key) is up to
 * the app.
 */
import { authEndpoints, deviceEndpoints, type DevicePlatform, type Session } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { OfflineError } from '../offline-error.ts';
import { newId } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Transport } from '../ports/transport.ts';
import { requestAnswer, explain, type ServerResult } from '../protocol/request-answer.ts';
import { dropBatch } from '../outbox/batch-in-flight.ts';
import { signAgain } from './sign-again.ts';
import { countUnsettled, describeUnsettled } from '../photos/unsettled.ts';
import {
  findDevice,
  findPerson,
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
 * `REFUSED`, in the server's words, if the server said no.
 */
export class Sessions {
  readonly #database: DeviceDatabase;
  readonly #transport: Transport;
  readonly #clock: Clock;

  constructor(database: DeviceDatabase, transport: Transport, clock: Clock) {
    this.#database = database;
    this.#transport = transport;
    this.#clock = clock;
  }

  /**
   * Signs in and registers the device. A device that was registered before gets a new key, its numbers go on, and waiting events
   * are signed again. Throws `OTHER_TENANT` if it holds another company's data.
   *
   * @example
   * await client.sessions.register({ tenant: 'acme', email, password, deviceName: 'Truck 7', platform: 'IOS' });
   */
  async register(registration: Registration): Promise<Person> {
    const session = await this.#login(registration);
    const known = await this.#database.read(findDevice);
    if (known !== undefined) requireSameTenant(known.tenant_id, session);
    const { deviceName: name, platform, appVersion } = registration;
    const id = known?.device_id ?? newId(this.#clock);
    const registered = unwrap(
      await requestAnswer(
        this.#transport,
        deviceEndpoints.register,
        { body: { id, name, platform, ...(appVersion === undefined ? {} : { appVersion }) } },
        { accessToken: session.accessToken, timeoutMs: TIMEOUT_MS },
      ),
    );
    const values = {
      id: 1 as const,
      device_id: registered.deviceId,
      tenant_id: session.tenant.id,
      tenant_slug: session.tenant.slug,
      tenant_name: session.tenant.name,
      time_zone: session.tenant.timeZone,
      name,
      platform,
      signing_key: registered.signingKey,
    };
    return this.#database.write(async (db) => {
      const former = await findDevice(db);
      await db
        .insertInto('device')
        .values({ ...values, last_sequence: 0 })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
      await signAgain(db, values.device_id, {
        former: former?.signing_key ?? null,
        present: values.signing_key,
      });
      await dropBatch(db);
      return this.#enter(db, session);
    });
  }

  /** Signs a person in on a registered device. Throws `NOT_REGISTERED` and `OTHER_TENANT`. */
  async signIn(credentials: Credentials): Promise<Person> {
    const device = await this.#database.read(requireDevice);
    const session = await this.#login(credentials);
    requireSameTenant(device.tenant_id, session);
    return this.#database.write((db) => this.#enter(db, session));
  }

  /** Leaves the device without a person until `unlock`. Nothing can be recorded then. Syncing continues. */
  lock(): Promise<void> {
    return this.#database.write((db) => setPerson(db, null));
  }

  /** A person who signed in here before takes over. The app has checked who they are. Throws `UNKNOWN_USER`. */
  async unlock(userId: string): Promise<Person> {
    return this.#database.write(async (db) => {
      await setPerson(db, userId);
      const person = await findPerson(db);
      if (person === undefined)
        throw new OfflineError('UNKNOWN_USER', 'Sign in once on this device with a network.');
      return person;
    });
  }

  /** Everyone who signed in on this device, by name. */
  async people(): Promise<readonly { readonly id: string; readonly name: string; readonly email: string }[]> {
    return this.#database.read((db) =>
      db.selectFrom('users').select(['id', 'name', 'email']).orderBy('name').execute(),
    );
  }

  /** The person at the device; undefined while it is locked. */
  current(): Promise<Person | undefined> {
    return this.#database.read(findPerson);
  }

  /** Ends a person's session on this device. Throws `UNSETTLED_EVENTS` until everything of theirs has reached the server. */
  async signOut(userId: string): Promise<void> {
    const ended = await this.#database.write(async (db) => {
      const unsettled = await countUnsettled(db, userId);
      if (unsettled.events + unsettled.photos > 0) {
        throw new OfflineError(
          'UNSETTLED_EVENTS',
          `${describeUnsettled(unsettled)} not at the server yet. Sync first, or lock the device instead.`,
        );
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

  async #enter(db: Db, session: Session): Promise<Person> {
    await saveSession(db, session, this.#clock.now());
    await setPerson(db, session.user.id);
    const { id, name, email, role } = session.user;
    return { id, name, email, role };
  }
}

function requireSameTenant(tenantId: string, session: Session): void {
  if (session.tenant.id === tenantId) return;
  throw new OfflineError(
    'OTHER_TENANT',
    `This device belongs to another company than ${session.tenant.name}. Each company has devices of its own.`,
  );
}

function unwrap<Value>(answered: ServerResult<Value>): Value {
  if (answered.ok) return answered.value;
  const code = answered.failure.kind === 'REFUSED' ? 'REFUSED' : 'NOT_REACHED';
  throw new OfflineError(code, explain(answered.failure));
}
