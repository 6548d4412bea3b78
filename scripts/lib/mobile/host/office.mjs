/** The office at the other end of a hosted phone's link: the server in memory of the offline client's tests, over HTTP. */
import { allEndpoints, API_PATH } from '../../../../packages/contracts/src/index.ts';

/**
 * @typedef {import('../../../../packages/offline/src/testing/index.ts').FakeServer} FakeServer
 * @typedef {import('../../../../packages/contracts/src/index.ts').EndpointDefinition} EndpointDefinition
 */

/** Each endpoint with what its addresses look like; those with the most fixed parts first. */
const ROUTES = allEndpoints
  .map((endpoint) => ({ endpoint, parts: endpoint.path.split('/') }))
  .sort((one, other) => variablesIn(one.parts) - variablesIn(other.parts));

/** The link of a phone to a server. @param {FakeServer} server @returns {import('./expo-fetch.mjs').Link} */
export const linkTo =
  (server) =>
  async ({ method, url, headers, body }) => {
    const { pathname, searchParams } = new URL(url);
    const found = endpointOf(method, pathname.slice(API_PATH.length));
    if (found === null) throw new Error(`Nobody asks the office for ${method} ${pathname}`);
    const { endpoint, params } = found;
    const request = {
      params,
      query: Object.fromEntries(searchParams),
      ...(body !== null && body.length > 0 && { body: JSON.parse(Buffer.from(body).toString('utf8')) }),
    };
    const reply = await server.call(endpoint, request, {
      timeoutMs: 0,
      ...(headers['authorization'] !== undefined && {
        accessToken: headers['authorization'].replace('Bearer ', ''),
      }),
      ...(headers['idempotency-key'] !== undefined && { idempotencyKey: headers['idempotency-key'] }),
    });
    if (reply.kind !== 'ANSWERED') throw new Error('The connection was lost');
    return {
      status: reply.status,
      headers: {
        'content-type': reply.status < 400 ? 'application/json' : 'application/problem+json',
        'wellpulse-protocol': headers['wellpulse-protocol'] ?? '',
        'wellpulse-time': reply.serverTime ?? '',
        ...reply.headers,
      },
      body: new TextEncoder().encode(reply.body === undefined ? '' : JSON.stringify(reply.body)),
    };
  };

/** @param {string} method @param {string} path */
function endpointOf(method, path) {
  const given = path.split('/');
  for (const { endpoint, parts } of ROUTES) {
    if (endpoint.method !== method || parts.length !== given.length) continue;
    if (!parts.every((part, place) => part.startsWith(':') || part === given[place])) continue;
    const named = parts.flatMap((part, place) =>
      part.startsWith(':') ? [[part.slice(1), decodeURIComponent(given[place] ?? '')]] : [],
    );
    return { endpoint, params: /** @type {Record<string, string>} */ (Object.fromEntries(named)) };
  }
  return null;
}

/** @param {readonly string[]} parts */
function variablesIn(parts) {
  return parts.filter((part) => part.startsWith(':')).length;
}
