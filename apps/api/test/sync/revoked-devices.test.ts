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
  const phone = await TestDevice.register(await acme.join('OPERATOR'), now);
  const { owner } = phone;
  await acme.admin.ask(devices.revoke, { params: { deviceId: phone.id } });
  expect(await owner.refusal(sync.changes, { query: {} })).toMatchObject(revoked);
  expect(await owner.refusal(auth.me, {})).toMatchObject(revoked);
  const body = { refreshToken: owner.session.refreshToken };
  expect(await anonymous.refusal(auth.refresh, { body })).toMatchObject(revoked);
  expect((await phone.send([])).status).toBe(403);
});

test('whoever revokes their own device goes on, and the device does not', async () => {
  const person = await acme.join('OPERATOR');
  const phone = await TestDevice.register(person, now);
  await person.ask(devices.revoke, { params: { deviceId: phone.id } });
  await person.ask(auth.me, {});
  const response = await phone.send([]);
  expect([response.status, await response.json()]).toMatchObject([403, { code: 'DEVICE_REVOKED' }]);
});

test('a device that was revoked comes back by its owner or an administrator, and by nobody else', async () => {
  const person = await acme.join('OPERATOR');
  const phone = await TestDevice.register(person, now);
  const before = phone.owner;
  await acme.admin.ask(devices.revoke, { params: { deviceId: phone.id } });
  await expect(phone.signIn(acme.manager)).rejects.toThrow('DEVICE_REVOKED');
  await phone.signIn(acme.admin);
  expect(await before.refusal(auth.me, {})).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  await phone.signIn(acme.manager);
});
