/** What managers see after the server was put back, and how they end the wait for what was lost. */
import { endpoints, ROLES } from '@wellpulse/contracts';
import { TestDevice } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { LineageService, presentLineage } from '../../src/lineage/lineage.service.ts';
import { startApi } from '../support/harness.ts';

const { sync, devices } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo, clock } = api;
const forbidden = { status: 403, code: 'FORBIDDEN' };

async function putBack(): Promise<void> {
  const present = await presentLineage(acme.database.db);
  await api.app.get(LineageService).begin(acme.database, present, { cause: 'COMMAND' });
}

test('it is there for managers and administrators, of their own company only', async () => {
  expect(await acme.manager.ask(sync.lineage, {})).toEqual({ lineage: null });
  const begunAt = clock.now();
  clock.stopAt(begunAt);
  await putBack();
  clock.run();
  for (const role of ROLES) {
    const caller = acme.as(role);
    if (role === 'MANAGER' || role === 'ADMIN') {
      expect(await caller.ask(sync.lineage, {})).toMatchObject({
        lineage: { number: 1, begunAt, cause: 'COMMAND', isOpen: true, closedAt: null, closedByName: null },
      });
    } else {
      expect(await caller.refusal(sync.lineage, {})).toMatchObject(forbidden);
      expect(await caller.refusal(sync.closeLineage, {})).toMatchObject(forbidden);
    }
  }
  expect(await bravo.admin.ask(sync.lineage, {})).toEqual({ lineage: null });
  await bravo.admin.ask(sync.closeLineage, {});
  expect(await acme.admin.ask(sync.lineage, {})).toMatchObject({ lineage: { isOpen: true } });
});

test('the wait ends by itself after thirty days, and a new restore begins another', async () => {
  const { lineage } = await acme.manager.ask(sync.lineage, {});
  const days = (Date.parse(lineage?.waitsUntil ?? '') - Date.parse(lineage?.begunAt ?? '')) / 86_400_000;
  expect(days).toBe(30);
  await putBack();
  expect(await acme.manager.ask(sync.lineage, {})).toMatchObject({ lineage: { number: 2, isOpen: true } });
});

test('a device counts as not synced since, until it has', async () => {
  const phone = await TestDevice.register(await acme.join('OPERATOR'), () => clock.now());
  const missedAt = async () => {
    const { items } = await acme.manager.ask(devices.list, {});
    return items.find(({ id }) => id === phone.id)?.restoreMissedAt;
  };
  await putBack();
  expect(await missedAt()).not.toBeNull();
  await phone.sync([]);
  expect(await missedAt()).toBeNull();
});

test('who ended the wait is named, and ending it again changes nothing', async () => {
  await acme.manager.ask(sync.closeLineage, {});
  const { lineage } = await acme.admin.ask(sync.lineage, {});
  expect(lineage).toMatchObject({ isOpen: false, closedByName: acme.manager.session.user.name });
  await acme.admin.ask(sync.closeLineage, {});
  expect(await acme.admin.ask(sync.lineage, {})).toEqual({ lineage });
});
