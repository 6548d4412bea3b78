/**
 * Sessions. A refresh token is good for one use; using it again means that two hold it, the person and a thief. Since nobody
 * can tell who is who, the whole session ends. A use that is named with a key may be repeated when its answer was lost:
 * that is the same use, as long as nobody has used what came of it (ADR 25).
 */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidV7 } from 'uuid';
import { CLOCK, type Clock } from '../config/clock.ts';
import type { TenantDatabase, TenantDb } from '../tenant-databases/tenant-databases.ts';
import { problemOfEnded } from './session-end.ts';
import { Tokens } from './tokens.ts';

const SESSION_DAYS = 30;
/** A device may be without a signal for weeks. */
const DEVICE_SESSION_DAYS = 90;
/** How long sessions are remembered after they expired. */
const KEPT_DAYS = 90;

export interface OpenSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly refreshToken: string;
}

export type SessionEnd =
  | 'SIGNED_OUT'
  | 'TOKEN_REUSED'
  | 'PASSWORD_CHANGED'
  | 'USER_SUSPENDED'
  | 'DEVICE_REVOKED';

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
          expires_at: this.#daysFromNow(SESSION_DAYS),
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
      if (found === undefined || found.expires_at < this.clock.now()) return null;
      if (found.ended_at !== null) throw await problemOfEnded(db, found.session_id);
      const { session_id: sessionId, user_id: userId } = found;
      const successor = key === null ? null : this.tokens.successorOfRefresh(token, key);
      if (found.used_at !== null) {
        if (successor !== null && (await this.#isUnused(db, successor))) {
          return { sessionId, userId, refreshToken: successor };
        }
        await this.#end(db, 'TOKEN_REUSED', sessionId);
        return null;
      }
      await db
        .updateTable('refresh_tokens')
        .set({ used_at: this.clock.now() })
        .where('token_hash', '=', this.tokens.hashRefresh(token))
        .execute();
      await db
        .updateTable('sessions')
        .set({
          expires_at: this.#daysFromNow(found.device_id === null ? SESSION_DAYS : DEVICE_SESSION_DAYS),
        })
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
      .set({ device_id: deviceId, expires_at: this.#daysFromNow(DEVICE_SESSION_DAYS) })
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
      .set({ device_id: null, expires_at: this.#daysFromNow(SESSION_DAYS) })
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

  async #isUnused(db: TenantDb, token: string): Promise<boolean> {
    const found = await db
      .selectFrom('refresh_tokens')
      .select('used_at')
      .where('token_hash', '=', this.tokens.hashRefresh(token))
      .executeTakeFirst();
    return found?.used_at === null;
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
    return new Date(Date.parse(this.clock.now()) + days * 86_400_000).toISOString();
  }
}
