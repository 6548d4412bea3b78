/**
 * Runs before each page is rendered: sends those who are not signed in to the sign-in. Renews the session so that the page is
 * rendered with a good token. Sets the page's content security policy.
 *
 * What pages ask of the API is not matched: Next.js copies a body into memory for whatever passes here.
 */
import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './server/content-security-policy.ts';
import { isHttps } from './server/is-https.ts';
import { PATH_HEADER } from './server/path-header.ts';
import { currentSession } from './server/session/current-session.ts';
import {
  clearSessionCookies,
  readSessionCookies,
  setSessionCookies,
} from './server/session/session-cookies.ts';
import { webSettings } from './server/settings.ts';

const SIGN_IN = '/sign-in';
const A_YEAR_OF_TLS = 'max-age=31536000';

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (pathname === SIGN_IN) return page(request);
  const session = await currentSession(readSessionCookies(request.cookies, request), request.headers);
  if (session.kind === 'SIGNED_OUT') {
    const response = NextResponse.redirect(signInUrl(request, pathname + search, session.ended));
    if (session.ended) clearSessionCookies(response, request);
    return response;
  }
  const response = page(request);
  if (session.kind === 'SIGNED_IN' && session.renewed) setSessionCookies(response, request, session.tokens);
  return response;
}

function page(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, webSettings(), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next.js reads the nonce from here and puts it on its scripts.
  headers.set('content-security-policy', policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (isHttps(request.headers)) response.headers.set('strict-transport-security', A_YEAR_OF_TLS);
  return response;
}

function signInUrl(request: NextRequest, from: string, ended: boolean): URL {
  const url = request.nextUrl.clone();
  url.pathname = SIGN_IN;
  url.search = new URLSearchParams({
    ...(ended ? { ended: '1' } : {}),
    ...(from === '/' ? {} : { next: from }),
  }).toString();
  return url;
}

export const config = {
  matcher: ['/((?!browser/|_next/static|_next/image|favicon.ico|icon.svg).*)'],
};
