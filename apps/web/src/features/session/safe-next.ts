/**
 * Where to go after signing in: the page of ours that was asked for, or Home. Another site's address in a link to our
 * sign-in must lead nowhere, also in the spellings that browsers take for one (`//host`, `/\host`).
 */
export function safeNext(next: string | null | undefined): string {
  if (next === null || next === undefined || !/^\/(?![/\\])/.test(next)) return '/';
  const base = 'http://wellpulse.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  if (url?.origin !== base || url.pathname.startsWith('/api/') || url.pathname === '/sign-in') return '/';
  return url.pathname + url.search + url.hash;
}
