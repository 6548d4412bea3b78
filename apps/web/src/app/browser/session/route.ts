/** Signing in and out. The tokens go from the API into the browser's cookies and are never in a body. */
import { call, NetworkError, type Result } from '@wellpulse/api-client';
import { bodyLimitOf, endpoints, type EndpointRequest, type SignedIn, message } from '@wellpulse/contracts';
import { NextResponse, type NextRequest } from 'next/server';
import { apiTransport } from '../../../server/api-transport.ts';
import { problemOf, problemResponse } from '../../../server/problem-response.ts';
import { readJson, TOO_LARGE } from '../../../server/bodies/read-body.ts';
import { comesFromElsewhere } from '../../../server/forwarding/same-origin.ts';
import { readKnown, setKnown } from '../../../server/session/known-browser.ts';
import { setLastTenant } from '../../../server/session/last-tenant.ts';
import { tokensOf } from '../../../server/session/renewals.ts';
import {
  clearSessionCookies,
  readSessionCookies,
  setSessionCookies,
} from '../../../server/session/session-cookies.ts';

const refuseOtherSites = () => problemResponse(problemOf('FORBIDDEN', message('notFromOurPage')));

export async function POST(request: NextRequest): Promise<NextResponse> {
  if (comesFromElsewhere(request)) return refuseOtherSites();
  const body = await readJson(request, bodyLimitOf(endpoints.auth.login).bytes);
  if (body === TOO_LARGE) return problemResponse(problemOf('PAYLOAD_TOO_LARGE'));
  const credentials = endpoints.auth.login.body.safeParse(body);
  if (!credentials.success) {
    // Which field is wrong would tell what names look like here; the form has said so before it sent.
    return problemResponse(problemOf('INVALID_CREDENTIALS'));
  }
  const known = readKnown(request.cookies, request);
  const result = await signIn(request, { ...credentials.data, known });
  if (!result.ok) return problemResponse(result.problem, result.retryAfterSeconds);
  const { user, tenant } = result.value;
  const response = NextResponse.json({ user, tenant }, { headers: { 'cache-control': 'no-store' } });
  setSessionCookies(response, request, tokensOf(result.value));
  setLastTenant(response, request, tenant.slug);
  if (result.value.known !== undefined) setKnown(response, request, known, result.value.known);
  return response;
}

async function signIn(
  request: NextRequest,
  body: EndpointRequest<typeof endpoints.auth.login>['body'],
): Promise<Result<SignedIn>> {
  try {
    return await call(apiTransport(request.headers), endpoints.auth.login, { body });
  } catch {
    return { ok: false, problem: problemOf('UNAVAILABLE'), retryAfterSeconds: null };
  }
}

/** The browser is signed out in any case; the server learns of it if it can be reached. */
export async function DELETE(request: NextRequest): Promise<NextResponse> {
  if (comesFromElsewhere(request)) return refuseOtherSites();
  const stored = readSessionCookies(request.cookies, request);
  if (stored !== null) {
    const body = { refreshToken: stored.refreshToken };
    await call(apiTransport(request.headers), endpoints.auth.logout, { body }).catch((error: unknown) => {
      if (!(error instanceof NetworkError)) throw error;
    });
  }
  const response = new NextResponse(null, { status: 204 });
  clearSessionCookies(response, request);
  return response;
}
