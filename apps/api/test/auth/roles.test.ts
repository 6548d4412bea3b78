/** Every role against every route of the protocol map: a new route is in this table by itself. */
import { allEndpoints, mayAccess, ROLES } from '@wellpulse/contracts';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';
import { sampleOf, sendSample, unknownIds } from '../support/sample-requests.ts';

const api = await startApi();
afterAll(() => api.stop());

/** What a route of the map answers if no controller took it. */
const NO_HANDLER = expect.stringMatching(/^(ROUTE_NOT_FOUND|METHOD_NOT_ALLOWED)$/);
const routes = allEndpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);
const guarded = routes.filter(([, { access }]) => access !== 'PUBLIC');

test.each(routes)('%s has a sample request', (_, endpoint) => {
  expect(sampleOf(endpoint, unknownIds())).toBeDefined();
});

test.each(guarded)('%s asks the anonymous to sign in', async (_, endpoint) => {
  const { status, body } = await sendSample(api.anonymous, endpoint, unknownIds());
  expect([status, body]).toMatchObject([401, { code: 'UNAUTHENTICATED' }]);
});

test.each(routes.filter(([, { access }]) => access === 'PUBLIC'))(
  '%s is open to the anonymous',
  async (_, endpoint) => {
    const { body } = await sendSample(api.anonymous, endpoint, unknownIds());
    expect(body).not.toMatchObject({ code: 'FORBIDDEN' });
    expect(body).not.toMatchObject({ code: NO_HANDLER });
  },
);

test.each(guarded.flatMap(([route, endpoint]) => ROLES.map((role) => [role, route, endpoint] as const)))(
  '%s calls %s',
  async (role, _, endpoint) => {
    // Somebody new, since the route changes the caller's password, or makes the session a device's.
    const isForSomebodyNew = ['/auth/change-password', '/devices'].includes(endpoint.path);
    const caller = isForSomebodyNew ? await api.acme.join(role) : api.acme.as(role);
    const { status, body } = await sendSample(caller, endpoint, unknownIds());
    if (mayAccess(role, endpoint.access)) {
      expect(status).not.toBe(401);
      expect(body).not.toMatchObject({ code: 'FORBIDDEN' });
      expect(body).not.toMatchObject({ code: NO_HANDLER });
    } else {
      expect([status, body]).toMatchObject([403, { code: 'FORBIDDEN' }]);
    }
  },
);

test('the table of roles is the one that the product decided on', () => {
  const allowed = (role: (typeof ROLES)[number]): string[] =>
    guarded.filter(([, { access }]) => mayAccess(role, access)).map(([route]) => route);
  expect(allowed('VIEWER').filter((route) => !route.startsWith('GET '))).toEqual([
    'POST /auth/change-password',
    'POST /devices',
    // It asks, and changes nothing.
    'POST /devices/:deviceId/numbers',
    'POST /devices/:deviceId/retire',
    // For the device itself.
    'POST /devices/:deviceId/wiped',
    'POST /devices/:deviceId/recovered',
    'DELETE /devices/:deviceId',
    // How far they have looked themselves.
    'POST /conflicts/looked',
  ]);
  expect(allowed('OPERATOR').filter((route) => !allowed('VIEWER').includes(route))).toEqual([
    'POST /wells/:wellId/production',
    'POST /wells/:wellId/production/bulk',
    'PUT /wells/:wellId/production/:id',
    'DELETE /wells/:wellId/production/:id',
    'POST /alerts/:alertId/acknowledge',
    'POST /alerts/acknowledge',
    'POST /wells/:wellId/equipment',
    'PUT /equipment/:equipmentId',
    'DELETE /equipment/:equipmentId',
    'POST /equipment/:equipmentId/maintenance',
    'POST /equipment/:ownerId/photos/upload-url',
    'POST /equipment/:ownerId/photos/:photoId/confirm',
    'POST /equipment/:ownerId/photos',
    'POST /wells/:ownerId/photos/upload-url',
    'POST /wells/:ownerId/photos/:photoId/confirm',
    'POST /wells/:ownerId/photos',
    'POST /sync/batch',
    'POST /sync/known',
    'GET /sync/waiting',
    'POST /sync/waiting/:eventId/enter',
    'POST /sync/waiting/:eventId/leave',
    'GET /sync/changes',
    // For devices.
    'POST /sync/recovered',
  ]);
  expect(allowed('MANAGER').filter((route) => !allowed('OPERATOR').includes(route))).toEqual([
    'POST /wells',
    'PUT /wells/:wellId',
    'POST /devices/:deviceId/looked-at',
    'GET /sync/refused',
    'GET /sync/lineage',
    'POST /sync/lineage/close',
    'GET /sync/recovered',
    'POST /sync/recovered/take-over',
    'POST /sync/recovered/leave-out',
    'POST /conflicts/:conflictId/resolve',
    'POST /conflicts/:conflictId/undo',
    'POST /conflicts/:conflictId/reopen',
    'POST /imports/production',
    'GET /audit/events',
  ]);
  expect(allowed('ADMIN').filter((route) => !allowed('MANAGER').includes(route))).toEqual([
    'GET /users',
    'POST /users',
    'GET /users/:userId',
    'PUT /users/:userId',
    'DELETE /users/:userId',
    'DELETE /wells/:wellId',
    'PUT /tenant/settings',
  ]);
});
