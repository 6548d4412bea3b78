/** What becomes of a device, and of whoever is signed in on it, once somebody revokes it. */
import { endpoints } from '@wellpulse/contracts';
import { TestDevice } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { auth, devices, sync } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, anonymous, clock } = api;
const now = (): string => clock.now();
const revoked = { status: 403, code: 'DEVICE_REVOKED' };

test('everything that its sessions ask is answered so that it can say why', async () => {
  const owner = await acme.join('OPERATOR');
  const phone = await TestDevice.register(owner, now);
  await acme.admin.ask(devices.revoke, { params: { deviceId: phone.id } });
  expect(await owner.refusal(sync.changes, { query: {} })).toMatchObject(revoked);
  expect(await owner.refusal(auth.me, {})).toMatchObject(revoked);
  const body = { refreshToken: owner.session.refreshToken };
  expect(await anonymous.refusal(auth.refresh, { body })).toMatchObject(revoked);
  expect((await phone.send([])).status).toBe(403);
});

test('whoever revokes their own device goes on, and the device does not', async () => {
  const owner = await acme.join('OPERATOR');
  const phone = await TestDevice.register(owner, now);
  await owner.ask(devices.revoke, { params: { deviceId: phone.id } });
  await owner.ask(auth.me, {});
  const response = await phone.send([]);
  expect([response.status, await response.json()]).toMatchObject([403, { code: 'DEVICE_REVOKED' }]);
  const body = { refreshToken: owner.session.refreshToken };
  await anonymous.ask(auth.refresh, { body });
});

test('once it is registered again, those who were signed in on it before only have to sign in', async () => {
  const owner = await acme.join('OPERATOR');
  const phone = await TestDevice.register(owner, now);
  await acme.admin.ask(devices.revoke, { params: { deviceId: phone.id } });
  await TestDevice.register(acme.admin, now, 'ANDROID', phone.id);
  expect(await owner.refusal(auth.me, {})).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});
