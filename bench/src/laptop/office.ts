/** An office that a laptop reaches over the network: it takes everything, and can be away. */
import { endpoints, PROTOCOL_HEADER, TIME_HEADER, type EndpointDefinition } from '@wellpulse/contracts';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { takesEverything } from '../device/takes-everything.ts';

export interface Office {
  readonly url: string;
  /** Whether each request is broken off. */
  setAway(isAway: boolean): void;
  close(): void;
}

const ENDPOINTS: readonly EndpointDefinition[] = Object.values(endpoints).flatMap(
  (group) => Object.values(group) as EndpointDefinition[],
);

export async function openOffice(): Promise<Office> {
  let isAway = false;
  const server = createServer((request, response) => {
    void answerOf(request).then(({ status, body }) => {
      if (isAway) {
        request.socket.destroy();
        return;
      }
      response.writeHead(status, {
        'content-type': status < 400 ? 'application/json' : 'application/problem+json',
        [PROTOCOL_HEADER]: '2',
        [TIME_HEADER]: new Date().toISOString(),
      });
      response.end(JSON.stringify(body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The office has no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    setAway: (away) => {
      isAway = away;
      if (away) server.closeAllConnections();
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answerOf(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const bytes = await buffer(request);
  const url = new URL(request.url ?? '/', 'http://office');
  const endpoint = ENDPOINTS.find(
    ({ method, path }) =>
      method === request.method &&
      new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(url.pathname.replace(/^\/api/, '')),
  );
  if (endpoint === undefined) return { status: url.pathname.endsWith('/health') ? 200 : 404, body: {} };
  const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
  const asked: object = {
    query: Object.fromEntries(url.searchParams),
    ...(text.length > 0 ? { body: JSON.parse(text.toString()) as unknown } : {}),
  };
  const reply = await takesEverything.call(endpoint, asked, { timeoutMs: 0 });
  return reply.kind === 'ANSWERED' ? reply : { status: 503, body: {} };
}
