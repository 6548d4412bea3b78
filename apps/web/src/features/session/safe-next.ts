const BASE = 'http://wellpulse.invalid';
const HOME = '/';
/** Answers of the server that are no pages, and the sign-in itself. */
const NO_PAGE = /^\/((api|blob|browser)(\/|$)|sign-in$)/;

/**
 * Where to go after signing in: the page of ours that was asked for, or Home. Another site's address in a link to our sign-in
 * must lead nowhere. That holds for every spelling that browsers take for one (`//host`, `/\host`, `/.//host`).
 *
 * What a browser makes of the text counts, not the text. The text is therefore resolved, and its result must stay as it
 * is when it is resolved again: of `/.//host` comes `//host`, which leads to that host.
 */
export function safeNext(next: string | null | undefined): string {
  if (next === null || next === undefined || !next.startsWith('/')) return HOME;
  const page = resolve(next);
  return page !== null && resolve(page) === page ? page : HOME;
}

/** Null for what is no page of ours. */
function resolve(address: string): string | null {
  const url = URL.canParse(address, BASE) ? new URL(address, BASE) : null;
  if (url?.origin !== BASE || NO_PAGE.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}
