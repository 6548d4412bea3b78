import { endpoints, type User } from '@wellpulse/contracts';
import { aUser, signIn, TEST_PASSWORD, uniqueEmail, type UserInput } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';
import { walk } from '../support/walk.ts';

const { auth, users } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { admin } = api.acme;

const make = (given: Partial<UserInput> = {}): Promise<User> =>
  admin.ask(users.create, { body: aUser(given) });
const read = (userId: string): Promise<User> => admin.ask(users.get, { params: { userId } });

test('a user is read back as made, and signs in', async () => {
  const body = aUser({ email: '  Mixed.Case@Test.Example ', name: ' Ana Ruiz ' });
  const user = await admin.ask(users.create, { body });
  expect(user).toMatchObject({
    email: 'mixed.case@test.example',
    name: 'Ana Ruiz',
    role: 'OPERATOR',
    status: 'ACTIVE',
    lastLoginAt: null,
    version: 1,
  });
  expect(await read(user.id)).toEqual(user);
  expect(JSON.stringify(user)).not.toMatch(/password|hash/i);
  await signIn(api.baseUrl, { tenant: api.acme.slug, email: user.email, password: TEST_PASSWORD });
});

test('an e-mail address belongs to one user of the tenant, and is free in another', async () => {
  const { email } = await make();
  expect(await admin.refusal(users.create, { body: aUser({ email: email.toUpperCase() }) })).toMatchObject({
    status: 409,
    code: 'EMAIL_TAKEN',
    errors: [{ path: 'email' }],
  });
  const other = await make();
  const params = { userId: other.id };
  expect((await admin.refusal(users.update, { params, body: { version: 1, email } })).code).toBe(
    'EMAIL_TAKEN',
  );
  await api.bravo.admin.ask(users.create, { body: aUser({ email }) });
});

test('two users made with one e-mail address at the same moment: exactly one is', async () => {
  const body = aUser({ email: uniqueEmail('twin') });
  const answers = await Promise.all([1, 2, 3].map(() => admin.call(users.create, { body })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('the e-mail address of a removed user is free again', async () => {
  const user = await make();
  await admin.ask(users.remove, { params: { userId: user.id } });
  const again = await make({ email: user.email });
  expect(again.id).not.toBe(user.id);
  expect((await admin.refusal(users.get, { params: { userId: user.id } })).code).toBe('USER_NOT_FOUND');
});

test.each([
  'password1234',
  'Welcome2024!!',
  'p@ssw0rdP@ssw0rd',
  'wellpulse-demo',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '123456789012',
  'Qwertyuiop123',
  'PermianOilfield99',
])('the common password %s is refused', async (password) => {
  const problem = await admin.refusal(users.create, { body: aUser({ password }) });
  expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'password' }] });
});

test('a password has twelve characters at least and two hundred at most', async () => {
  for (const password of ['pump-jack-7', `${'long '.repeat(40)}x`]) {
    const problem = await admin.refusal(users.create, { body: aUser({ password }) });
    expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'password' }] });
  }
});

test('a stale version is refused with the user as it is now', async () => {
  const { id } = await make();
  const params = { userId: id };
  const now = await admin.ask(users.update, { params, body: { version: 1, name: 'First' } });
  const problem = await admin.refusal(users.update, { params, body: { version: 1, name: 'Second' } });
  expect(problem).toMatchObject({
    status: 409,
    code: 'VERSION_CONFLICT',
    current: { id, name: now.name, version: 2 },
  });
  expect(await read(id)).toEqual(now);
});

test('a stale version with a new password sets no password', async () => {
  const user = await make();
  const params = { userId: user.id };
  await admin.ask(users.update, { params, body: { version: 1, name: 'First' } });
  const body = { version: 1, password: 'christmas-tree-valve-3' };
  expect((await admin.refusal(users.update, { params, body })).code).toBe('VERSION_CONFLICT');
  await signIn(api.baseUrl, { tenant: api.acme.slug, email: user.email, password: TEST_PASSWORD });
});

test('users are found by text, role and status, and walked through by cursor', async () => {
  const tenant = await api.addTenant();
  for (const name of ['Zoe Quill', 'adam quill', 'Mia Quill']) {
    await tenant.admin.ask(users.create, { body: aUser({ name, role: 'VIEWER' }) });
  }
  const list = (query: Parameters<typeof tenant.admin.ask<typeof users.list>>[1]['query']) =>
    tenant.admin.ask(users.list, { query });
  const found = await list({ search: 'QUILL', role: 'VIEWER', status: 'ACTIVE' });
  expect(found.items.map(({ name }) => name)).toEqual(['adam quill', 'Mia Quill', 'Zoe Quill']);
  expect(found.total).toBe(3);
  for (const sort of ['name', 'email', 'createdAt'] as const) {
    const met = await walk((cursor) => list({ sort, order: 'desc', limit: '2', ...cursor }));
    expect(new Set(met.map(({ id }) => id)).size).toBe(7);
  }
  const { items } = await tenant.viewer.ask(users.colleagues, {});
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['id', 'name', 'role']);
  expect(items).toHaveLength(7);
});

describe('the last active administrator', () => {
  test('can not be demoted, suspended or removed, not even by themself', async () => {
    const tenant = await api.addTenant();
    const params = { userId: tenant.admin.session.user.id };
    const change = (body: object) =>
      tenant.admin.refusal(users.update, { params, body: { version: 1, ...body } });
    expect(await change({ role: 'MANAGER' })).toMatchObject({ status: 409, code: 'LAST_ADMIN' });
    expect((await change({ status: 'SUSPENDED' })).code).toBe('LAST_ADMIN');
    expect((await tenant.admin.refusal(users.remove, { params })).code).toBe('LAST_ADMIN');
    expect((await tenant.admin.ask(auth.me, {})).user.role).toBe('ADMIN');
  });

  test('may go once there is another who is active', async () => {
    const tenant = await api.addTenant();
    const params = { userId: tenant.admin.session.user.id };
    const heir = await tenant.join('ADMIN');
    const heirParams = { userId: heir.session.user.id };
    await tenant.admin.ask(users.update, { params: heirParams, body: { version: 1, status: 'SUSPENDED' } });
    expect((await tenant.admin.refusal(users.remove, { params })).code).toBe('LAST_ADMIN');
    await tenant.admin.ask(users.update, { params: heirParams, body: { version: 2, status: 'ACTIVE' } });
    await tenant.admin.ask(users.remove, { params });
  });

  test('is left when two demote each other at the same moment', async () => {
    const tenant = await api.addTenant();
    const second = await tenant.join('ADMIN');
    const demote = (by: typeof second, userId: string) =>
      by.call(users.update, { params: { userId }, body: { version: 1, role: 'VIEWER' } });
    const answers = await Promise.all([
      demote(tenant.admin, second.session.user.id),
      demote(second, tenant.admin.session.user.id),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const roles = await Promise.all([tenant.admin, second].map((caller) => caller.ask(auth.me, {})));
    expect(roles.map(({ user }) => user.role).sort()).toEqual(['ADMIN', 'VIEWER']);
  });
});
