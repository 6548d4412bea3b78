/**
 * Which routes of the API a page may reach through us: those of the protocol map that need a sign-in. The public ones
 * (signing in, refreshing, signing out) carry tokens in their bodies, which a page must never hold: `/api/session`
 * stands in for them.
 */
import { allEndpoints } from '@wellpulse/contracts';

const escape = (segment: string) => segment.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const toPattern = (path: string) =>
  new RegExp(
    `^${path
      .split('/')
      .map((segment) => (segment.startsWith(':') ? '[^/]+' : escape(segment)))
      .join('/')}$`,
  );

const routes = allEndpoints
  .filter(({ access }) => access !== 'PUBLIC')
  .map(({ method, path }) => ({ method, pattern: toPattern(path) }));

export const isProxied = (method: string, path: string): boolean =>
  routes.some((route) => method === route.method && route.pattern.test(path));
