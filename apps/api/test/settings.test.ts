import { endpoints } from '@wellpulse/contracts';
import { signIn, TEST_PASSWORD } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { Catalog } from '../src/catalog/catalog.ts';
import { startBareApi } from './harness.ts';

const { tenant: settings, auth } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());

test('a new tenant has the defaults that the product decided on', async () => {
  const { viewer } = await api.addTenant();
  expect(await viewer.ask(settings.getSettings, {})).toEqual({
    name: 'Acme Petroleum',
    timeZone: 'America/Chicago',
    conflictPolicy: 'LAST_WRITE_WINS',
    varianceThresholdPercent: 20,
    version: 1,
    updatedAt: expect.any(String),
  });
});

test('a change is read back, seen at the next sign-in and known to the catalog', async () => {
  const { admin, viewer, slug } = await api.addTenant();
  const body = { version: 1, name: 'Acme', timeZone: 'Europe/Oslo', conflictPolicy: 'PROMPT' as const };
  const changed = await admin.ask(settings.updateSettings, { body });
  expect(changed).toMatchObject({ ...body, version: 2, varianceThresholdPercent: 20 });
  expect(await viewer.ask(settings.getSettings, {})).toEqual(changed);
  const { email } = viewer.session.user;
  const { session } = await signIn(api.baseUrl, { tenant: slug, email, password: TEST_PASSWORD });
  expect(session.tenant).toMatchObject({ name: 'Acme', timeZone: 'Europe/Oslo' });
  expect(await api.app.get(Catalog).findBySlug(slug)).toMatchObject({
    name: 'Acme',
    time_zone: 'Europe/Oslo',
    conflict_policy: 'PROMPT',
  });
});

test('a stale version is refused with the settings as they are now', async () => {
  const { admin } = await api.addTenant();
  const current = await admin.ask(settings.updateSettings, { body: { version: 1, name: 'First' } });
  const problem = await admin.refusal(settings.updateSettings, { body: { version: 1, name: 'Second' } });
  expect(problem).toMatchObject({ status: 409, code: 'VERSION_CONFLICT', current });
});

test('a change that changes nothing leaves the version alone', async () => {
  const { admin } = await api.addTenant();
  const before = await admin.ask(settings.getSettings, {});
  expect(await admin.ask(settings.updateSettings, { body: before })).toEqual(before);
});

test('values that can not be are refused by name', async () => {
  const { admin } = await api.addTenant();
  for (const [field, value] of [
    ['timeZone', 'Mars/Olympus'],
    ['name', ' '],
    ['varianceThresholdPercent', 0],
    ['varianceThresholdPercent', 20.005],
    ['varianceThresholdPercent', 1001],
    ['conflictPolicy', 'FLIP_A_COIN'],
  ] as const) {
    const response = await admin.fetch(settings.updateSettings.path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, [field]: value }),
    });
    expect(await response.json()).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: field }] });
  }
  expect((await admin.ask(auth.me, {})).varianceThresholdPercent).toBe(20);
});
