import { endpoints } from '@wellpulse/contracts';
import { aUser, signIn, TEST_PASSWORD, type SignIn } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { TenantAdministration } from '../../src/tenant/tenant-administration.ts';
import { startApi } from '../support/harness.ts';

const { auth, users } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo } = api;

const asOperator = (): SignIn => ({
  tenant: acme.slug,
  email: acme.operator.session.user.email,
  password: TEST_PASSWORD,
});
const refused = (body: SignIn) => api.anonymous.refusal(auth.login, { body });

test('signing in tells who one is, in which tenant, and for how long', async () => {
  const session = await api.anonymous.ask(auth.login, { body: asOperator() });
  expect(session).toMatchObject({
    expiresIn: 900,
    user: { email: asOperator().email, role: 'OPERATOR' },
    tenant: { id: acme.entry.id, slug: acme.slug, name: 'Acme Petroleum', timeZone: 'America/Chicago' },
  });
});

test('tenant and e-mail are read without regard to case and surrounding space', async () => {
  const { tenant, email, password } = asOperator();
  const body = { tenant: ` ${tenant.toUpperCase()}`, email: ` ${email.toUpperCase()} `, password };
  expect((await api.anonymous.ask(auth.login, { body })).user.email).toBe(email);
});

test('a wrong password, an unknown user and an unknown tenant get the same answer', async () => {
  const answers = await Promise.all([
    refused({ ...asOperator(), password: `${TEST_PASSWORD}x` }),
    refused({ ...asOperator(), email: 'nobody@test.example' }),
    refused({ ...asOperator(), tenant: 'no-such-tenant' }),
    refused({ ...asOperator(), tenant: bravo.slug }),
  ]);
  for (const { requestId, ...problem } of answers) {
    expect(requestId).toBeDefined();
    expect(problem).toEqual({
      type: 'urn:wellpulse:problem:invalid-credentials',
      title: 'The company, e-mail or password is wrong',
      status: 401,
      code: 'INVALID_CREDENTIALS',
    });
  }
});

test('an e-mail address of the longest length is only unknown', async () => {
  const label = 'a'.repeat(63);
  const email = `${'x'.repeat(58)}@${label}.${label}.${label}.co`;
  expect((await refused({ ...asOperator(), email })).code).toBe('INVALID_CREDENTIALS');
});

test('the last sign-in of a user is noted', async () => {
  const { admin } = acme;
  const user = await admin.ask(users.create, { body: aUser() });
  expect(user.lastLoginAt).toBeNull();
  await signIn(api.baseUrl, { tenant: acme.slug, email: user.email, password: TEST_PASSWORD });
  const { lastLoginAt, version } = await admin.ask(users.get, { params: { userId: user.id } });
  expect(Date.parse(lastLoginAt ?? '')).toBeGreaterThanOrEqual(Date.parse(user.createdAt));
  expect(version).toBe(1);
});

test('who one is includes what day it is for the tenant', async () => {
  api.clock.stopAt('2025-10-20T03:30:00Z');
  const me = await acme.viewer.ask(auth.me, {});
  api.clock.run();
  expect(me).toMatchObject({
    user: { id: acme.viewer.session.user.id, role: 'VIEWER' },
    tenant: { slug: acme.slug },
    today: '2025-10-19',
    varianceThresholdPercent: 20,
  });
});

test('a suspended user is kept out at once: at sign-in, at refresh and with a token that was good', async () => {
  const caller = await acme.join('OPERATOR');
  const { id: userId, email } = caller.session.user;
  await acme.admin.ask(users.update, { params: { userId }, body: { version: 1, status: 'SUSPENDED' } });
  expect((await refused({ ...asOperator(), email })).code).toBe('USER_SUSPENDED');
  expect((await caller.refusal(auth.me, {})).code).toBe('USER_SUSPENDED');
  const { refreshToken } = caller.session;
  expect((await api.anonymous.refusal(auth.refresh, { body: { refreshToken } })).status).toBe(401);
  // The password of a suspended user is still nobody's to guess.
  expect((await refused({ ...asOperator(), email, password: 'wrong' })).code).toBe('INVALID_CREDENTIALS');
});

test('a user who is let in again signs in, but old sessions stay over', async () => {
  const caller = await acme.join('OPERATOR');
  const { id: userId, email } = caller.session.user;
  const params = { userId };
  await acme.admin.ask(users.update, { params, body: { version: 1, status: 'SUSPENDED' } });
  await acme.admin.ask(users.update, { params, body: { version: 2, status: 'ACTIVE' } });
  expect((await caller.refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  await signIn(api.baseUrl, { ...asOperator(), email });
});

test('a removed user is unknown', async () => {
  const caller = await acme.join('MANAGER');
  const { id: userId, email } = caller.session.user;
  await acme.admin.ask(users.remove, { params: { userId } });
  expect((await caller.refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  expect((await refused({ ...asOperator(), email })).code).toBe('INVALID_CREDENTIALS');
});

test('everybody of a suspended tenant is kept out until it is resumed', async () => {
  const tenant = await api.addTenant();
  const caller = tenant.operator;
  const body = { tenant: tenant.slug, email: caller.session.user.email, password: TEST_PASSWORD };
  const { refreshToken } = caller.session;
  const administration = api.app.get(TenantAdministration);

  await administration.setStatus(tenant.slug, 'SUSPENDED');
  expect((await refused(body)).code).toBe('TENANT_SUSPENDED');
  expect((await caller.refusal(auth.me, {})).code).toBe('TENANT_SUSPENDED');
  expect((await caller.refusal(auth.refresh, { body: { refreshToken } })).code).toBe('TENANT_SUSPENDED');

  await administration.setStatus(tenant.slug, 'ACTIVE');
  expect((await caller.ask(auth.me, {})).user.id).toBe(caller.session.user.id);
  await caller.ask(auth.refresh, { body: { refreshToken } });
});

test('a new role counts with the next request', async () => {
  const caller = await acme.join('VIEWER');
  const params = { userId: caller.session.user.id };
  expect((await caller.refusal(users.list, { query: {} })).code).toBe('FORBIDDEN');
  await acme.admin.ask(users.update, { params, body: { version: 1, role: 'ADMIN' } });
  expect((await caller.ask(auth.me, {})).user.role).toBe('ADMIN');
  await caller.ask(users.list, { query: {} });
  await acme.admin.ask(users.update, { params, body: { version: 2, role: 'VIEWER' } });
  expect((await caller.refusal(users.list, { query: {} })).code).toBe('FORBIDDEN');
});
