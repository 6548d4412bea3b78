import { syncEndpoints } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import { fetchTransport } from './fetch-transport.ts';

const answered = (response: () => Response) =>
  fetchTransport('https://api.example', () => Promise.resolve(response())).call(
    syncEndpoints.changes,
    { query: { limit: '1' } },
    { timeoutMs: 1000 },
  );

const SERVER = { 'wellpulse-protocol': '2', 'wellpulse-time': '2025-10-20T15:00:00.000Z' };
const FORBIDDEN = { type: 'about:blank', title: 'No', status: 403, code: 'FORBIDDEN' };

test('a problem of the server arrives as it is, with the time that it asks for', async () => {
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'retry-after': '40',
    ...SERVER,
  };
  expect(await answered(() => new Response(JSON.stringify(FORBIDDEN), { status: 403, headers }))).toEqual({
    kind: 'ANSWERED',
    status: 403,
    body: FORBIDDEN,
    retryAfterSeconds: 40,
    headers: { 'wellpulse-protocol': '2', 'wellpulse-time': SERVER['wellpulse-time'] },
    serverTime: SERVER['wellpulse-time'],
  });
});

test.each([
  ['text/html', '<h1>403 Forbidden</h1>'],
  ['application/json', JSON.stringify(FORBIDDEN)],
  ['application/problem+json', '{"type": "about:bl'],
])('a refusal as %s that is not a problem has no body', async (type, text) => {
  const reply = await answered(() => new Response(text, { status: 403, headers: { 'content-type': type } }));
  expect(reply).toMatchObject({ kind: 'ANSWERED', status: 403, body: undefined });
});

test('a page where an answer should be is an answer without a body', async () => {
  expect(await answered(() => new Response('<h1>Welcome to the hotel</h1>'))).toMatchObject({
    status: 200,
    body: undefined,
    serverTime: null,
  });
});

test('a body that breaks off is no answer', async () => {
  const torn = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
  expect(await answered(() => new Response(torn))).toEqual({ kind: 'NO_ANSWER' });
});
