import { endpoints, type Session } from '@wellpulse/contracts';
import { SignedInCaller, signIn, TEST_PASSWORD } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { auth, users } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme } = api;

const NEW_PASSWORD = 'kelly-bushing-and-swivel-7';
const refresh = (refreshToken: string): Promise<Session> =>
  api.anonymous.ask(auth.refresh, { body: { refreshToken } });
const refreshRefused = (refreshToken: string) =>
  api.anonymous.refusal(auth.refresh, { body: { refreshToken } });
const caller = (session: Session): SignedInCaller => new SignedInCaller(api.baseUrl, session);

test('a refresh token buys a new pair, and the session goes on', async () => {
  const first = (await acme.join('OPERATOR')).session;
  const second = await refresh(first.refreshToken);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect(second.user).toEqual(first.user);
  const third = await refresh(second.refreshToken);
  await caller(third).ask(auth.me, {});
});

test('a refresh token used twice ends the whole session: two hold it, and one is a thief', async () => {
  const first = (await acme.join('OPERATOR')).session;
  const second = await refresh(first.refreshToken);
  expect((await refreshRefused(first.refreshToken)).code).toBe('UNAUTHENTICATED');
  expect((await refreshRefused(second.refreshToken)).code).toBe('UNAUTHENTICATED');
  expect((await caller(first).refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  expect((await caller(second).refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
});

test('reuse in one session leaves the other sessions of the user alone', async () => {
  const stolen = (await acme.join('OPERATOR')).session;
  const { email } = stolen.user;
  const other = await signIn(api.baseUrl, { tenant: acme.slug, email, password: TEST_PASSWORD });
  await refresh(stolen.refreshToken);
  await refreshRefused(stolen.refreshToken);
  await other.ask(auth.me, {});
});

test('of many uses of a token at the same moment at most one is answered', async () => {
  const { refreshToken } = (await acme.join('OPERATOR')).session;
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => api.anonymous.call(auth.refresh, { body: { refreshToken } })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

describe('a use that is named by a key', () => {
  const refreshWith = (refreshToken: string, key: string) =>
    api.anonymous.call(auth.refresh, { body: { refreshToken }, headers: { 'idempotency-key': key } });
  const granted = async (refreshToken: string, key: string): Promise<Session> => {
    const answer = await refreshWith(refreshToken, key);
    if (!answer.ok) throw new Error(answer.problem.title);
    return answer.value;
  };

  test('is the same use when its answer was lost: the session goes on', async () => {
    const first = (await acme.join('OPERATOR')).session;
    const key = crypto.randomUUID();
    await granted(first.refreshToken, key);
    const second = await granted(first.refreshToken, key);
    const third = await refresh(second.refreshToken);
    await caller(third).ask(auth.me, {});
  });

  test('ends the session when what came of it was used already', async () => {
    const first = (await acme.join('OPERATOR')).session;
    const key = crypto.randomUUID();
    const second = await granted(first.refreshToken, key);
    const third = await refresh(second.refreshToken);
    expect(await refreshWith(first.refreshToken, key)).toMatchObject({ ok: false, problem: { status: 401 } });
    expect((await caller(third).refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['another key', (token: string) => refreshWith(token, crypto.randomUUID())],
    ['no key', (token: string) => api.anonymous.call(auth.refresh, { body: { refreshToken: token } })],
  ])('is reuse with %s, and ends the session', async (_, again) => {
    const first = (await acme.join('OPERATOR')).session;
    const second = await granted(first.refreshToken, crypto.randomUUID());
    expect(await again(first.refreshToken)).toMatchObject({ ok: false, problem: { status: 401 } });
    expect((await refreshRefused(second.refreshToken)).code).toBe('UNAUTHENTICATED');
    expect((await caller(second).refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  });

  test('does not excuse a first use without one', async () => {
    const first = (await acme.join('OPERATOR')).session;
    await refresh(first.refreshToken);
    expect(await refreshWith(first.refreshToken, crypto.randomUUID())).toMatchObject({ ok: false });
    expect((await caller(first).refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  });

  test('may arrive many times at once, and late: all get what works', async () => {
    const { refreshToken } = (await acme.join('OPERATOR')).session;
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => granted(refreshToken, key)));
    await granted(refreshToken, key);
    const oneOfThem = answers[3]?.refreshToken ?? '';
    await caller(await refresh(oneOfThem)).ask(auth.me, {});
  });

  test('is of one session: the key of another opens nothing', async () => {
    const mine = (await acme.join('OPERATOR')).session;
    const theirs = (await acme.join('OPERATOR')).session;
    const key = crypto.randomUUID();
    const [a, b] = [await granted(mine.refreshToken, key), await granted(theirs.refreshToken, key)];
    expect(a.refreshToken).not.toBe(b.refreshToken);
    expect(a.user.id).toBe(mine.user.id);
  });

  test('is refused as it is when its key is no UUID', async () => {
    const { refreshToken } = (await acme.join('OPERATOR')).session;
    expect(await refreshWith(refreshToken, 'again')).toMatchObject({
      ok: false,
      problem: { code: 'VALIDATION_FAILED', errors: [{ path: 'Idempotency-Key' }] },
    });
    await refresh(refreshToken);
  });
});

test('signing out ends the session, its access token too, and doing it twice does no harm', async () => {
  const someone = await acme.join('OPERATOR');
  const { refreshToken } = someone.session;
  await api.anonymous.ask(auth.logout, { body: { refreshToken } });
  await api.anonymous.ask(auth.logout, { body: { refreshToken } });
  expect((await someone.refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  expect((await refreshRefused(refreshToken)).code).toBe('UNAUTHENTICATED');
});

test('a session that nobody used for thirty days is over', async () => {
  const someone = await acme.join('OPERATOR');
  api.clock.stopAt(new Date(Date.now() + 31 * 86_400_000).toISOString());
  const problem = await refreshRefused(someone.session.refreshToken);
  const access = await someone.refusal(auth.me, {});
  api.clock.run();
  expect([problem.code, access.code]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
});

test('tokens that are not ours are refused', async () => {
  const { refreshToken } = (await acme.join('OPERATOR')).session;
  const [tenantId = '', secret = ''] = refreshToken.split('.');
  const forged = [
    'x',
    '.',
    `${tenantId}.`,
    `${tenantId}.${secret}x`,
    `${crypto.randomUUID()}.${secret}`,
    `${api.bravo.entry.id}.${secret}`,
    `${tenantId.toUpperCase()}.${secret}`,
  ];
  for (const token of forged) expect((await refreshRefused(token)).code).toBe('UNAUTHENTICATED');
});

test('changing the password ends every other session and keeps this one', async () => {
  const here = await acme.join('OPERATOR');
  const signInThere = { tenant: acme.slug, email: here.session.user.email, password: TEST_PASSWORD };
  const there = await signIn(api.baseUrl, signInThere);
  await here.ask(auth.changePassword, {
    body: { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD },
  });
  await here.ask(auth.me, {});
  expect((await there.refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  expect((await refreshRefused(there.session.refreshToken)).code).toBe('UNAUTHENTICATED');
  expect((await api.anonymous.refusal(auth.login, { body: signInThere })).code).toBe('INVALID_CREDENTIALS');
  await signIn(api.baseUrl, { ...signInThere, password: NEW_PASSWORD });
});

test('changing the password needs the current one, and a good new one', async () => {
  const someone = await acme.join('OPERATOR');
  const change = (currentPassword: string, newPassword: string) =>
    someone.refusal(auth.changePassword, { body: { currentPassword, newPassword } });
  expect(await change('wrong', NEW_PASSWORD)).toMatchObject({
    code: 'INVALID_CREDENTIALS',
    errors: [{ path: 'currentPassword' }],
  });
  expect(await change(TEST_PASSWORD, 'password1234')).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'newPassword' }],
  });
  expect(await change(TEST_PASSWORD, 'short')).toMatchObject({ errors: [{ path: 'newPassword' }] });
  await someone.ask(auth.me, {});
});

test('a password set by an administrator ends all sessions of the user', async () => {
  const someone = await acme.join('OPERATOR');
  const { id: userId, email } = someone.session.user;
  await acme.admin.ask(users.update, {
    params: { userId },
    body: { version: 1, password: NEW_PASSWORD },
  });
  expect((await someone.refusal(auth.me, {})).code).toBe('UNAUTHENTICATED');
  await signIn(api.baseUrl, { tenant: acme.slug, email, password: NEW_PASSWORD });
});

test('no password, hash or token stands in the log', async () => {
  const events = await acme.admin.ask(endpoints.audit.events, { query: { limit: '1000' } });
  const text = JSON.stringify(events);
  expect(text).toContain('USER_PASSWORD_SET');
  expect(text).not.toContain('argon2');
  expect(text).not.toContain(TEST_PASSWORD);
  expect(text).not.toContain(NEW_PASSWORD);
});
