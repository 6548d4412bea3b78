/** Every field of every endpoint against values that nobody would send: the server never fails. */
import { urlOf } from '@wellpulse/api-client';
import { allEndpoints, problemSchema, type EndpointDefinition } from '@wellpulse/contracts';
import fc from 'fast-check';
import { times } from '@wellpulse/testing/depth';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startApi } from '../support/harness.ts';
import { makeIds, sampleOf, type Ids } from '../support/sample-requests.ts';

const api = await startApi();
afterAll(() => api.stop());
const ids: Ids = await makeIds(api.acme);

/** The same values in every run; another seed hunts for others. */
const SEED = 20_251_020;
const RUNS = times(20, 200);

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\uD800',
    'null',
    '[object Object]',
    '9999-12-31',
    '0000-00-00',
    '2025-02-29',
    '9999-12-31T23:59:59.999Z',
    crypto.randomUUID().toUpperCase(),
    '00000000-0000-0000-0000-000000000000',
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    2 ** 31,
    0.1 + 0.2,
    true,
    [],
    [[]],
    {},
    { length: 1 },
    'x'.repeat(5000),
    'WyIiLCIiXQ',
  ),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

const keysOf = (schema: z.ZodType | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** One field of the sample replaced: where it stands, its name and the value. */
const mutation = (endpoint: EndpointDefinition) => {
  const fields = (['params', 'query', 'body'] as const).flatMap((place) =>
    keysOf(endpoint[place]).map((key) => ({ place, key })),
  );
  return fields.length === 0 ? null : fc.record({ field: fc.constantFrom(...fields), value: nasty });
};

// The live stream never ends by itself; signing in and passwords are throttled, which says nothing.
const fuzzed = allEndpoints
  .filter(({ path, consumes }) => path !== '/live' && !path.startsWith('/auth') && consumes === undefined)
  .flatMap((endpoint) => {
    const arbitrary = mutation(endpoint);
    return arbitrary === null ? [] : [[`${endpoint.method} ${endpoint.path}`, endpoint, arbitrary] as const];
  });

test.each(fuzzed)('%s', async (_, endpoint, arbitrary) => {
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ field, value }) => {
      const request: Record<string, unknown> = { ...sampleOf(endpoint, ids) };
      const part = request[field.place];
      request[field.place] = {
        ...(typeof part === 'object' ? part : {}),
        [field.key]: asSent(field.place, value),
      };
      const response = await api.acme.admin.fetch(urlOf('', endpoint, request), {
        method: endpoint.method,
        headers: endpoint.body === undefined ? {} : { 'content-type': 'application/json' },
        body: endpoint.body === undefined ? null : JSON.stringify(request['body']),
      });
      const text = await response.text();
      expect(response.status, text).toBeLessThan(500);
      if (!response.ok) problemSchema.parse(JSON.parse(text));
    }),
    { seed: SEED, numRuns: RUNS },
  );
});

/** Addresses carry text; a lone surrogate can't stand in one. */
function asSent(place: 'params' | 'query' | 'body', value: unknown): unknown {
  if (place === 'body') return value;
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed();
  // Such a segment would lead to another route.
  return place === 'params' && ['', '.', '..'].includes(text) ? 'x' : text;
}
