/**
 * Renewing a session, once for each refresh token.
 *
 * A refresh token is good for one use, and using it twice ends the whole session. But a page sends several requests
 * at once, and tabs share their cookies, so the same token arrives many times before the browser has heard of its
 * successor. Therefore all who come with one token share one renewal, while it runs and for a minute after it.
 * A failure that says nothing about the session (no network, a busy server) is not remembered: the next one tries.
 */
import type { Problem } from '@wellpulse/contracts';

export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export type Renewal =
  | { readonly kind: 'RENEWED'; readonly tokens: SessionTokens }
  /** The server knows the token no more: the person has to sign in. */
  | { readonly kind: 'ENDED' }
  /** It did not work now; the session may well be good. */
  | { readonly kind: 'FAILED'; readonly problem: Problem };

export const REMEMBERED_MS = 60_000;

interface Remembered {
  readonly renewal: Promise<Renewal>;
  /** Null while it runs. */
  settledAt: number | null;
}

export class Renewals {
  readonly #byToken = new Map<string, Remembered>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `exchange` trades the token for its successor; it must not reject. It is called only if nobody else did. */
  renew(refreshToken: string, exchange: (refreshToken: string) => Promise<Renewal>): Promise<Renewal> {
    this.#forgetOld();
    const known = this.#byToken.get(refreshToken);
    if (known !== undefined) return known.renewal;
    const renewal = exchange(refreshToken);
    const remembered: Remembered = { renewal, settledAt: null };
    this.#byToken.set(refreshToken, remembered);
    void renewal.then((outcome) => {
      remembered.settledAt = this.#now();
      if (outcome.kind === 'FAILED') this.#byToken.delete(refreshToken);
    });
    return renewal;
  }

  #forgetOld(): void {
    const oldest = this.#now() - REMEMBERED_MS;
    for (const [token, { settledAt }] of this.#byToken) {
      if (settledAt !== null && settledAt < oldest) this.#byToken.delete(token);
    }
  }
}
