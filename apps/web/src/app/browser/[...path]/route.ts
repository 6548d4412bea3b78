/**
 * The API for pages, whose cookies count here and nowhere else. The API gets a bearer token that is good when it
 * arrives. New tokens go back with whichever answer comes first.
 */
import { message } from '@wellpulse/contracts';
import { NextResponse, type NextRequest } from 'next/server';
import { BROWSER_PATH } from '../../../server/browser-path.ts';
import { forward } from '../../../server/forwarding/forward.ts';
import { bufferSmallBody } from '../../../server/bodies/buffered-body.ts';
import { problemOf, problemResponse } from '../../../server/problem-response.ts';
import { isProxied } from '../../../server/forwarding/proxied-routes.ts';
import { comesFromElsewhere } from '../../../server/forwarding/same-origin.ts';
import {
  currentSession,
  renewedSession,
  type CurrentSession,
} from '../../../server/session/current-session.ts';
import {
  clearSessionCookies,
  readSessionCookies,
  setSessionCookies,
} from '../../../server/session/session-cookies.ts';
import { isSessionRefused } from '../../../server/session/session-refused.ts';
import { webSettings } from '../../../server/settings.ts';

async function handle(request: NextRequest): Promise<NextResponse> {
  if (comesFromElsewhere(request)) {
    return problemResponse(problemOf('FORBIDDEN', message('notFromOurPage')));
  }
  const path = request.nextUrl.pathname.slice(BROWSER_PATH.length);
  if (!isProxied(request.method, path)) return problemResponse(problemOf('ROUTE_NOT_FOUND'));

  const session = await currentSession(readSessionCookies(request.cookies, request), request.headers);
  if (session.kind !== 'SIGNED_IN') return withoutSession(request, session);
  const url = new URL(webSettings().apiUrl + path + request.nextUrl.search);
  try {
    return await exchange(request, url, session);
  } catch {
    return problemResponse(problemOf('UNAVAILABLE', message('serverAway')));
  }
}

type SignedIn = Extract<CurrentSession, { kind: 'SIGNED_IN' }>;

async function exchange(request: NextRequest, url: URL, session: SignedIn): Promise<NextResponse> {
  const { method, headers, signal } = request;
  const { body, canBeSentAgain } = await bufferSmallBody(request);
  const send = ({ tokens }: SignedIn) =>
    forward(url, { method, headers, signal, body, accessToken: tokens.accessToken });

  const answer = await send(session);
  if (session.renewed || !canBeSentAgain || !(await isSessionRefused(answer))) {
    return withSession(request, answer, session);
  }
  const renewed = await renewedSession(session.tokens, headers);
  if (renewed.kind !== 'SIGNED_IN') return withoutSession(request, renewed);
  return withSession(request, await send(renewed), renewed);
}

function withSession(request: NextRequest, answer: Response, session: SignedIn): NextResponse {
  const response = new NextResponse(answer.body, answer);
  if (session.renewed) setSessionCookies(response, request, session.tokens);
  return response;
}

function withoutSession(request: NextRequest, session: Exclude<CurrentSession, SignedIn>): NextResponse {
  if (session.kind === 'UNDECIDED') return problemResponse(session.problem);
  const response = problemResponse(problemOf('UNAUTHENTICATED'));
  if (session.ended) clearSessionCookies(response, request);
  return response;
}

export { handle as DELETE, handle as GET, handle as POST, handle as PUT };
