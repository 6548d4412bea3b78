/** Every answer says which protocol the server knows and what time it is. */
import { endpoints, PROTOCOL_HEADER, TIME_HEADER } from '@wellpulse/contracts';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const api = await startApi();
afterAll(() => api.stop());
const { operator } = api.acme;
const NOON = '2025-10-20T17:00:00.000Z';

const ask = (path: string, init: RequestInit = {}): Promise<Response> => operator.fetch(path, init);
const inVersion = (version: string): RequestInit => ({ headers: { [PROTOCOL_HEADER]: version } });

test.each([
  ['an answer', '/wells', 200],
  ['a health check', '/health', 200],
  ['what is not there', '/nowhere', 404],
  ['a refusal', '/users', 403],
])('%s carries both headers', async (_, path, status) => {
  api.clock.stopAt(NOON);
  const response = await ask(path);
  expect(response.status).toBe(status);
  expect(response.headers.get(PROTOCOL_HEADER)).toBe('2');
  expect(response.headers.get(TIME_HEADER)).toBe(NOON);
});

test('an app of a version before the one before is told to be updated, and keeps the headers', async () => {
  const response = await ask('/wells', inVersion('0'));
  expect(response.status).toBe(426);
  expect(await response.json()).toMatchObject({ code: 'PROTOCOL_TOO_OLD' });
  expect(response.headers.get(TIME_HEADER)).not.toBeNull();
});

test.each(['1', '2', '7', 'nonsense'])('version %s is served', async (version) => {
  expect((await ask('/wells', inVersion(version))).status).toBe(200);
});

test('a batch of version 2 is read', async () => {
  const { path, method } = endpoints.sync.batch;
  const response = await ask(path, { method, ...inVersion('2') });
  expect(response.status).not.toBe(426);
});
