/** Passwords of users: kept beside the log, never in it. */
import { Inject, Injectable } from '@nestjs/common';
import { message, type UserStatus } from '@wellpulse/contracts';
import { hashPassword, isCommonPassword } from './passwords.ts';
import { Sessions } from './sessions.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import type { TenantDatabase, TenantDb } from '../tenant-databases/tenant-databases.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';

export interface KnownUser {
  readonly id: string;
  readonly status: UserStatus;
  readonly password_hash: string;
}

/** Hashes a new password; refuses a common one with a field error at `path`. */
export async function hashNewPassword(password: string, path: string): Promise<string> {
  if (isCommonPassword(password)) {
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ path, message: message('commonPassword') }],
    });
  }
  return hashPassword(password);
}

@Injectable()
export class Credentials {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  findByEmail(database: TenantDatabase, email: string): Promise<KnownUser | undefined> {
    return database.db
      .selectFrom('users')
      .innerJoin('user_credentials', 'user_credentials.user_id', 'users.id')
      .select(['users.id', 'status', 'password_hash'])
      .where('email', '=', email)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
  }

  async recordLogin(database: TenantDatabase, userId: string, at: string): Promise<void> {
    await database.db
      .updateTable('user_credentials')
      .set({ last_login_at: at })
      .where('user_id', '=', userId)
      .execute();
  }

  async store(db: TenantDb, userId: string, passwordHash: string): Promise<void> {
    await db
      .insertInto('user_credentials')
      .values({ user_id: userId, password_hash: passwordHash, last_login_at: null })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ password_hash: passwordHash }))
      .execute();
  }

  /** Sets a password and ends the user's sessions, except `keepSessionId`. `path` is where field errors point. */
  async setPassword(
    caller: Caller,
    userId: string,
    password: string,
    path: string,
    keepSessionId?: string,
  ): Promise<void> {
    const passwordHash = await hashNewPassword(password, path);
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      firstAccepted(
        await tx.apply([
          { eventType: 'USER_PASSWORD_SET', aggregateId: userId, baseVersion: null, payload: {} },
        ]),
      );
      await this.store(tx.db, userId, passwordHash);
      await this.sessions.endAllOf(tx.db, userId, 'PASSWORD_CHANGED', keepSessionId);
    });
  }
}
