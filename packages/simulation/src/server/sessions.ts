/** Sign-in as the server does it: short access tokens, refresh tokens for one use, sessions that can be ended. */
import type { Role, Session } from '@wellpulse/contracts';
import type { Random } from '../chance/random.ts';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
}

export interface OpenSession {
  readonly user: User;
  deviceId: string | null;
  end: 'TOKEN_REUSED' | 'DEVICE_REVOKED' | 'SUSPENDED' | null;
}

interface AccessToken {
  readonly session: OpenSession;
  readonly expiresAt: number;
}

interface RefreshToken {
  readonly session: OpenSession;
  isUsed: boolean;
  /** What it was exchanged for, by the key that named the use. */
  successor: { readonly key: string; readonly token: string } | null;
}

const ACCESS_SECONDS = 900;

export class Sessions {
  readonly #tenant: Tenant;
  readonly #random: Random;
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();

  constructor(tenant: Tenant, random: Random) {
    this.#tenant = tenant;
    this.#random = random;
  }

  open(user: User, now: number): Session {
    return this.#answer({ user, deviceId: null, end: null }, now);
  }

  /**
   * A new pair, or the session that is over, if there is one. Using a token twice ends its session, except for the same use
   * again: by its key, while what came of it is unused.
   */
  rotate(
    token: string,
    now: number,
    key: string | undefined,
  ): { renewed: Session } | { refused: OpenSession | undefined } {
    const found = this.#refresh.get(token);
    if (found === undefined || found.session.end !== null) return { refused: found?.session };
    const { successor } = found;
    const isSameUse = successor !== null && successor.key === key;
    if (isSameUse && this.#refresh.get(successor.token)?.isUsed === false) {
      return { renewed: this.#answer(found.session, now, successor.token) };
    }
    if (found.isUsed) {
      found.session.end = 'TOKEN_REUSED';
      return { refused: found.session };
    }
    found.isUsed = true;
    const renewed = this.#answer(found.session, now);
    if (key !== undefined) found.successor = { key, token: renewed.refreshToken };
    return { renewed };
  }

  /** Whose token this is, though the session may be over; undefined if it is good no longer. */
  callerOf(token: string | undefined, now: number): OpenSession | undefined {
    const access = this.#access.get(token ?? '');
    return access === undefined || access.expiresAt <= now ? undefined : access.session;
  }

  endAllOnDevice(deviceId: string): void {
    for (const { session } of this.#refresh.values()) {
      if (session.deviceId === deviceId) session.end ??= 'DEVICE_REVOKED';
    }
  }

  endAllOf(userId: string): void {
    for (const { session } of this.#refresh.values()) {
      if (session.user.id === userId) session.end ??= 'SUSPENDED';
    }
  }

  /** As when the server's secret is changed. */
  expireAccessTokens(): void {
    this.#access.clear();
  }

  /** As when all of them have run out. */
  forgetAll(): void {
    this.#access.clear();
    this.#refresh.clear();
  }

  #answer(session: OpenSession, now: number, refreshToken = this.#newToken()): Session {
    const accessToken = this.#newToken();
    this.#access.set(accessToken, { session, expiresAt: now + ACCESS_SECONDS * 1000 });
    this.#refresh.set(refreshToken, { session, isUsed: false, successor: null });
    const { id, email, name, role } = session.user;
    return {
      accessToken,
      expiresIn: ACCESS_SECONDS,
      refreshToken,
      user: { id, email, name, role },
      tenant: this.#tenant,
    };
  }

  #newToken(): string {
    return Buffer.from(this.#random.bytes(12)).toString('hex');
  }
}
