/** A misspelled field is refused by its name. Dropped in silence, a number would be gone that somebody typed. */
import { allEndpoints } from '@wellpulse/contracts';
import { afterAll, expect, test } from 'vitest';
import { startApi } from './harness.ts';
import { makeIds, sampleOf, unknownIds } from './sample-requests.ts';
import { urlOf } from '@wellpulse/api-client';

const api = await startApi();
afterAll(() => api.stop());

/** The wire protocol of devices has rules of its own for what a newer app sends. */
const OF_DEVICES = /^\/(devices|sync|equipment\/:equipmentId\/photos)/;

const withBody = allEndpoints
  .filter(({ body, path }) => body !== undefined && !OF_DEVICES.test(path))
  .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

test('most routes that take a body are looked at', () => {
  expect(withBody.length).toBeGreaterThan(14);
});

test.each(withBody)('%s refuses a field that it does not know', async (_, endpoint) => {
  const { params, query, body } = sampleOf(endpoint, await makeIds(api.bravo));
  const answer = await api.bravo.admin.fetch(urlOf('', endpoint, { params, query }), {
    method: endpoint.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(body as object), waterVolum: 2 }),
  });
  expect(await answer.json()).toMatchObject({
    status: 400,
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'waterVolum', message: 'Is not a known field' }],
  });
});

test('in a list of entries it is told with its place', async () => {
  const { params } = sampleOf(bulk(), unknownIds());
  const answer = await api.bravo.admin.fetch(urlOf('', bulk(), { params }), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entries: [{ productionDate: '2025-01-01', oilVolume: 1, oil: 2 }] }),
  });
  expect(await answer.json()).toMatchObject({ status: 400, errors: [{ path: 'entries[0].oil' }] });
});

function bulk() {
  const found = allEndpoints.find(({ path }) => path === '/wells/:wellId/production/bulk');
  if (found === undefined) throw new Error('There is no bulk entry');
  return found;
}
