/**
 * Whose token a sync uses: the token of the person at the device, or else of another user who signed in here. An event's
 * author is part of what is signed, so any user's sync may carry it.
 */
import {
  authEndpoints,
  devicePlatformSchema,
  PHOTO_ENDPOINTS,
  type DeviceRegistered,
  type EndpointAnswer,
  type EndpointDefinition,
  type EndpointRequest,
} from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { newId } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { CallOptions, Reply, Transport } from '../ports/transport.ts';
import { DEVICE_HEADER_NAME, isRetiring, recordRetiring } from './retiring.ts';
import {
  heardLineage,
  keepLineage,
  keepLogMark,
  LINEAGE_HEADER_NAME,
  LOG_HEADER_NAME,
  logMark,
  setLogReplaced,
} from './log-mark.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import { bindSession, deviceIdentity } from './device-identity.ts';
import { findPerson, requireDevice, saveSession } from './device-store.ts';
import { requestAnswer, type ServerResult, type Failure } from '../protocol/request-answer.ts';

/** A token that is about to expire is renewed first. */
const MARGIN_MS = 30_000;
const TIMEOUT_MS = 30_000;

/** Nobody who signed in here has a session that the server still knows. */
type NeedsSignIn = { readonly kind: 'NEEDS_SIGN_IN' };
export type SyncFailureKind = Failure | NeedsSignIn;
export type Authorised<Value> = ServerResult<Value> | { readonly ok: false; readonly failure: NeedsSignIn };

interface AskOptions extends Omit<CallOptions, 'accessToken'> {
  /** The user whose token has to be used; by default any signed-in user's. */
  readonly userId?: string;
}

interface TokenParts {
  readonly database: DeviceDatabase;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly keys: PersonKeys;
  readonly appVersion?: string | undefined;
}

export class SessionTokens {
  readonly #database: DeviceDatabase;
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #keys: PersonKeys;
  readonly #appVersion: string | undefined;
  /** Renewals that are running, by user id. */
  readonly #renewals = new Map<string, Promise<Authorised<string>>>();

  constructor({ database, transport, clock, keys, appVersion }: TokenParts) {
    this.#database = database;
    this.#transport = transport;
    this.#clock = clock;
    this.#keys = keys;
    this.#appVersion = appVersion;
  }

  /**
   * Sends a request with a token of `options.userId`, or else of the first signed-in user whose token works. If the server no
   * longer takes the token, the request is sent once more with a new one.
   */
  requestAnswer<Definition extends EndpointDefinition>(
    endpoint: Definition,
    request: Partial<EndpointRequest<Definition>>,
    { userId, ...options }: AskOptions,
  ): Promise<Authorised<EndpointAnswer<Definition>>> {
    const askAs = (caller: string) => this.#askAs(caller, endpoint, request, options);
    return userId === undefined ? this.asAnybody(askAs) : askAs(userId);
  }

  /** Tries each signed-in user, the current one first, until the result no longer depends on the user. */
  async asAnybody<Value>(
    attempt: (userId: string) => Promise<Authorised<Value>>,
  ): Promise<Authorised<Value>> {
    let first: Authorised<Value> | undefined;
    for (const userId of await this.#signedIn()) {
      const tried = await attempt(userId);
      if (tried.ok || !isOfThePerson(tried.failure)) return tried;
      first ??= tried;
    }
    return first ?? NEEDS_SIGN_IN;
  }

