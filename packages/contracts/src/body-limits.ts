/**
 * How large a request's body may be, and how long it may take to arrive. The protocol map decides it for each route
 * (ADR 39), so both servers know it before they ask who sends.
 */
import { endpointAt } from './endpoint-at.ts';
import type { BodyLimit, EndpointDefinition } from './endpoint/endpoint.ts';

const KIB = 1024;

/** A body has half a minute, except where a route says more. */
export const BODY_MS = 30_000;

/** A sign-in, a token, or what an address without a route is sent. */
const SMALL: BodyLimit = { bytes: 16 * KIB, milliseconds: BODY_MS };
/** Larger than any JSON of the REST API. */
const USUAL: BodyLimit = { bytes: 1024 * KIB, milliseconds: BODY_MS };

/**
 * The limit of a route: its own, or the small one where anybody may call it or it takes no body.
 *
 * @example
 * bodyLimitOf(endpoints.wells.create).bytes; // 1048576
 */
export function bodyLimitOf({ bodyLimit, body, access }: EndpointDefinition): BodyLimit {
  if (bodyLimit !== undefined) return bodyLimit;
  return body === undefined || access === 'PUBLIC' ? SMALL : USUAL;
}

/**
 * The limit at an address, such as `POST` and `/wells`; the small one where there is no route.
 *
 * @example
 * bodyLimitAt('POST', '/no-such-route').bytes; // 16384
 */
export function bodyLimitAt(method: string, path: string): BodyLimit {
  const definition = endpointAt(method, path);
  return definition === undefined ? SMALL : bodyLimitOf(definition);
}
