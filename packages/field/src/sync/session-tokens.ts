/**
 * Whose token a sync goes with: that of the person at the device, or else of anybody who signed in here. Who entered
 * an event is signed into it, so anybody's sync may carry it.
 */
import {
  authEndpoints,
  type EndpointAnswer,
  type EndpointDefinition,
  type EndpointRequest,
} from '@wellpulse/contracts';
import type { FieldDatabase } from '../database/field-database.ts';
import type { Clock } from '../ports/clock.ts';
import type { CallOptions, Transport } from '../ports/transport.ts';
import { findPerson, saveSession } from '../session/device-store.ts';
import { ask, type Asked, type Failure } from './ask.ts';

/** A token that is about to expire is renewed first. */
const MARGIN_MS = 30_000;
const TIMEOUT_MS = 30_000;

export interface Caller {
  readonly userId: string;
  readonly accessToken: string;
}

/** Nobody who signed in here has a session that the server still knows. */
type NeedsSignIn = { readonly kind: 'NEEDS_SIGN_IN' };
export type SyncFailureKind = Failure | NeedsSignIn;
export type Authorised<Value> = Asked<Value> | { readonly ok: false; readonly failure: NeedsSignIn };

interface AskOptions extends Omit<CallOptions, 'accessToken'> {
  /** Whose token it has to be; by default whoever can. */
  readonly userId?: string;
}

export class SessionTokens {
  readonly #database: FieldDatabase;
  readonly #transport: Transport;
  readonly #clock: Clock;

  constructor(database: FieldDatabase, transport: Transport, clock: Clock) {
    this.#database = database;
    this.#transport = transport;
    this.#clock = clock;
  }

  /** Asks with the person's token; once more with a new one if the server takes the old one no longer. */
  async ask<Definition extends EndpointDefinition>(
    endpoint: Definition,
    request: Partial<EndpointRequest<Definition>>,
    options: AskOptions,
  ): Promise<Authorised<EndpointAnswer<Definition>>> {
    let caller = await this.caller(options.userId);
    for (let retried = false; ; retried = true) {
      if (!caller.ok) return caller;
      const { accessToken } = caller.value;
      const asked = await ask(this.#transport, endpoint, request, { ...options, accessToken });
      const isExpired = !asked.ok && asked.failure.kind === 'REFUSED' && asked.failure.status === 401;
      if (!isExpired) return asked;
      if (retried) return NEEDS_SIGN_IN;
      caller = await this.#refresh(caller.value.userId);
    }
  }

  /** The person whose token is used, with a token that should still be good. */
  async caller(userId?: string): Promise<Authorised<Caller>> {
    const user = await this.#user(userId);
    if (user === undefined) return NEEDS_SIGN_IN;
    const isFresh = (user.access_expires_at ?? 0) - MARGIN_MS > this.#clock.now();
    if (user.access_token !== null && isFresh) {
      return { ok: true, value: { userId: user.id, accessToken: user.access_token } };
    }
    return this.#refresh(user.id);
  }

  #user(userId: string | undefined) {
    return this.#database.read(async (db) => {
      const person = await findPerson(db);
      const signedIn = await db
        .selectFrom('users')
        .where('refresh_token', 'is not', null)
        .selectAll()
        .orderBy('signed_in_at', 'desc')
        .execute();
      if (userId !== undefined) return signedIn.find(({ id }) => id === userId);
      return signedIn.find(({ id }) => id === person?.id) ?? signedIn[0];
    });
  }

  async #refresh(userId: string): Promise<Authorised<Caller>> {
    const user = await this.#database.read((db) =>
      db.selectFrom('users').where('id', '=', userId).select('refresh_token').executeTakeFirst(),
    );
    const refreshToken = user?.refresh_token ?? null;
    if (refreshToken === null) return NEEDS_SIGN_IN;
    const asked = await ask(
      this.#transport,
      authEndpoints.refresh,
      { body: { refreshToken } },
      { timeoutMs: TIMEOUT_MS },
    );
    if (asked.ok) {
      await this.#database.write((db) => saveSession(db, asked.value, this.#clock.now()));
      return { ok: true, value: { userId, accessToken: asked.value.accessToken } };
    }
    if (asked.failure.kind !== 'REFUSED' || asked.failure.status !== 401) return asked;
    await this.#forget(userId, refreshToken);
    return NEEDS_SIGN_IN;
  }

  /** The session is over. Another sign-in may have replaced the token meanwhile: that one stays. */
  async #forget(userId: string, refreshToken: string): Promise<void> {
    await this.#database.write((db) =>
      db
        .updateTable('users')
        .set({ access_token: null, access_expires_at: null, refresh_token: null })
        .where('id', '=', userId)
        .where('refresh_token', '=', refreshToken)
        .execute(),
    );
  }
}

const NEEDS_SIGN_IN = { ok: false, failure: { kind: 'NEEDS_SIGN_IN' } } as const;
