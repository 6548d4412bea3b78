/** Which day it is, the tenant's time zone decides: the same instant is two days in two tenants. */
import { endpoints } from '@wellpulse/contracts';
import { anEntry, aWell } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import type { TestTenant } from '../support/tenants.ts';

const { wells, production, auth, dashboard, tenant: tenantEndpoints } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());

// It is 22:30 on the 19th in Chicago, and 16:30 on the 20th in Auckland.
api.clock.stopAt('2025-10-20T03:30:00Z');
const chicago = await api.addTenant({ timeZone: 'America/Chicago' });
const auckland = await api.addTenant({ timeZone: 'Pacific/Auckland' });

async function codeOfEntry({ manager, operator }: TestTenant, productionDate: string): Promise<string> {
  const { id } = await manager.ask(wells.create, { body: aWell() });
  const answer = await operator.call(production.create, {
    params: { wellId: id },
    body: anEntry({ productionDate }),
  });
  return answer.ok ? 'TAKEN' : answer.problem.code;
}

test('a day that has begun in one zone has not come yet in another', async () => {
  expect(await codeOfEntry(chicago, '2025-10-19')).toBe('TAKEN');
  expect(await codeOfEntry(chicago, '2025-10-20')).toBe('DATE_IN_FUTURE');
  expect(await codeOfEntry(auckland, '2025-10-20')).toBe('TAKEN');
  expect(await codeOfEntry(auckland, '2025-10-21')).toBe('DATE_IN_FUTURE');
});

test('today is the same day everywhere the tenant asks', async () => {
  const { viewer } = auckland;
  expect((await viewer.ask(auth.me, {})).today).toBe('2025-10-20');
  expect((await viewer.ask(production.daySheet, { query: {} })).date).toBe('2025-10-20');
  expect((await viewer.ask(dashboard.home, { query: {} })).date).toBe('2025-10-20');
});

test('the new day begins at midnight there, daylight saving time included', async () => {
  api.clock.stopAt('2025-10-20T04:59:59.999Z');
  expect(await codeOfEntry(chicago, '2025-10-20')).toBe('DATE_IN_FUTURE');
  api.clock.stopAt('2025-10-20T05:00:00Z');
  expect(await codeOfEntry(chicago, '2025-10-20')).toBe('TAKEN');
  // An hour later once daylight saving time is over (2 November).
  api.clock.stopAt('2025-11-04T05:30:00Z');
  expect(await codeOfEntry(chicago, '2025-11-04')).toBe('DATE_IN_FUTURE');
  api.clock.stopAt('2025-11-04T06:00:00Z');
  expect(await codeOfEntry(chicago, '2025-11-04')).toBe('TAKEN');
});

test('moving the tenant to another zone counts with the next entry', async () => {
  api.clock.stopAt('2025-11-10T15:00:00Z');
  expect(await codeOfEntry(chicago, '2025-11-11')).toBe('DATE_IN_FUTURE');
  const { version } = await chicago.admin.ask(tenantEndpoints.getSettings, {});
  await chicago.admin.ask(tenantEndpoints.updateSettings, {
    body: { version, timeZone: 'Pacific/Auckland' },
  });
  expect(await codeOfEntry(chicago, '2025-11-11')).toBe('TAKEN');
});

test('a server clock that is set back judges what is today, and does not turn the log back', async () => {
  api.clock.stopAt('2025-11-15T12:00:00Z');
  expect(await codeOfEntry(auckland, '2025-11-15')).toBe('TAKEN');
  api.clock.stopAt('2025-11-01T12:00:00Z');
  expect(await codeOfEntry(auckland, '2025-11-15')).toBe('DATE_IN_FUTURE');
  expect(await codeOfEntry(auckland, '2025-11-01')).toBe('TAKEN');
  const { items } = await auckland.manager.ask(endpoints.audit.events, { query: { limit: '2' } });
  expect(items.map(({ receivedAt, loggedAt }) => ({ receivedAt, loggedAt }))).toEqual([
    { receivedAt: '2025-11-01T12:00:00.000Z', loggedAt: '2025-11-15T12:00:00.000Z' },
    { receivedAt: '2025-11-01T12:00:00.000Z', loggedAt: '2025-11-15T12:00:00.000Z' },
  ]);
});
