/** Finds routes of the protocol map by their addresses. */
import type { EndpointDefinition } from './endpoint/endpoint.ts';
import { allEndpoints } from './endpoints.ts';

const escape = (segment: string): string => segment.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('/')
      .map((segment) => (segment.startsWith(':') ? '[^/]+' : escape(segment)))
      .join('/')}$`,
  );

/** Fixed addresses first: `/wells/map` is no well. */
const ROUTES = allEndpoints
  .map((definition) => ({ definition, pattern: patternOf(definition.path) }))
  .sort((left, right) => parametersIn(left.definition.path) - parametersIn(right.definition.path));

function parametersIn(path: string): number {
  return path.split('/:').length - 1;
}

/**
 * The route for a method and a path without a query, such as `GET` and `/wells`; undefined where there is none.
 *
 * @example
 * endpointAt('GET', '/no-such-route'); // undefined
 */
export const endpointAt = (method: string, path: string): EndpointDefinition | undefined =>
  ROUTES.find(({ definition, pattern }) => definition.method === method && pattern.test(path))?.definition;
