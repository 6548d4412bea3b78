/** Keeps sessions and refresh tokens; what each use of a token comes to is a rule of the domain (ADR 25). */
import { Inject, Injectable } from '@nestjs/common';
import { DAY_MS, refreshOutcome, sessionExpiry, type SessionEnd } from '@wellpulse/domain';
import { v7 as uuidV7 } from 'uuid';
import { CLOCK, type Clock } from '../config/clock.ts';
import type { TenantDatabase, TenantDb } from '../tenant-databases/tenant-databases.ts';
import { problemOfEnded } from './session-end.ts';
import { Tokens } from './tokens.ts';

/** How long sessions are remembered after they expired. */
const KEPT_DAYS = 90;

export interface OpenSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly refreshToken: string;
}

@Injectable()
export class Sessions {
  constructor(
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(database: TenantDatabase, userId: string): Promise<OpenSession> {
    const sessionId = uuidV7();
    return database.db.transaction().execute(async (db) => {
      await db
        .insertInto('sessions')
        .values({
          id: sessionId,
          user_id: userId,
          created_at: this.clock.now(),
          expires_at: sessionExpiry(this.clock.now(), null),
          ended_at: null,
          ended_because: null,
          device_id: null,
        })
        .execute();
      const refreshToken = this.tokens.newRefresh(database.tenantId);
      return { sessionId, userId, refreshToken: await this.#addToken(db, sessionId, refreshToken) };
    });
  }

  /**
   * Exchanges a token for a new one; null if it is unknown, used or of a session that expired. The same use again, by its
   * `key`, gets the same new one. Throws why a session was ended.
   */
  async rotate(database: TenantDatabase, token: string, key: string | null): Promise<OpenSession | null> {
    return database.db.transaction().execute(async (db) => {
      const found = await db
        .selectFrom('refresh_tokens')
        .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
        .select(['session_id', 'user_id', 'used_at', 'ended_at', 'expires_at', 'device_id'])
        .where('token_hash', '=', this.tokens.hashRefresh(token))
        .forUpdate()
        .executeTakeFirst();
      const now = this.clock.now();
      const successor = key === null ? null : this.tokens.successorOfRefresh(token, key);
      const use = found && {
        expiresAt: found.expires_at,
        hasSessionEnded: found.ended_at !== null,
        wasUsedBefore: found.used_at !== null,
        wasSuccessorUsed: successor === null ? null : await this.#wasUsed(db, successor),
      };
      const outcome = refreshOutcome(use, now);
      if (found === undefined || outcome === 'UNKNOWN') return null;
      const { session_id: sessionId, user_id: userId } = found;
      if (outcome === 'SESSION_ENDED') throw await problemOfEnded(db, sessionId);
      if (outcome === 'REPEATED' && successor !== null) return { sessionId, userId, refreshToken: successor };
      if (outcome === 'REUSED') {
        await this.#end(db, 'TOKEN_REUSED', sessionId);
        return null;
      }
      await db
        .updateTable('refresh_tokens')
        .set({ used_at: now })
        .where('token_hash', '=', this.tokens.hashRefresh(token))
        .execute();
      await db
        .updateTable('sessions')
        .set({ expires_at: sessionExpiry(now, found.device_id) })
        .where('id', '=', sessionId)
        .execute();
      const refreshToken = await this.#addToken(
        db,
        sessionId,
        successor ?? this.tokens.newRefresh(database.tenantId),
      );
      return { sessionId, userId, refreshToken };
    });
  }

  /** Ends the session that a refresh token belongs to. An unknown token is no error: it is over already. */
  async endByToken(database: TenantDatabase, token: string): Promise<void> {
    const found = await database.db
      .selectFrom('refresh_tokens')
      .select('session_id')
      .where('token_hash', '=', this.tokens.hashRefresh(token))
      .executeTakeFirst();
    if (found !== undefined) await this.#end(database.db, 'SIGNED_OUT', found.session_id);
  }

  /** From now on the session is the device's. It lives as long as a device may stay away, and ends with the device. */
  async bindToDevice(db: TenantDb, sessionId: string, deviceId: string): Promise<void> {
    await db
      .updateTable('sessions')
      .set({ device_id: deviceId, expires_at: sessionExpiry(this.clock.now(), deviceId) })
      .where('id', '=', sessionId)
      .execute();
  }

  /** Ends the device's sessions. The session of the person who revokes the device goes on as the person's own. */
  async endAllOnDevice(db: TenantDb, deviceId: string, revokingId: string | null): Promise<void> {
    if (revokingId !== null) await this.#release(db, deviceId, revokingId);
    await db
      .updateTable('sessions')
      .set({ ended_at: this.clock.now(), ended_because: 'DEVICE_REVOKED' })
      .where('device_id', '=', deviceId)
      .where('ended_at', 'is', null)
      .execute();
  }

  async #release(db: TenantDb, deviceId: string, sessionId: string): Promise<void> {
    await db
      .updateTable('sessions')
      .set({ device_id: null, expires_at: sessionExpiry(this.clock.now(), null) })
      .where('id', '=', sessionId)
      .where('device_id', '=', deviceId)
      .execute();
  }

  /** Ends all sessions of a user, except the named one. */
  async endAllOf(db: TenantDb, userId: string, because: SessionEnd, exceptId?: string): Promise<void> {
    await db
      .updateTable('sessions')
      .set({ ended_at: this.clock.now(), ended_because: because })
      .where('user_id', '=', userId)
      .where('ended_at', 'is', null)
      .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
      .execute();
  }

  async #end(db: TenantDb, because: SessionEnd, sessionId: string): Promise<void> {
    await db
      .updateTable('sessions')
      .set({ ended_at: this.clock.now(), ended_because: because })
      .where('id', '=', sessionId)
      .where('ended_at', 'is', null)
      .execute();
  }

  /** Null for a token that was never given. */
  async #wasUsed(db: TenantDb, token: string): Promise<boolean | null> {
    const found = await db
      .selectFrom('refresh_tokens')
      .select('used_at')
      .where('token_hash', '=', this.tokens.hashRefresh(token))
      .executeTakeFirst();
    return found === undefined ? null : found.used_at !== null;
  }

  async #addToken(db: TenantDb, sessionId: string, token: string): Promise<string> {
    await db
      .insertInto('refresh_tokens')
      .values({
        token_hash: this.tokens.hashRefresh(token),
        session_id: sessionId,
        created_at: this.clock.now(),
        used_at: null,
      })
      .execute();
    // Old tokens of long-gone sessions tell nobody anything.
    await db.deleteFrom('sessions').where('expires_at', '<', this.#daysFromNow(-KEPT_DAYS)).execute();
    return token;
  }

  #daysFromNow(days: number): string {
    return new Date(Date.parse(this.clock.now()) + days * DAY_MS).toISOString();
  }
}
