import { endpoints } from '@wellpulse/contracts';
import { signIn, TEST_PASSWORD } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { auth } = endpoints;
const ATTEMPTS = 3;
const api = await startApi({ settings: { WELLPULSE_SIGN_IN_ATTEMPTS: String(ATTEMPTS) } });
afterAll(() => api.stop());
const { acme, bravo } = api;

const login = (
  email: string,
  password: string,
  address = '203.0.113.1',
  tenant = acme.slug,
): Promise<Response> =>
  api.anonymous.fetch('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ tenant, email, password }),
  });

async function statusesOf(count: number, attempt: (index: number) => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await attempt(index)).status);
  return statuses;
}

test('wrong passwords lock an account for a while, even against the right one', async () => {
  const { email } = acme.viewer.session.user;
  expect(await statusesOf(ATTEMPTS + 1, () => login(email, 'wrong'))).toEqual([401, 401, 401, 429]);
  const response = await login(email, TEST_PASSWORD, '203.0.113.2');
  expect(response.status).toBe(429);
  const seconds = Number(response.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(60);
  expect(seconds).toBeLessThanOrEqual(900);
  expect(await response.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

test('other accounts of the tenant, and the same address elsewhere, are not locked with it', async () => {
  const { email } = acme.manager.session.user;
  expect(await statusesOf(ATTEMPTS + 1, () => login(email, 'wrong', '203.0.113.3'))).toContain(429);
  await signIn(api.baseUrl, {
    tenant: acme.slug,
    email: acme.operator.session.user.email,
    password: TEST_PASSWORD,
  });
  expect((await login(email, 'wrong', '203.0.113.3', bravo.slug)).status).toBe(401);
});

test('a right password forgets the wrong ones before it', async () => {
  const { email } = bravo.operator.session.user;
  const attempt = (index: number): Promise<Response> =>
    login(email, index % 2 === 0 ? 'wrong' : TEST_PASSWORD, '203.0.113.4', bravo.slug);
  expect(await statusesOf(6, attempt)).toEqual([401, 200, 401, 200, 401, 200]);
});

test('an address that tries account after account is locked, and others are not', async () => {
  const guess = (index: number, address: string): Promise<Response> =>
    login(`nobody-${index}@test.example`, 'wrong', address);
  const statuses = await statusesOf(ATTEMPTS * 10 + 1, (index) => guess(index, '203.0.113.5'));
  expect(statuses.slice(0, -1)).not.toContain(429);
  expect(statuses.at(-1)).toBe(429);
  expect((await guess(1, '203.0.113.6')).status).toBe(401);
});

test('guessing a current password through a stolen session is throttled as well', async () => {
  const caller = bravo.manager;
  const statuses = await statusesOf(ATTEMPTS + 1, async () => {
    const body = { currentPassword: 'wrong', newPassword: 'another-good-one-88' };
    const result = await caller.call(auth.changePassword, { body });
    return new Response(null, { status: result.ok ? 204 : result.problem.status });
  });
  expect(statuses).toEqual([401, 401, 401, 429]);
});

test('an address of any length that a proxy reports is counted like another', async () => {
  const address = '203.0.113.7, '.repeat(200) + 'x'.repeat(2000);
  expect((await login('nobody@test.example', 'wrong', address)).status).toBe(401);
});
