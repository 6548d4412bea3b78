/** Sign-in by the rules that the API asks: short access tokens, refresh tokens for one use, sessions that can be ended. */
import type { Role, Session } from '@wellpulse/contracts';
import {
  ACCESS_TOKEN_SECONDS,
  refreshOutcome,
  sessionAfter,
  sessionExpiry,
  type SessionEnd,
  type SessionsEnding,
} from '@wellpulse/domain';
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
  end: SessionEnd | null;
  expiresAt: string;
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
    const expiresAt = sessionExpiry(instantOf(now), null);
    return this.#answer({ user, deviceId: null, end: null, expiresAt }, now);
  }

  /** From now on the session is the device's. */
  bindToDevice(session: OpenSession, deviceId: string, now: number): void {
    session.deviceId = deviceId;
    session.expiresAt = sessionExpiry(instantOf(now), deviceId);
  }

  /** A new pair, or the session that is over, if there is one. `key` names the use. */
  rotate(
    token: string,
    now: number,
    key: string | undefined,
  ): { renewed: Session } | { refused: OpenSession | undefined } {
    const found = this.#refresh.get(token);
    const successor = found?.successor?.key === key ? (found?.successor?.token ?? null) : null;
    const use = found && {
      expiresAt: found.session.expiresAt,
      hasSessionEnded: found.session.end !== null,
      wasUsedBefore: found.isUsed,
      wasSuccessorUsed: successor === null ? null : (this.#refresh.get(successor)?.isUsed ?? null),
    };
    const outcome = refreshOutcome(use, instantOf(now));
    if (found === undefined || outcome === 'UNKNOWN' || outcome === 'SESSION_ENDED')
      return { refused: found?.session };
    const { session } = found;
    if (outcome === 'REPEATED' && successor !== null)
      return { renewed: this.#answer(session, now, successor) };
    if (outcome === 'REUSED') {
      session.end = 'TOKEN_REUSED';
      return { refused: session };
    }
    found.isUsed = true;
    session.expiresAt = sessionExpiry(instantOf(now), session.deviceId);
    const renewed = this.#answer(session, now);
    if (key !== undefined) found.successor = { key, token: renewed.refreshToken };
    return { renewed };
  }

  /** Whose token this is, though the session may be over; undefined if it is good no longer. */
  callerOf(token: string | undefined, now: number): OpenSession | undefined {
    const access = this.#access.get(token ?? '');
    return access === undefined || access.expiresAt <= now ? undefined : access.session;
  }

  endAllOnDevice(deviceId: string, now: number): void {
    this.#end({ ofDevice: deviceId, exceptId: null }, now);
  }

  endAllOf(userId: string, now: number): void {
    this.#end({ ofUser: userId, because: 'USER_SUSPENDED', exceptId: null }, now);
  }

  #end(ending: SessionsEnding, now: number): void {
    for (const [id, { session }] of this.#refresh) {
      const { deviceId, end, expiresAt } = session;
      const state = { id, userId: session.user.id, deviceId, end, expiresAt };
      session.end = sessionAfter(state, ending, instantOf(now)).end;
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
    this.#access.set(accessToken, { session, expiresAt: now + ACCESS_TOKEN_SECONDS * 1000 });
    this.#refresh.set(refreshToken, { session, isUsed: false, successor: null });
    const { id, email, name, role } = session.user;
    return {
      accessToken,
      expiresIn: ACCESS_TOKEN_SECONDS,
      refreshToken,
      user: { id, email, name, role },
      tenant: this.#tenant,
    };
  }

  #newToken(): string {
    return Buffer.from(this.#random.bytes(12)).toString('hex');
  }
}

const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
