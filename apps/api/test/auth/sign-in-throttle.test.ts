import { endpoints } from '@wellpulse/contracts';
import { signIn, TEST_PASSWORD } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { RateLimiters } from '../../src/http/limits/rate-limiters.ts';
import { startApi } from '../support/harness.ts';

const { auth } = endpoints;
const ATTEMPTS = 3;
const api = await startApi({ settings: { WELLPULSE_SIGN_IN_ATTEMPTS: String(ATTEMPTS) } });
afterAll(() => api.stop());
const { acme, bravo } = api;

interface Guess {
  readonly address?: string;
  readonly tenant?: string;
  readonly known?: string;
}

const login = (
  email: string,
  password: string,
  { address = '203.0.113.1', tenant = acme.slug, known }: Guess = {},
): Promise<Response> =>
  api.anonymous.fetch('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ tenant, email, password, known }),
  });

async function statusesOf(count: number, attempt: (index: number) => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await attempt(index)).status);
  return statuses;
}

const countRows = async (): Promise<number> => {
  const { rows } = await api.app
    .get(Catalog)
    .pool.query<{ count: string }>('select count(*) from rate_limits');
  return Number(rows[0]?.count);
};

/** Wrong passwords for an account, each from an address of its own. */
const guessFromEverywhere = (email: string, count: number, net: string): Promise<Response[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) => login(email, 'wrong', { address: `${net}.${index}` })),
  );

async function millisecondsOf(attempt: Promise<Response>): Promise<number> {
  const start = performance.now();
  expect((await attempt).status).toBe(200);
  return performance.now() - start;
}

test('wrong passwords stop their own address for a while, even with the right one', async () => {
  const { email } = acme.viewer.session.user;
  expect(await statusesOf(ATTEMPTS + 1, () => login(email, 'wrong'))).toEqual([401, 401, 401, 429]);
  const response = await login(email, TEST_PASSWORD);
  expect(response.status).toBe(429);
  const seconds = Number(response.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(60);
  expect(seconds).toBeLessThanOrEqual(900);
  expect(await response.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

test('nobody is locked out by what others try, from one address or from many', async () => {
  const { email } = acme.admin.session.user;
  await statusesOf(ATTEMPTS + 1, () => login(email, 'wrong', { address: '203.0.113.9' }));
  await guessFromEverywhere(email, 20, '198.51.100');
  expect((await login(email, TEST_PASSWORD, { address: '203.0.113.10' })).status).toBe(200);
});

test('an account that many guess at is slow, except for a browser that has signed in to it before', async () => {
  const { email } = acme.manager.session.user;
  const { known } = (await (await login(email, TEST_PASSWORD)).json()) as { known: string };
  await guessFromEverywhere(email, ATTEMPTS + 2, '198.51.101');
  // 250 ms, and twice as long after each of the two.
  const unknown = await millisecondsOf(login(email, TEST_PASSWORD, { address: '203.0.113.11' }));
  expect(unknown).toBeGreaterThan(990);
  const again = await millisecondsOf(login(email, TEST_PASSWORD, { address: '203.0.113.12', known }));
  expect(again).toBeLessThan(900);
  // It is good for its own account alone, among others and in no other spelling.
  const others = [acme.operator.session.user.email, acme.viewer.session.user.email];
  for (const other of others) await guessFromEverywhere(other, ATTEMPTS, '198.51.102');
  const elsewhere = login(acme.operator.session.user.email, TEST_PASSWORD, {
    address: '203.0.113.13',
    known,
  });
  expect(await millisecondsOf(elsewhere)).toBeGreaterThan(240);
  const several = { address: '203.0.113.14', known: `nonsense~.~${known}` };
  expect(await millisecondsOf(login(email, TEST_PASSWORD, several))).toBeLessThan(900);
});

test('a known browser is stopped by its own wrong passwords, not by those of its address', async () => {
  const { email } = bravo.viewer.session.user;
  const from = { address: '203.0.113.15', tenant: bravo.slug };
  const { known } = (await (await login(email, TEST_PASSWORD, from)).json()) as { known: string };
  expect(await statusesOf(ATTEMPTS + 1, () => login(email, 'wrong', from))).toContain(429);
  expect((await login(email, TEST_PASSWORD, { ...from, known })).status).toBe(200);
  expect(await statusesOf(ATTEMPTS + 1, () => login(email, 'wrong', { ...from, known }))).toContain(429);
});

test('other accounts of the tenant, and the same address elsewhere, are not stopped with it', async () => {
  // Nobody has guessed at this one: others are slow by now.
  const { email } = (await acme.join('MANAGER')).session.user;
  const address = '203.0.113.3';
  expect(await statusesOf(ATTEMPTS + 1, () => login(email, 'wrong', { address }))).toContain(429);
  await signIn(api.baseUrl, {
    tenant: acme.slug,
    email: acme.operator.session.user.email,
    password: TEST_PASSWORD,
  });
  expect((await login(email, 'wrong', { address, tenant: bravo.slug })).status).toBe(401);
});

test('a right password forgets the wrong ones before it', async () => {
  const { email } = bravo.operator.session.user;
  const attempt = (index: number): Promise<Response> =>
    login(email, index % 2 === 0 ? 'wrong' : TEST_PASSWORD, { address: '203.0.113.4', tenant: bravo.slug });
  expect(await statusesOf(6, attempt)).toEqual([401, 200, 401, 200, 401, 200]);
});

test('fifteen right passwords at once are all right; of forty wrong ones three are tried', async () => {
  const { email } = bravo.admin.session.user;
  const at = { address: '203.0.113.20', tenant: bravo.slug };
  const right = await Promise.all(Array.from({ length: 15 }, () => login(email, TEST_PASSWORD, at)));
  expect(right.map(({ status }) => status)).toEqual(Array.from({ length: 15 }, () => 200));
  const wrong = await Promise.all(Array.from({ length: 40 }, () => login(email, 'wrong', at)));
  expect(wrong.filter(({ status }) => status === 401)).toHaveLength(ATTEMPTS);
});

test('an address that tries account after account is stopped, counts nothing any more, and others are free', async () => {
  const guess = (index: number, address: string): Promise<Response> =>
    login(`nobody-${index}@test.example`, 'wrong', { address });
  const statuses = await statusesOf(ATTEMPTS * 10 + 1, (index) => guess(index, '203.0.113.5'));
  expect(statuses.slice(0, -1)).not.toContain(429);
  expect(statuses.at(-1)).toBe(429);
  const rows = await countRows();
  const { email } = acme.operator.session.user;
  await statusesOf(10, (index) => guess(1000 + index, '203.0.113.5'));
  await statusesOf(ATTEMPTS + 1, () => login(email, 'wrong', { address: '203.0.113.5' }));
  expect(await countRows()).toBe(rows);
  expect((await guess(1, '203.0.113.6')).status).toBe(401);
});

test('counts whose time is over are deleted, also those from while the clock was ahead, and no others', async () => {
  const { pool } = api.app.get(Catalog);
  await pool.query(
    `insert into rate_limits (key, points, expire) select 'old-' || n, 1, 1000 from generate_series(1, 500) n`,
  );
  await pool.query(`insert into rate_limits (key, points, expire) values ('ahead', 1, $1)`, [
    Date.now() + 7 * 86_400_000,
  ]);
  const rows = await countRows();
  await api.app.get(RateLimiters).deleteExpired();
  expect(await countRows()).toBe(rows - 501);
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
  expect((await login('nobody@test.example', 'wrong', { address })).status).toBe(401);
});
