/** What becomes of a device, and of whoever is signed in on it, once it is lost, or retires; and what it tells of being put back. */
import { DEVICE_HEADER, endpoints, type Device } from '@wellpulse/contracts';
import { TestDevice } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { syncDesk } from '../support/sync-desk.ts';

const { auth, devices, sync, tenant } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, anonymous, bravo } = api;
const { now, aWellId, entry, deviceLine } = syncDesk(api);
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

test('a device that retires sends what waits, and its keys count for what it left in a file', async () => {
  const person = await acme.join('OPERATOR');
  const phone = await TestDevice.register(person, now);
  const params = { deviceId: phone.id };
  for (const stranger of [bravo.admin, acme.manager]) {
    expect(await stranger.refusal(devices.retire, { params })).toMatchObject({ code: 'DEVICE_NOT_FOUND' });
  }
  const word = async () => (await phone.owner.fetch('/sync/changes')).headers.get(DEVICE_HEADER);
  expect(await word()).toBeNull();
  await person.ask(devices.retire, { params });
  expect(await word()).toBe('RETIRING');
  const [sent, inFile] = [phone.event(entry(await aWellId(), 40)), phone.event(entry(await aWellId(), 41))];
  expect(await phone.sync([sent])).toMatchObject({ synced: [sent.id] });
  expect(await person.refusal(devices.wiped, { params })).toMatchObject({ code: 'DEVICE_MISMATCH' });
  await phone.owner.ask(devices.wiped, { params });
  expect(await deviceLine(phone)).toMatchObject({
    status: 'RETIRED',
    retiredAt: expect.any(String),
    wipedAt: expect.any(String),
  } satisfies Partial<Device>);
  expect(await phone.owner.refusal(devices.wiped, { params })).toMatchObject(revoked);
  const carrier = await TestDevice.register(acme.operator, now);
  expect(await carrier.sync([inFile])).toMatchObject({ synced: [inFile.id] });
  await expect(phone.signIn(acme.manager)).rejects.toThrow('DEVICE_REVOKED');
  await phone.signIn(person);
  expect(await deviceLine(phone)).toMatchObject({ status: 'ACTIVE', retiredAt: null, wipedAt: null });
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('signing in on a device that is to retire does not keep it, and losing it meanwhile ends it at once', async () => {
  const person = await acme.join('OPERATOR');
  const phone = await TestDevice.register(person, now);
  const params = { deviceId: phone.id };
  await acme.admin.ask(devices.retire, { params });
  await phone.signIn(person);
  await phone.signIn(acme.manager);
  expect(await deviceLine(phone)).toMatchObject({ status: 'RETIRING' });
  await acme.admin.ask(devices.revoke, { params });
  expect(await deviceLine(phone)).toMatchObject({ status: 'REVOKED' });
  expect((await phone.send([])).status).toBe(403);
});

test('what a device tells of being put back stands until a manager has looked', async () => {
  const phone = await TestDevice.register(acme.operator, now);
  const params = { deviceId: phone.id };
  const body = { kind: 'DEVICE', events: 2 } as const;
  expect(await acme.operator.refusal(devices.recovered, { params, body })).toMatchObject({
    code: 'DEVICE_MISMATCH',
  });
  await phone.owner.ask(devices.recovered, { params, body });
  expect(await deviceLine(phone)).toMatchObject({ recovery: { ...body, at: expect.any(String) } });
  expect(await acme.operator.refusal(devices.lookedAt, { params })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await bravo.manager.refusal(devices.lookedAt, { params })).toMatchObject({ status: 404 });
  await acme.manager.ask(devices.lookedAt, { params });
  expect(await deviceLine(phone)).toMatchObject({ recovery: null });
});

test('a company that forbids browsers keeps new ones out, and those that were registered before', async () => {
  const company = await api.addTenant();
  const { admin } = company;
  const person = await company.join('OPERATOR');
  const [browser, phone] = [
    await TestDevice.register(person, now, { platform: 'WEB' }),
    await TestDevice.register(person, now),
  ];
  await admin.ask(tenant.updateSettings, { body: { version: 1, webDevices: false } });
  const forbidden = { status: 403, code: 'WEB_DEVICES_FORBIDDEN' };
  expect(await browser.owner.refusal(sync.changes, { query: {} })).toMatchObject(forbidden);
  expect((await browser.send([])).status).toBe(403);
  await expect(browser.signIn(await company.join('OPERATOR'))).rejects.toThrow('WEB_DEVICES_FORBIDDEN');
  await phone.sync([]);
  await admin.ask(tenant.updateSettings, { body: { version: 2, webDevices: true } });
  await browser.sync([]);
});
