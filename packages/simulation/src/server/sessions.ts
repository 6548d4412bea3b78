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

interface OpenSession {
  readonly user: User;
  deviceId: string | null;
  isOver: boolean;
}

interface AccessToken {
  readonly session: OpenSession;
  readonly expiresAt: number;
}

const ACCESS_SECONDS = 900;

export class Sessions {
  readonly #tenant: Tenant;
  readonly #random: Random;
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, { readonly session: OpenSession; isUsed: boolean }>();

  constructor(tenant: Tenant, random: Random) {
    this.#tenant = tenant;
    this.#random = random;
  }

  open(user: User, now: number): Session {
    return this.#answer({ user, deviceId: null, isOver: false }, now);
  }

  /** Null if the token is unknown, used, or of a session that is over. Using one twice ends its session. */
  rotate(token: string, now: number): Session | null {
    const found = this.#refresh.get(token);
    if (found === undefined || found.session.isOver) return null;
    if (found.isUsed) {
      found.session.isOver = true;
      return null;
    }
    found.isUsed = true;
    return this.#answer(found.session, now);
  }

  /** Whose token this is; undefined if it is good no longer. */
  callerOf(token: string | undefined, now: number): OpenSession | undefined {
    const access = this.#access.get(token ?? '');
    return access === undefined || access.session.isOver || access.expiresAt <= now
      ? undefined
      : access.session;
  }

  endAllOnDevice(deviceId: string): void {
    for (const { session } of this.#refresh.values()) {
      if (session.deviceId === deviceId) session.isOver = true;
    }
  }

  /** As when the server's secret is changed. */
  expireAccessTokens(): void {
    this.#access.clear();
  }

  #answer(session: OpenSession, now: number): Session {
    const accessToken = this.#newToken();
    const refreshToken = this.#newToken();
    this.#access.set(accessToken, { session, expiresAt: now + ACCESS_SECONDS * 1000 });
    this.#refresh.set(refreshToken, { session, isUsed: false });
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
