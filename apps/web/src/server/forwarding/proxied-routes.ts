/**
 * Which routes of the API a page may reach through us: those of the protocol map that need a sign-in. The public ones
 * (signing in, refreshing, signing out) carry tokens in their bodies, which a page must never hold: `/browser/session`
 * stands in for them.
 */
import { endpointAt } from '@wellpulse/contracts';

export function isProxied(method: string, path: string): boolean {
  const definition = endpointAt(method, path);
  return definition !== undefined && definition.access !== 'PUBLIC';
}
