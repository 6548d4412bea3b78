import { allEndpoints, buildOpenApi, PROBLEM_CODES, problemSchema } from '@wellpulse/contracts';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { VERSION } from '../../src/config/version.ts';
import { DASHBOARD, startApi } from '../support/harness.ts';
import { until } from '../support/until.ts';

const api = await startApi();
afterAll(() => api.stop());
const { anonymous, acme, inside } = api;

test('health, readiness and metrics need no sign-in', async () => {
  for (const caller of [anonymous, inside]) {
    expect(await (await caller.fetch('/health')).json()).toEqual({ status: 'ok', version: VERSION });
  }
  // The first answer may come before the storage's, which is waited for a second only.
  await until('the photo storage answers in time', async () => {
    const answer: unknown = await (await inside.fetch('/ready')).json();
    expect(answer).toMatchObject({ status: 'ready' });
    return isDeepStrictEqual(answer, { status: 'ready', photoStorage: 'ready', clock: 'RIGHT' })
      ? true
      : null;
  });
  const metrics = await inside.fetch('/metrics');
  expect(metrics.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await metrics.text()).toContain('process_cpu_seconds_total');
});

test.each(['/metrics', '/ready', '/Metrics', '/metrics/', '/ready?x', '//metrics'])(
  '%s is nothing for who asks where devices do',
  async (path) => {
    const answer = await anonymous.fetch(path);
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'ROUTE_NOT_FOUND' }]);
  },
);

test('requests are counted by the route that took them, never by the address that was asked', async () => {
  const id = crypto.randomUUID();
  await acme.viewer.fetch(`/wells/${id}`);
  await acme.viewer.fetch(`/nowhere/${id}`);
  const text = await (await inside.fetch('/metrics')).text();
  expect(text).toMatch(
    /wellpulse_http_request_seconds_count\{method="GET",route="\/wells\/:wellId",status="404"\} \d+/,
  );
  expect(text).not.toContain(id);
});

test.each(['/health', '/wells', '/nowhere', '/docs', '/openapi.json'])(
  '%s comes with the headers that keep browsers safe',
  async (path) => {
    const { headers } = await anonymous.fetch(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.has('x-powered-by')).toBe(false);
  },
);

test('each answer names its request; a plain name that the caller gives is kept', async () => {
  const given = await anonymous.fetch('/wells', { headers: { 'x-request-id': 'route-7_am' } });
  expect(given.headers.get('x-request-id')).toBe('route-7_am');
  expect(problemSchema.parse(await given.json()).requestId).toBe('route-7_am');
  for (const headers of [{}, { 'x-request-id': 'two words' }, { 'x-request-id': 'x'.repeat(65) }]) {
    const response = await anonymous.fetch('/health', { headers });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('the documentation page and all that it loads are served from here', async () => {
  // Below the one origin it lies a step deeper: nothing on it names the top.
  const page = await anonymous.fetch('/docs');
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  const links = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    expect(link).not.toMatch(/^\//);
    expect((await anonymous.fetch(`/${link}`)).status).toBe(200);
  }
});

test('the OpenAPI document is the one that the contracts make', async () => {
  const response = await anonymous.fetch('/openapi.json');
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const expected = buildOpenApi(VERSION, `${DASHBOARD}/api`);
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(expected)));
});

test('every problem type that is answered is one of the catalogue', async () => {
  const problem = problemSchema.parse(await (await anonymous.fetch('/wells')).json());
  expect(PROBLEM_CODES).toContain(problem.code);
  expect(problem.type).toBe('urn:wellpulse:problem:unauthenticated');
});

test('a method that an address does not take is told from an address that is none', async () => {
  const response = await anonymous.fetch(`/wells/${crypto.randomUUID()}`, { method: 'PATCH' });
  expect(response.headers.get('allow')?.split(', ').toSorted()).toEqual(['DELETE', 'GET', 'PUT']);
  expect(await response.json()).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  const nowhere = await anonymous.fetch('/nowhere', { method: 'PATCH' });
  expect(await nowhere.json()).toMatchObject({ status: 404, code: 'ROUTE_NOT_FOUND' });
});

test('a large file may take an hour to arrive; whoever sends no headers has a minute', () => {
  const server = api.app.getHttpServer();
  expect([server.requestTimeout, server.headersTimeout]).toEqual([3_600_000, 60_000]);
});

test('each endpoint of the protocol map has a handler', async () => {
  for (const endpoint of allEndpoints) {
    const response = await anonymous.fetch(endpoint.path.replaceAll(/:\w+/g, crypto.randomUUID()), {
      method: endpoint.method,
    });
    const body: unknown = await response.json();
    expect(body, `${endpoint.method} ${endpoint.path}`).not.toMatchObject({
      code: expect.stringMatching(/^(ROUTE_NOT_FOUND|METHOD_NOT_ALLOWED)$/),
    });
  }
});
