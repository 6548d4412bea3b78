import { DEFAULT_SERVICE_INTERVALS, endpoints } from '@wellpulse/contracts';
import { signIn, TEST_PASSWORD } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { startBareApi } from '../support/harness.ts';

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
    serviceIntervals: DEFAULT_SERVICE_INTERVALS,
    webDevices: true,
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

test('the service intervals are replaced as a whole', async () => {
  const { admin, viewer } = await api.addTenant();
  const first = { PUMP_JACK: { ROUTINE: 30, REPAIR: 60 }, OTHER: {} };
  const changed = await admin.ask(settings.updateSettings, { body: { version: 1, serviceIntervals: first } });
  expect(changed).toMatchObject({ serviceIntervals: first, version: 2, name: 'Acme Petroleum' });
  const second = { PUMP_JACK: { ROUTINE: 30 }, TANK: { INSPECTION: 3650 } };
  await admin.ask(settings.updateSettings, { body: { version: 2, serviceIntervals: second } });
  expect((await viewer.ask(settings.getSettings, {})).serviceIntervals).toEqual(second);
  const same = await admin.ask(settings.updateSettings, { body: { version: 3, serviceIntervals: second } });
  expect(same.version).toBe(3);
  const none = await admin.ask(settings.updateSettings, { body: { version: 3, serviceIntervals: {} } });
  expect(none).toMatchObject({ serviceIntervals: {}, version: 4 });
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
    ['serviceIntervals', null],
    ['serviceIntervals.CROWBAR', { CROWBAR: { ROUTINE: 10 } }],
    ['serviceIntervals.PUMP_JACK.MAGIC', { PUMP_JACK: { MAGIC: 10 } }],
    ['serviceIntervals.PUMP_JACK.ROUTINE', { PUMP_JACK: { ROUTINE: 0 } }],
    ['serviceIntervals.TANK.REPAIR', { TANK: { REPAIR: 3651 } }],
    ['serviceIntervals.TANK.INSPECTION', { TANK: { INSPECTION: 1.5 } }],
  ] as const) {
    const [name = field] = field.split('.');
    const response = await admin.fetch(settings.updateSettings.path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, [name]: value }),
    });
    expect(await response.json()).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: field }] });
  }
  expect((await admin.ask(auth.me, {})).varianceThresholdPercent).toBe(20);
});
