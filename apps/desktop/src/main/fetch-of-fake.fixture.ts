/** A fake server behind `fetch`, as the office's address reaches it. */
import {
  API_PATH,
  endpoints,
  PROTOCOL_HEADER,
  TIME_HEADER,
  type EndpointDefinition,
} from '@wellpulse/contracts';
import type { FakeServer } from '@wellpulse/offline/testing';

const ENDPOINTS: readonly EndpointDefinition[] = Object.values(endpoints).flatMap(
  (group) => Object.values(group) as EndpointDefinition[],
);

const HEALTH: EndpointDefinition = {
  method: 'GET',
  path: '/health',
  access: 'PUBLIC',
  summary: '',
  tag: '',
  status: 200,
  answer: null,
};

/** Rejects where the fake server gives no answer, as `fetch` does. */
export const fetchOfFake =
  (server: FakeServer): typeof fetch =>
  async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const found = matching(init?.method ?? 'GET', url.pathname.slice(API_PATH.length));
    const headers = new Headers(init?.headers);
    const token = headers.get('authorization')?.replace(/^Bearer /, '');
    const idempotencyKey = headers.get('idempotency-key') ?? undefined;
    const reply = await server.call(
      found.endpoint,
      {
        params: found.params,
        query: Object.fromEntries(url.searchParams),
        ...(typeof init?.body === 'string' ? { body: JSON.parse(init.body) as unknown } : {}),
      },
      {
        timeoutMs: 0,
        ...(token === undefined ? {} : { accessToken: token }),
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      },
    );
    if (reply.kind !== 'ANSWERED') throw new TypeError('fetch failed');
    const type = reply.status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(reply.status === 204 ? null : JSON.stringify(reply.body ?? null), {
      status: reply.status,
      headers: {
        'content-type': type,
        ...reply.headers,
        ...(reply.serverTime === null
          ? {}
          : { [PROTOCOL_HEADER]: '2', [TIME_HEADER]: new Date().toISOString() }),
      },
    });
  };

function matching(method: string, path: string) {
  for (const endpoint of [HEALTH, ...ENDPOINTS]) {
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
    const found = new RegExp(`^${endpoint.path.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(path);
    if (found === null || endpoint.method !== method) continue;
    const params = Object.fromEntries(
      names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]),
    );
    return { endpoint, params };
  }
  return { endpoint: { ...HEALTH, path }, params: {} };
}
