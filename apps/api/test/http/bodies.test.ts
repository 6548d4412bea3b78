/** Bodies of those who are not signed in: they cost the server next to nothing. */
import { allEndpoints, bodyLimitOf, endpoints } from '@wellpulse/contracts';
import { Agent, request } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

// Strangers are asked for bodies here, not for passwords.
const api = await startApi({ settings: { WELLPULSE_SIGN_IN_ATTEMPTS: '1000' } });
afterAll(() => api.stop());
const { acme } = api;

const MIB = 1024 * 1024;
const sampleOf = (path: string) => path.replaceAll(/:\w+/g, '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d');
const ADDRESSES = [
  ...allEndpoints.map((definition) => ({
    method: definition.method as string,
    path: sampleOf(definition.path),
    isRefused: bodyLimitOf(definition).bytes < 2 * MIB,
  })),
  { method: 'POST', path: '/nowhere', isRefused: true },
  { method: 'POST', path: '/health', isRefused: true },
  { method: 'PATCH', path: '/wells', isRefused: true },
];

interface Answer {
  readonly status: number;
  readonly code: string;
}

function send(
  method: string,
  path: string,
  headers: Record<string, string | number>,
  body: Iterable<Buffer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request(api.baseUrl + path, { method, headers, agent: new Agent() });
    sending.on('error', reject).on('response', (response) => {
      response.toArray().then((parts) => {
        const { code } = JSON.parse(Buffer.concat(parts as Buffer[]).toString()) as { code: string };
        resolve({ status: response.statusCode ?? 0, code });
        sending.destroy();
      }, reject);
    });
    for (const chunk of body) sending.write(chunk);
    sending.end();
  });
}

test.each(ADDRESSES)('2 MiB to $method $path are not read', async ({ method, path, isRefused }) => {
  const headers = { 'content-type': 'application/json', 'content-length': 2 * MIB };
  const answer = await send(method, path, headers, [Buffer.alloc(2 * MIB, ' ')]);
  expect(answer).toEqual(
    isRefused ? { status: 413, code: 'PAYLOAD_TOO_LARGE' } : { status: 401, code: 'UNAUTHENTICATED' },
  );
});

test('what comes in chunks, so that nobody knows its length, is counted', async () => {
  const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
  const kib = Buffer.alloc(1024, ' ');
  const chunks = (count: number): Buffer[] => Array.from({ length: count }, () => kib);
  expect(await send('POST', '/auth/login', headers, chunks(20))).toMatchObject({ status: 413 });
  expect(await send('POST', '/auth/login', headers, chunks(10))).toMatchObject({ status: 400 });
  const signedIn = { ...headers, authorization: `Bearer ${acme.manager.session.accessToken}` };
  expect(await send('POST', '/wells', signedIn, chunks(1100))).toMatchObject({ status: 413 });
});

test('nobody listens to who is not signed in: the answer comes before the body', async () => {
  for (const { method, path, access } of allEndpoints) {
    if (access === 'PUBLIC' || method === 'GET') continue;
    const headers = { 'content-type': 'application/json', 'content-length': 1000 };
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(api.baseUrl + sampleOf(path), { method, headers, agent: new Agent() });
      sending.on('error', reject).on('response', (response) => {
        resolve(response.statusCode);
        sending.destroy();
      });
      // The head and the first byte of a thousand.
      sending.write('{');
    });
    expect([method, path, answer]).toEqual([method, path, 401]);
  }
});

test('a thousand half-sent sign-ins take a budget of their own, and leave the signed-in alone', async () => {
  const agent = new Agent({ maxSockets: Infinity });
  const held = Array.from({ length: 1024 }, () => {
    const headers = { 'content-type': 'application/json', 'content-length': 16 * 1024 };
    const sending = request(`${api.baseUrl}/auth/login`, { method: 'POST', headers, agent });
    sending.on('error', () => undefined).flushHeaders();
    return sending;
  });
  const login = () => {
    const body = { tenant: acme.slug, email: 'nobody@acme.example', password: 'not the password' };
    return api.anonymous.call(endpoints.auth.login, { body });
  };
  await expect
    .poll(login, { timeout: 10_000 })
    .toMatchObject({ problem: { code: 'UNAVAILABLE' }, retryAfterSeconds: 5 });
  const { name } = await acme.admin.ask(endpoints.tenant.getSettings, {});
  await acme.admin.ask(endpoints.tenant.updateSettings, { body: { version: 1, name } });
  for (const sending of held) sending.destroy();
  await expect.poll(login, { timeout: 10_000 }).toMatchObject({ problem: { code: 'INVALID_CREDENTIALS' } });
});
