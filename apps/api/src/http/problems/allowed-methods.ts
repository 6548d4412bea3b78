/** Which methods an address takes, as the protocol map says. */
import { allEndpoints, type Method } from '@wellpulse/contracts';

const ROUTES = allEndpoints.map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}/?$`, 'i'),
}));

/** None for an address that is no route at all. */
export const allowedMethods = (path: string): Method[] => [
  ...new Set(ROUTES.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)),
];
