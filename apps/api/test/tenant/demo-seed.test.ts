/** The demo tenants, made through the public API by a program that may be killed on its way. */
import { endpoints } from '@wellpulse/contracts';
import { addDays, isBeyondGeofence } from '@wellpulse/domain';
import { ApiCaller, signIn } from '@wellpulse/testing';
import { times } from '@wellpulse/testing/depth';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { TenantAdministration } from '../../src/tenant/tenant-administration.ts';
import { createApp } from '../../src/create-app.ts';
import { InternalController } from '../../src/operations/internal.controller.ts';
import { readSettings } from '../../src/config/settings.ts';
import { createLogger } from '../../src/config/logger.ts';
import { startBareApi } from '../support/harness.ts';
import { buildPrograms, startTool } from '../support/program.ts';
import { until } from '../support/until.ts';

const { wells, production, dashboard, equipment, maintenance, auth } = endpoints;
const PASSWORD = 'wellpulse-demo';
const api = await startBareApi({ settings: { WELLPULSE_DEMO: '1' } });
beforeAll(() => buildPrograms());
afterAll(() => api.stop());

/** Two years of readings take most of the time, and the others of this file none. */
const DAYS = times(30, 730);
const seed = () => startTool(['demo', 'seed', '--api', api.baseUrl, '--days', String(DAYS)], api.environment);
const signInAs = (tenant: string, role: string) =>
  signIn(api.baseUrl, { tenant, email: `${role}@${tenant}.example`, password: PASSWORD });

const readiness = async (): Promise<number> => (await api.inside.fetch('/ready')).status;

test('a seed that was killed is finished by the next one, which finds nothing twice', async () => {
  expect(await readiness()).toBe(503);
  const killed = seed();
  await until('the wells and their readings are there', () =>
    killed.output().includes('daily readings imported') ? true : null,
  );
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(await readiness()).toBe(503);

  expect(await seed().ended).toMatchObject({ code: 0, errors: '' });
  expect(await readiness()).toBe(200);

  const viewer = await signInAs('acme', 'viewer');
  const { items, total } = await viewer.ask(wells.list, { query: { limit: '100' } });
  expect(total).toBe(40);
  expect(new Set(items.map(({ route }) => route)).size).toBe(3);
  for (const { latitude, longitude } of items) {
    expect(Math.abs((latitude ?? 0) - 31.8457)).toBeLessThan(0.2);
    expect(Math.abs((longitude ?? 0) + 102.3676)).toBeLessThan(0.2);
  }
  const { today } = await viewer.ask(auth.me, {});
  const active = items.find(({ status }) => status === 'ACTIVE');
  const { dates } = await viewer.ask(production.series, { params: { wellId: active?.id ?? '' }, query: {} });
  expect(dates.slice(0, -1)).toEqual(expect.arrayContaining([addDays(today, 1 - DAYS), addDays(today, -1)]));
  const home = await viewer.ask(dashboard.home, { query: {} });
  expect(home.entered).toBeGreaterThan(0);
  expect(home.entered).toBeLessThan(home.expected);
  expect(home.openAlerts).toBeGreaterThan(0);
  const { entries } = await viewer.ask(dashboard.map, { query: {} });
  expect(entries.length).toBeGreaterThan(home.entered / 2);
  expect(entries.every(({ location }) => location.capturedAt <= new Date().toISOString())).toBe(true);
  expect(entries.filter(({ location }) => isBeyondGeofence(location)).length).toBeGreaterThan(0);
});

test('the equipment is serviced: most in time, some soon due or overdue, one pump down', async () => {
  const viewer = await signInAs('acme', 'viewer');
  const { items, total } = await viewer.ask(equipment.list, { query: { limit: '1000' } });
  expect(total).toBeGreaterThanOrEqual(100);
  const perWell = Map.groupBy(items, ({ wellId }) => wellId);
  expect(perWell.size).toBe(40);
  for (const ofWell of perWell.values()) {
    expect(ofWell.length).toBeGreaterThanOrEqual(2);
    expect(ofWell.length).toBeLessThanOrEqual(4);
  }
  expect(items.filter(({ nextMaintenanceDate }) => nextMaintenanceDate === null)).toEqual([]);
  const { equipment: byStatus, maintenance: due } = await viewer.ask(dashboard.home, { query: {} });
  expect(byStatus).toMatchObject({ FAILED: 1 });
  expect(due.overdue).toBeGreaterThanOrEqual(4);
  expect(due.overdue).toBeLessThan(total / 5);
  expect(due.dueSoon).toBeGreaterThanOrEqual(8);
  const { entries, cost } = await viewer.ask(maintenance.costs, { query: {} });
  expect(entries).toBeGreaterThanOrEqual(50);
  expect(cost).toBeGreaterThan(10_000);
  const ofBravo = await signInAs('bravo', 'viewer');
  expect((await ofBravo.ask(equipment.list, { query: {} })).total).toBeGreaterThan(5);
});

test('each tenant has its own people with the demo password, which nobody else may have', async () => {
  for (const tenant of ['acme', 'bravo']) {
    for (const role of ['admin', 'manager', 'operator', 'viewer']) {
      const { session } = await signInAs(tenant, role);
      expect(session.user.role).toBe(role.toUpperCase());
    }
  }
  const admin = await signInAs('bravo', 'admin');
  expect((await admin.ask(wells.list, { query: {} })).total).toBe(6);
  const change = { currentPassword: PASSWORD, newPassword: PASSWORD };
  expect((await admin.refusal(auth.changePassword, { body: change })).code).toBe('VALIDATION_FAILED');
});

test('once all is there, another seed changes nothing, and the logs are sound', async () => {
  const reports = () =>
    Promise.all(
      ['acme', 'bravo'].map(async (slug) => {
        const { database } = await api.app.get(TenantAdministration).require(slug);
        return verifyLog(database.db);
      }),
    );
  const before = await reports();
  expect(before.map(({ faults }) => faults)).toEqual([[], []]);
  expect((await seed().ended).code).toBe(0);
  expect(await reports()).toEqual(before);
});

test('a start that is no demo lets nobody into the demo tenants, neither with a password nor with an open session', async () => {
  const admin = await signInAs('acme', 'admin');
  const { refreshToken, accessToken } = admin.session;
  const settings = readSettings({ ...api.environment, WELLPULSE_DEMO: '0' });
  const app = await createApp({ settings, logger: createLogger('silent') });
  await app.listen(0, '127.0.0.1');
  try {
    const baseUrl = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    const stranger = new ApiCaller(baseUrl);
    const body = { tenant: 'acme', email: 'admin@acme.example', password: PASSWORD };
    const refused = { code: 'TENANT_SUSPENDED', status: 403 };
    expect(await stranger.refusal(auth.login, { body })).toMatchObject(refused);
    expect(await stranger.refusal(auth.refresh, { body: { refreshToken } })).toMatchObject(refused);
    expect(await new ApiCaller(baseUrl, accessToken).refusal(auth.me, {})).toMatchObject(refused);
    expect(await app.get(InternalController).ready()).toMatchObject({ status: 'ready' });
  } finally {
    await app.close();
  }
  await admin.ask(auth.me, {});
});
