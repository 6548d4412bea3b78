/** A misspelled field is refused by its path: dropped in silence, a value that a person typed would be gone. */
import { urlOf } from '@wellpulse/api-client';
import { allEndpoints, endpoints, type EndpointDefinition } from '@wellpulse/contracts';
import { anEntry, aWell } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';
import { makeIds, sampleOf } from '../support/sample-requests.ts';

const api = await startApi();
afterAll(() => api.stop());
const ids = await makeIds(api.bravo);

/** Sends the sample of an endpoint with `changes` in its body. */
async function send(endpoint: EndpointDefinition, changes: object): Promise<unknown> {
  const { params, query, body } = sampleOf(endpoint, ids);
  const answer = await api.bravo.admin.fetch(urlOf('', endpoint, { params, query }), {
    method: endpoint.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(body as object), ...changes }),
  });
  return answer.json();
}

const refusalOf = (path: string) => ({
  status: 400,
  code: 'VALIDATION_FAILED',
  errors: [{ path, message: 'Is not a known field' }],
});

const withBody = allEndpoints
  .filter(({ body, unknownFields }) => body !== undefined && unknownFields === undefined)
  .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

test.each(withBody)('%s refuses a field that it does not know', async (_, endpoint) => {
  expect(await send(endpoint, { waterVolum: 2 })).toEqual(expect.objectContaining(refusalOf('waterVolum')));
});

const changes = withBody.filter(([, { method }]) => method === 'PUT');

test.each(changes)('%s ignores what the server owns of the record', async (_, endpoint) => {
  const answer = await send(endpoint, { updatedAt: 'a day that never was' });
  expect(answer).toMatchObject({ updatedAt: expect.stringMatching(/^\d{4}-/), version: expect.any(Number) });
});

test('in a bulk each unknown field is named with the place of its entry', async () => {
  const entries = [
    { ...anEntry({ productionDate: '2025-02-01' }), oil: 2 },
    anEntry({ productionDate: '2025-02-02' }),
    { ...anEntry({ productionDate: '2025-02-03' }), location: { latitud: 1 } },
  ];
  expect(await send(endpoints.production.createBulk, { entries })).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: expect.arrayContaining([
      { path: 'entries[0].oil', message: 'Is not a known field' },
      { path: 'entries[2].location.latitud', message: 'Is not a known field' },
    ]),
  });
});

test('a new well is no copy of another: what the server owns is refused', async () => {
  const well = await api.bravo.admin.ask(endpoints.wells.create, { body: aWell() });
  const { id, createdAt } = well;
  expect(await send(endpoints.wells.create, { id, createdAt })).toMatchObject({
    errors: [{ path: 'id' }, { path: 'createdAt' }],
  });
});

test('a well may be sent back as the list shows it', async () => {
  const { id: wellId, apiNumber } = await api.bravo.admin.ask(endpoints.wells.create, { body: aWell() });
  const { items } = await api.bravo.admin.ask(endpoints.wells.list, { query: { search: apiNumber } });
  const [listed] = items;
  if (listed === undefined) throw new Error('The well is not in the list');
  const body = { ...listed, name: 'Renamed' };
  const changed = await api.bravo.admin.ask(endpoints.wells.update, { params: { wellId }, body });
  expect(changed).toMatchObject({ id: wellId, name: 'Renamed', version: 2 });
});
