/** The session of a request, renewed if its access token is about to expire. */
import { call } from '@wellpulse/api-client';
import { endpoints, type Problem } from '@wellpulse/contracts';
import { apiTransport } from '../api-transport.ts';
import { problemOf } from '../problem-response.ts';
import { isFresh } from './access-token.ts';
import { Renewals, tokensOf, type Renewable, type Renewal, type SessionTokens } from './renewals.ts';
import type { StoredSession } from './session-cookies.ts';

export type CurrentSession =
  /** `renewed`: the browser has to be given the new tokens. */
  | { readonly kind: 'SIGNED_IN'; readonly tokens: SessionTokens; readonly renewed: boolean }
  /** `ended`: the browser's cookies are worth nothing more. */
  | { readonly kind: 'SIGNED_OUT'; readonly ended: boolean }
  /** The server could not be asked, or refuses for now; nobody is signed out because of it. */
  | { readonly kind: 'UNDECIDED'; readonly problem: Problem };

export async function currentSession(
  stored: StoredSession | null,
  headers: Pick<Headers, 'get'>,
): Promise<CurrentSession> {
  if (stored === null) return { kind: 'SIGNED_OUT', ended: false };
  const { accessToken } = stored;
  if (isFresh(accessToken, Date.now())) {
    return { kind: 'SIGNED_IN', tokens: { ...stored, accessToken }, renewed: false };
  }
  return renewedSession(stored, headers);
}

/** Renews although the access token looks good, because the API refused it. */
export async function renewedSession(
  stored: Renewable,
  headers: Pick<Headers, 'get'>,
): Promise<CurrentSession> {
  const renewal = await sharedRenewals().renew(stored, (token, key) => exchange(token, key, headers));
  if (renewal.kind === 'RENEWED') return { kind: 'SIGNED_IN', tokens: renewal.tokens, renewed: true };
  if (renewal.kind === 'ENDED') return { kind: 'SIGNED_OUT', ended: true };
  return { kind: 'UNDECIDED', problem: renewal.problem };
}

declare global {
  var wellpulseRenewals: Renewals | undefined;
}

/** Next.js bundles pages, routes and `proxy.ts` apart; what they all share has to hang on the process. */
function sharedRenewals(): Renewals {
  globalThis.wellpulseRenewals ??= new Renewals(Date.now);
  return globalThis.wellpulseRenewals;
}

async function exchange(
  refreshToken: string,
  idempotencyKey: string,
  headers: Pick<Headers, 'get'>,
): Promise<Renewal> {
  try {
    const result = await call(apiTransport(headers), endpoints.auth.refresh, {
      body: { refreshToken },
      headers: { 'idempotency-key': idempotencyKey },
    });
    if (result.ok) return { kind: 'RENEWED', tokens: tokensOf(result.value) };
    return result.problem.status === 401 ? { kind: 'ENDED' } : { kind: 'FAILED', problem: result.problem };
  } catch {
    return { kind: 'FAILED', problem: problemOf('UNAVAILABLE') };
  }
}
