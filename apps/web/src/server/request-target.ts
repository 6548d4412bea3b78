import type { IncomingMessage } from 'node:http';

const NOWHERE = 'http://wellpulse.invalid';

/** What of a request counts, whichever origin its first line names: the path, without steps such as `..`, and the query. */
export function targetOf({ url = '/' }: Pick<IncomingMessage, 'url'>): Pick<URL, 'pathname' | 'search'> {
  // `//host/x` is a path here, and would be another host for whoever resolves it.
  const text = url.startsWith('/') ? NOWHERE + url : url;
  return new URL(URL.canParse(text) ? text : NOWHERE);
}

/** Whether a path is this one, or one below it. */
export const isBelow = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`);
