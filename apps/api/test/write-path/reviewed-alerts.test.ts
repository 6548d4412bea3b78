/** Alerts that an older program raised and the rules of today would not: cleared for everybody, by an event of the log (ADR 87). */
import { endpoints, type AlertRecord } from '@wellpulse/contracts';
import { alertId } from '@wellpulse/domain';
import { aWell } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { reviewAlerts } from '../../src/audit/review-alerts.ts';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { fromAlert } from '../../src/write-path/records.ts';
import { TenantWriter } from '../../src/write-path/tenant-writer.ts';
import { startBareApi } from '../support/harness.ts';
import { importCsv } from '../support/import-csv.ts';

const { alerts, production, wells } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());
const [MONDAY, TUESDAY, WEDNESDAY] = ['2025-03-10', '2025-03-11', '2025-03-12'] as const;

test('an alert against an estimate is cleared, on devices too, and the log gives the tables', async () => {
  const tenant = await api.addTenant();
  const { manager, operator } = tenant;
  const { db } = tenant.database;
  const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
  const oil = (productionDate: string, oilVolume: number) =>
    manager.ask(production.create, { params: { wellId }, body: { productionDate, oilVolume } });
  await oil(MONDAY, 90);
  await importCsv(manager, `well,day,oil,month\n${wellId},${TUESDAY},30,2025-03\n`, {
    well: { column: 'well', by: 'ID' },
    date: { column: 'day', format: 'yyyy-MM-dd' },
    oil: { column: 'oil', unit: 'BBL' },
    estimatedFrom: { column: 'month' },
  });
  const at = api.clock.now();
  const old: AlertRecord = {
    id: alertId(wellId, TUESDAY, 'OIL'),
    wellId,
    productionDate: TUESDAY,
    product: 'OIL',
    kind: 'CHANGED',
    changePercent: -66.67,
    previousValue: 90,
    currentValue: 30,
    status: 'OPEN',
    acknowledgedBy: null,
    acknowledgedAt: null,
    comment: null,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  await db
    .insertInto('variance_alerts')
    .values({ ...fromAlert(old), log_sequence: 1 })
    .execute();
  await manager.ask(alerts.acknowledge, { params: { alertId: old.id }, body: { comment: 'Seen' } });
  expect((await verifyLog(db)).faults).toHaveLength(1);
  const before = await operator.ask(endpoints.sync.changes, { query: {} });

  const review = () => reviewAlerts(api.app.get(TenantWriter), tenant.database, api.clock);
  expect(await review()).toBe(1);
  expect(await review()).toBe(0);
  const { items } = await manager.ask(alerts.list, { query: { wellId } });
  expect(items).toMatchObject([{ id: old.id, status: 'CLEARED' }]);
  const after = await operator.ask(endpoints.sync.changes, { query: { cursor: before.nextCursor } });
  expect(after.changes).toMatchObject([{ entity: 'ALERT', id: old.id, data: { status: 'CLEARED' } }]);
  expect((await verifyLog(db)).faults).toEqual([]);

  // What is typed in the place of the estimate is compared like any reading.
  await oil(WEDNESDAY, 31);
  const { id, version } = await manager.ask(production.get, { params: { wellId, date: TUESDAY } });
  await manager.ask(production.update, { params: { wellId, id }, body: { version, oilVolume: 31 } });
  const { items: raised } = await manager.ask(alerts.list, { query: { wellId, status: 'OPEN' } });
  expect(raised).toMatchObject([{ id: old.id, previousValue: 90, currentValue: 31, comment: null }]);
  expect((await verifyLog(db)).faults).toEqual([]);
});
