/** Two tenants on every route: another tenant's record can't be told from one that doesn't exist. */
import { allEndpoints, endpoints, type EndpointDefinition } from '@wellpulse/contracts';
import type { SignedInCaller } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';
import { makeIds, sendSample, unknownIds, type Ids } from '../support/sample-requests.ts';
import type { TestTenant } from '../support/tenants.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo } = api;

const guarded = allEndpoints
  .filter(({ access }) => access !== 'PUBLIC')
  .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);

const textOf = (ids: Ids): string[] => [
  ids.wellId,
  ids.productionId,
  ids.alertId,
  ids.userId,
  ids.equipmentId,
  ids.maintenanceId,
  ids.photoId,
];

/** A device asks and tells about itself alone; `sync-devices.test.ts`, `end-of-devices.test.ts` and `recovered.test.ts` have that. */
const isOfDevice = ({ method, path }: EndpointDefinition): boolean =>
  `${method} ${path}` === 'POST /sync/recovered' ||
  ['numbers', 'wiped', 'recovered'].some((word) => path === `/devices/:deviceId/${word}`);

const ofBravo = await makeIds(bravo);
/** What only reads and adds can share records; what changes or ends some gets records that nobody else uses. */
const idsFor = ({ method, path }: EndpointDefinition): Promise<Ids> | Ids =>
  ['PUT', 'DELETE'].includes(method) || /:(conflictId|eventId|deviceId)/.test(path)
    ? makeIds(bravo)
    : ofBravo;

/** An administrator; somebody new where the route changes the caller's password, or makes the session a device's. */
const adminFor = (
  { path }: EndpointDefinition,
  tenant: TestTenant,
): Promise<SignedInCaller> | SignedInCaller =>
  ['/auth/change-password', '/devices'].includes(path) ? tenant.join('ADMIN') : tenant.admin;

test.each(guarded.filter(([, endpoint]) => !isOfDevice(endpoint)))(
  '%s does what it is for with ids of the own tenant',
  async (_, endpoint) => {
    const caller = await adminFor(endpoint, bravo);
    const { status } = await sendSample(caller, endpoint, await idsFor(endpoint));
    expect(status).toBe(endpoint.status);
  },
);

describe('with ids of another tenant', async () => {
  const theirs = await makeIds(bravo);

  test.each(guarded.filter(([, { path }]) => path.includes(':')))(
    '%s answers as for ids that nothing has',
    async (_, endpoint) => {
      const nobodys = unknownIds();
      const answer = await sendSample(acme.admin, endpoint, theirs);
      const expected = await sendSample(acme.admin, endpoint, nobodys);
      expect(expected).toMatchObject(
        isOfDevice(endpoint)
          ? { status: 403, body: { code: 'DEVICE_MISMATCH' } }
          : { status: 404, body: { code: expect.stringMatching(/_NOT_FOUND$/) } },
      );
      expect(answer).toEqual({
        ...expected,
        body: { ...(expected.body as object), requestId: expect.any(String) },
      });
    },
  );

  // An import repeats the cells that it refuses; it has a test of its own below.
  const withoutIds = guarded.filter(
    ([, { path, consumes }]) => !path.includes(':') && consumes === undefined,
  );

  test.each(withoutIds)('%s shows nothing of it', async (_, endpoint) => {
    const caller = await adminFor(endpoint, acme);
    const { body } = await sendSample(caller, endpoint, theirs);
    for (const id of textOf(theirs)) expect(JSON.stringify(body ?? '')).not.toContain(id);
  });

  test.each([
    ['GET /wells', endpoints.wells.list, theirs.wellId],
    ['GET /users', endpoints.users.list, theirs.userId],
    ['GET /alerts', endpoints.alerts.list, theirs.alertId],
    ['GET /production', endpoints.production.daySheet, theirs.productionId],
    ['GET /equipment', endpoints.equipment.list, theirs.equipmentId],
    ['GET /maintenance', endpoints.maintenance.list, theirs.maintenanceId],
    ['GET /maintenance/due', endpoints.maintenance.due, theirs.equipmentId],
    ['GET /maintenance/calendar', endpoints.maintenance.calendar, theirs.equipmentId],
    ['GET /maintenance/costs', endpoints.maintenance.costs, theirs.equipmentId],
    ['GET /audit/events', endpoints.audit.events, theirs.productionId],
  ])('%s shows it to its own tenant', async (_, endpoint, id) => {
    const { body } = await sendSample(bravo.admin, endpoint, theirs);
    expect(JSON.stringify(body)).toContain(id);
  });

  test('an import calls their well unknown', async () => {
    const { body } = await sendSample(acme.admin, endpoints.imports.production, theirs);
    expect(body).toMatchObject({ taken: 0, refused: [{ code: 'WELL_UNKNOWN', value: theirs.wellId }] });
  });

  test('they are as they were', async () => {
    const params = { wellId: theirs.wellId, date: theirs.date };
    expect((await bravo.admin.ask(endpoints.wells.get, { params })).version).toBe(1);
    expect((await bravo.admin.ask(endpoints.production.get, { params })).version).toBe(1);
    expect((await bravo.admin.ask(endpoints.users.get, { params: theirs })).version).toBe(1);
    expect((await bravo.admin.ask(endpoints.equipment.get, { params: theirs })).version).toBe(1);
    const { items } = await bravo.admin.ask(endpoints.alerts.list, { query: { wellId: theirs.wellId } });
    expect(items.map(({ status }) => status)).toEqual(['OPEN']);
  });
});

test('a record of one well is not found under another well of the same tenant', async () => {
  const one = await makeIds(acme);
  const other = await makeIds(acme);
  for (const operation of ['PUT', 'DELETE', 'GET'] as const) {
    const endpoint = allEndpoints.find(
      ({ method, path }) => method === operation && /production\/:id/.test(path),
    );
    expect(endpoint).toBeDefined();
    if (endpoint === undefined) return;
    const { status, body } = await sendSample(acme.admin, endpoint, { ...one, wellId: other.wellId });
    expect([status, body]).toMatchObject([404, { code: 'PRODUCTION_NOT_FOUND' }]);
  }
});

test('no header, query or host selects a tenant: the token does', async () => {
  const theirs = await makeIds(bravo);
  const headers = {
    'x-tenant': bravo.slug,
    'x-tenant-id': bravo.entry.id,
    'x-tenant-slug': bravo.slug,
    tenant: bravo.slug,
    'x-forwarded-host': `${bravo.slug}.wellpulse.example`,
    'x-user-id': bravo.admin.session.user.id,
  };
  const response = await acme.viewer.fetch(`/wells?tenant=${bravo.slug}&tenantId=${bravo.entry.id}`, {
    headers,
  });
  expect(response.status).toBe(200);
  expect(await response.text()).not.toContain(theirs.wellId);
  const me = await acme.viewer.fetch('/auth/me', { headers });
  expect(await me.json()).toMatchObject({ tenant: { slug: acme.slug } });
});
