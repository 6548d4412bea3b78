/** Who a page is rendered for, from the cookies that `proxy.ts` has just renewed. */
import { call } from '@wellpulse/api-client';
import { endpoints, type Problem, type WhoAmI } from '@wellpulse/contracts';
import { cookies, headers } from 'next/headers';
import { apiTransport } from './api-transport.ts';
import { problemOf } from './problem-response.ts';
import { readSessionCookies } from './session/session-cookies.ts';

export type Viewer =
  | { readonly kind: 'KNOWN'; readonly session: WhoAmI }
  | { readonly kind: 'SIGNED_OUT' }
  | { readonly kind: 'UNDECIDED'; readonly problem: Problem };

export async function loadViewer(): Promise<Viewer> {
  const transport = await viewerTransport();
  if (transport === null) return { kind: 'SIGNED_OUT' };
  try {
    const result = await call(transport, endpoints.auth.me, {});
    if (result.ok) return { kind: 'KNOWN', session: result.value };
    if (result.problem.status === 401) return { kind: 'SIGNED_OUT' };
    return { kind: 'UNDECIDED', problem: result.problem };
  } catch {
    return { kind: 'UNDECIDED', problem: problemOf('UNAVAILABLE') };
  }
}

/** The API as the one who looks at the page; null without a session. */
export async function viewerTransport() {
  const requestHeaders = await headers();
  const stored = readSessionCookies(await cookies(), { headers: requestHeaders });
  return stored === null ? null : apiTransport(requestHeaders, stored.accessToken);
}
