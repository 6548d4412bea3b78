/**
 * Renewing a session, once for each refresh token.
 *
 * A refresh token is good for one use, and using it twice ends the whole session. But a page sends several requests at once,
 * and tabs share their cookies. So the same token arrives many times before the browser has heard of its successor. Therefore
 * all who come with one token share one renewal, while it runs and for a minute after it. A failure that says nothing about
 * the session (no network, a busy server) is not kept as the outcome: the next one tries under the same key. So for the API
 * it is the same use if only the answer was lost.
 *
 * The key comes with the token from the browser, which got both at once. So it is the same use also if our own answer to the
 * browser was lost. The browser may ask again after a night, or ask another process.
 */
import type { Problem } from '@wellpulse/contracts';
import { randomUUID } from 'node:crypto';

export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Names the one use of the refresh token; null for one that a browser got before there were such keys. */
  readonly renewalKey: string | null;
}

/** What a browser is given of a session: each refresh token with a key of its own. */
export const tokensOf = ({
  accessToken,
  refreshToken,
}: Omit<SessionTokens, 'renewalKey'>): SessionTokens => ({
  accessToken,
  refreshToken,
  renewalKey: randomUUID(),
});

/** What it takes to renew a session. */
export type Renewable = Pick<SessionTokens, 'refreshToken' | 'renewalKey'>;

export type Renewal =
  | { readonly kind: 'RENEWED'; readonly tokens: SessionTokens }
  /** The server knows the token no more: the person has to sign in. */
  | { readonly kind: 'ENDED' }
  /** It did not work now; the session may well be good. */
  | { readonly kind: 'FAILED'; readonly problem: Problem };

export const REMEMBERED_MS = 60_000;

interface Remembered {
  readonly key: string;
  /** Null after a failure. */
  renewal: Promise<Renewal> | null;
  /** Null while it runs. */
  settledAt: number | null;
}

export class Renewals {
  readonly #byToken = new Map<string, Remembered>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * `exchange` trades the token for its successor, under the key given; it must not reject. It is called only if nobody else
   * did.
   */
  renew(
    { refreshToken, renewalKey }: Renewable,
    exchange: (refreshToken: string, idempotencyKey: string) => Promise<Renewal>,
  ): Promise<Renewal> {
    this.#forgetOld();
    const known = this.#byToken.get(refreshToken);
    if (known !== undefined && known.renewal !== null) return known.renewal;
    const remembered: Remembered = known ?? {
      key: renewalKey ?? randomUUID(),
      renewal: null,
      settledAt: null,
    };
    const renewal = exchange(refreshToken, remembered.key);
    remembered.renewal = renewal;
    remembered.settledAt = null;
    this.#byToken.set(refreshToken, remembered);
    void renewal.then((outcome) => {
      remembered.settledAt = this.#now();
      if (outcome.kind === 'FAILED') remembered.renewal = null;
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