  async #askAs<Definition extends EndpointDefinition>(
    userId: string,
    endpoint: Definition,
    request: Partial<EndpointRequest<Definition>>,
    options: CallOptions,
  ): Promise<Authorised<EndpointAnswer<Definition>>> {
    let token = await this.#tokenOf(userId);
    let isBound = false;
    for (let retried = false; ;) {
      if (!token.ok) return token;
      const accessToken = token.value;
      const headers = showsMark(endpoint) ? await this.#logHeader() : {};
      const answered = await requestAnswer(
        this.#transport,
        endpoint,
        request,
        { ...options, accessToken, headers },
        (reply) => this.#keepWord(endpoint, reply),
      );
      if (answered.ok || answered.failure.kind !== 'REFUSED') return answered;
      if (answered.failure.code === 'LOG_REPLACED') {
        await this.#database.write((db) => setLogReplaced(db, true));
        return answered;
      }
      if (answered.failure.code === 'DEVICE_MISMATCH' && !isBound) {
        isBound = true;
        const bound = await this.#bind(userId, token.value);
        if (!bound.ok) return bound;
      } else if (answered.failure.status === 401) {
        if (retried) return NEEDS_SIGN_IN;
        retried = true;
        token = await this.#refresh(userId);
      } else return answered;
    }
  }

  async #logHeader(): Promise<Record<string, string>> {
    const mark = await this.#database.read(logMark);
    return mark === null ? {} : { [LOG_HEADER_NAME]: mark };
  }

  /** What the answer's headers say of the log and of this device. */
  async #keepWord(endpoint: EndpointDefinition, reply: Reply): Promise<void> {
    if (reply.kind !== 'ANSWERED' || !showsMark(endpoint)) return;
    const headers = reply.headers ?? {};
    const { [LOG_HEADER_NAME]: mark, [DEVICE_HEADER_NAME]: word, [LINEAGE_HEADER_NAME]: lineage } = headers;
    if (word === 'RETIRING' && !(await this.#database.read(isRetiring))) {
      await this.#database.write(recordRetiring);
    }
    if (lineage !== undefined && (await this.#database.read(heardLineage)) !== lineage) {
      await this.#database.write((db) => keepLineage(db, lineage));
    }
    // A refusal comes before the server has looked whether it holds the row that this device saw.
    if (mark === undefined || reply.status >= 300 || (await this.#database.read(logMark)) === mark) return;
    await this.#database.write((db) => keepLogMark(db, mark));
  }

  /** The session is not of this device any more, as after the server was put back: it becomes so again. */
  async #bind(userId: string, accessToken: string): Promise<Authorised<DeviceRegistered>> {
    const { identity, device } = await this.#database.write(async (db) => ({
      identity: await deviceIdentity(db, this.#clock),
      device: await requireDevice(db),
    }));
    const platform = devicePlatformSchema.parse(device.platform);
    const names = { name: device.name, platform, appVersion: this.#appVersion };
    const bound = await bindSession(this.#transport, identity, names, accessToken);
    // Without the person the key can't be wrapped: their former one goes on verifying what they sign.
    if (bound.ok) await this.#keys.keep(userId, bound.value.signingKey);
    return bound;
  }

  /** A token of the user that has not expired yet. */
  async #tokenOf(userId: string): Promise<Authorised<string>> {
    const user = await this.#database.read((db) =>
      db.selectFrom('users').where('id', '=', userId).selectAll().executeTakeFirst(),
    );
    const isFresh = (user?.access_expires_at ?? 0) - MARGIN_MS > this.#clock.now();
    const token = user?.access_token ?? null;
    return token !== null && isFresh ? { ok: true, value: token } : this.#refresh(userId);
  }

  #signedIn(): Promise<string[]> {
    return this.#database.read(async (db) => {
      const person = await findPerson(db);
      const users = await db
        .selectFrom('users')
        .where('refresh_token', 'is not', null)
        .select('id')
        .orderBy('signed_in_at', 'desc')
        .execute();
      const ids = users.map(({ id }) => id);
      return [...ids.filter((id) => id === person?.id), ...ids.filter((id) => id !== person?.id)];
    });
  }

  /** Requests that need a new token of the same user at once share one renewal. */
  #refresh(userId: string): Promise<Authorised<string>> {
    const running = this.#renewals.get(userId);
    if (running !== undefined) return running;
    const renewal = this.#renew(userId).finally(() => this.#renewals.delete(userId));
    this.#renewals.set(userId, renewal);
    return renewal;
  }

  async #renew(userId: string): Promise<Authorised<string>> {
    const use = await this.#database.write((db) => this.#nextUse(db, userId));
    if (use === null) return NEEDS_SIGN_IN;
    const { refreshToken, idempotencyKey } = use;
    const answered = await requestAnswer(
      this.#transport,
      authEndpoints.refresh,
      { body: { refreshToken } },
      { idempotencyKey, timeoutMs: TIMEOUT_MS },
    );
    if (answered.ok) {
      await this.#database.write((db) => saveSession(db, answered.value, this.#clock.now()));
      return { ok: true, value: answered.value.accessToken };
    }
    if (answered.failure.kind !== 'REFUSED' || answered.failure.status !== 401) return answered;
    await this.#forget(userId, refreshToken);
    return NEEDS_SIGN_IN;
  }

  /**
   * The next use of a refresh token, which is good for one (ADR 25). The key of the use is on the disk before the request is
   * sent. The key stays until the answer is saved. So a retry, even after a crash, is the same use for the server. Null
   * without a session.
   */
  async #nextUse(db: Db, userId: string): Promise<{ refreshToken: string; idempotencyKey: string } | null> {
    const user = await db
      .selectFrom('users')
      .where('id', '=', userId)
      .select(['refresh_token', 'refresh_key'])
      .executeTakeFirst();
    if (user === undefined || user.refresh_token === null) return null;
    const idempotencyKey = user.refresh_key ?? newId(this.#clock);
    if (user.refresh_key === null) {
      await db.updateTable('users').set({ refresh_key: idempotencyKey }).where('id', '=', userId).execute();
    }
    return { refreshToken: user.refresh_token, idempotencyKey };
  }

  /** The session is over. Another sign-in may have replaced the token meanwhile: that one stays. */
  async #forget(userId: string, refreshToken: string): Promise<void> {
    await this.#database.write((db) =>
      db
        .updateTable('users')
        .set({ access_token: null, access_expires_at: null, refresh_token: null, refresh_key: null })
        .where('id', '=', userId)
        .where('refresh_token', '=', refreshToken)
        .execute(),
    );
  }
}

/** A photo is stored later than the sync before it. Its mark tells of a restore that lost no more than the photo. */
const showsMark = ({ path }: EndpointDefinition): boolean =>
  path.startsWith('/sync/') ||
  Object.values(PHOTO_ENDPOINTS).some(
    ({ uploadUrl, confirm }) => path === uploadUrl.path || path === confirm.path,
  );

const NEEDS_SIGN_IN = { ok: false, failure: { kind: 'NEEDS_SIGN_IN' } } as const;

/** Whether another user's session may succeed where this user's failed. */
const isOfThePerson = (failure: SyncFailureKind): boolean =>
  failure.kind === 'NEEDS_SIGN_IN' ||
  (failure.kind === 'REFUSED' && ['USER_SUSPENDED', 'FORBIDDEN'].includes(failure.code));
