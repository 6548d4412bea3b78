import { endpoints, problemSchema } from '@wellpulse/contracts';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { Tokens } from '../../src/auth/tokens.ts';
import { startApi } from '../support/harness.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo } = api;

const SECRET = new TextEncoder().encode(api.environment['WELLPULSE_JWT_SECRET']);
const [, claimsPart = ''] = (acme.viewer.accessToken ?? '').split('.');
const claims = JSON.parse(Buffer.from(claimsPart, 'base64url').toString()) as JWTPayload;

const { exp: _exp, ...withoutExpiry } = claims;

const sign = (payload: JWTPayload, secret = SECRET, alg = 'HS256'): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(secret);

async function codeFor(authorization: string): Promise<string> {
  const response = await api.anonymous.fetch('/auth/me', { headers: { authorization } });
  return response.ok ? 'LET IN' : problemSchema.parse(await response.json()).code;
}

test('the very claims, signed with the secret, are let in: what follows differs in one thing each', async () => {
  expect(await codeFor(`Bearer ${await sign(claims)}`)).toBe('LET IN');
  expect(await codeFor(`bearer ${await sign(claims)}`)).toBe('LET IN');
});

const otherSecret = new TextEncoder().encode('another secret, long enough to sign with too');
const forgeries: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['signed with another secret', () => sign(claims, otherSecret)],
  ['signed by another algorithm', () => sign(claims, SECRET, 'HS512')],
  ['not signed at all (alg none)', () => new UnsecuredJWT(claims).encode()],
  ['expired', () => sign({ ...claims, exp: Math.floor(Date.now() / 1000) - 1 })],
  ['without an expiry', () => sign(withoutExpiry)],
  ['of another issuer', () => sign({ ...claims, iss: 'elsewhere' })],
  ['not valid yet', () => sign({ ...claims, nbf: Math.floor(Date.now() / 1000) + 600 })],
  ['of an unknown user', () => sign({ ...claims, sub: crypto.randomUUID() })],
  ['of another user of the tenant', () => sign({ ...claims, sub: acme.admin.session.user.id })],
  ['of an unknown session', () => sign({ ...claims, sid: crypto.randomUUID() })],
  ['of an unknown tenant', () => sign({ ...claims, tid: crypto.randomUUID() })],
  ['of another tenant', () => sign({ ...claims, tid: bravo.entry.id })],
  ['with a tenant that is not an id', () => sign({ ...claims, tid: acme.slug })],
  ['with its claims changed', () => tampered()],
  ['cut short', () => (acme.viewer.accessToken ?? '').slice(0, -4)],
  ['that is a refresh token', () => acme.viewer.session.refreshToken],
  ['that is empty', () => ''],
];

test.each(forgeries)('a token %s is refused', async (_, forge) => {
  expect(await codeFor(`Bearer ${await forge()}`)).toBe('UNAUTHENTICATED');
});

test('only bearer tokens are read', async () => {
  expect(await codeFor(`Basic ${acme.viewer.accessToken ?? ''}`)).toBe('UNAUTHENTICATED');
  expect(await codeFor(acme.viewer.accessToken ?? '')).toBe('UNAUTHENTICATED');
});

test('a token is good for a quarter of an hour', async () => {
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900);
  const read = await api.app.get(Tokens).readAccess(acme.viewer.accessToken ?? '');
  expect(read?.expiresAt).toEqual(new Date((claims.exp ?? 0) * 1000));
});

test('the same user id in another tenant opens nothing there', async () => {
  const forged = await sign({ ...claims, tid: bravo.entry.id, sid: bravo.admin.session.user.id });
  const response = await api.anonymous.fetch(endpoints.wells.list.path, {
    headers: { authorization: `Bearer ${forged}` },
  });
  expect(response.status).toBe(401);
});

function tampered(): string {
  const [header = '', , signature = ''] = (acme.viewer.accessToken ?? '').split('.');
  const changed = Buffer.from(JSON.stringify({ ...claims, sub: acme.admin.session.user.id }));
  return [header, changed.toString('base64url'), signature].join('.');
}
