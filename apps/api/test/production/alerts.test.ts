import { endpoints, type Alert, type EndpointRequest, type ProductionEntryInput } from '@wellpulse/contracts';
import { aWell } from '@wellpulse/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';
import { walk } from '../support/walk.ts';

const { wells, production, alerts, tenant } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager, admin, viewer } = api.acme;

const MONDAY = '2025-03-10';
const TUESDAY = '2025-03-11';
const WEDNESDAY = '2025-03-12';

let wellId: string;
beforeEach(async () => {
  ({ id: wellId } = await manager.ask(wells.create, { body: aWell({ name: 'Dry Fork #2' }) }));
});

const enter = (productionDate: string, volumes: Omit<ProductionEntryInput, 'productionDate'>) =>
  operator.ask(production.create, { params: { wellId }, body: { productionDate, ...volumes } });
const oil = (productionDate: string, oilVolume: number) => enter(productionDate, { oilVolume });

async function change(
  date: string,
  body: Omit<EndpointRequest<typeof production.update>['body'], 'version'>,
) {
  const { id, version } = await viewer.ask(production.get, { params: { wellId, date } });
  await manager.ask(production.update, { params: { wellId, id }, body: { version, ...body } });
}

async function remove(date: string): Promise<void> {
  const { id } = await viewer.ask(production.get, { params: { wellId, date } });
  await manager.ask(production.remove, { params: { wellId, id } });
}

const list = async (query: EndpointRequest<typeof alerts.list>['query'] = {}): Promise<Alert[]> =>
  (await viewer.ask(alerts.list, { query: { wellId, order: 'asc', ...query } })).items;

/** The alerts that are not cleared, one line each. */
const standing = async (): Promise<string[]> =>
  (await list())
    .filter(({ status }) => status !== 'CLEARED')
    .map(
      ({ productionDate, product, kind, previousValue, currentValue, changePercent, status }) =>
        `${productionDate} ${product} ${kind} ${previousValue} -> ${currentValue} (${changePercent ?? '-'}) ${status}`,
    );

describe('raising', () => {
  test.each([
    [100, 120.01, 'CHANGED', 20.01],
    [100, 79.99, 'CHANGED', -20.01],
    [0.05, 0.07, 'CHANGED', 40],
    [100, 0, 'STOPPED', -100],
    [0, 0.01, 'RESUMED', null],
  ])('%d and the next day %d: %s', async (before, after, kind, changePercent) => {
    await oil(MONDAY, before);
    await oil(TUESDAY, after);
    expect(await list()).toEqual([
      {
        id: expect.any(String),
        wellId,
        wellName: 'Dry Fork #2',
        productionDate: TUESDAY,
        product: 'OIL',
        kind,
        previousValue: before,
        currentValue: after,
        changePercent,
        status: 'OPEN',
        acknowledgedBy: null,
        acknowledgedAt: null,
        comment: null,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
        version: 1,
      },
    ]);
  });

  test.each([
    [100, 120],
    [100, 80],
    [0.05, 0.06],
    [0, 0],
    [100, 100],
  ])('%d and the next day %d: nothing, since it is not more than 20 percent', async (before, after) => {
    await oil(MONDAY, before);
    await oil(TUESDAY, after);
    expect(await list()).toEqual([]);
  });

  test('each product for itself', async () => {
    await enter(MONDAY, { oilVolume: 10, gasVolume: 10, waterVolume: 10 });
    await enter(TUESDAY, { oilVolume: 13, gasVolume: 0, waterVolume: 10 });
    expect((await standing()).sort()).toEqual([
      `${TUESDAY} GAS STOPPED 10 -> 0 (-100) OPEN`,
      `${TUESDAY} OIL CHANGED 10 -> 13 (30) OPEN`,
    ]);
  });

  test('not without a record of the day before, whatever there was earlier', async () => {
    await oil(MONDAY, 100);
    await oil(WEDNESDAY, 10);
    expect(await standing()).toEqual([]);
  });

  test('not where one of the two days was not measured', async () => {
    await enter(MONDAY, { gasVolume: 5 });
    await enter(TUESDAY, { oilVolume: 100, gasVolume: 5 });
    await enter(WEDNESDAY, { gasVolume: 5 });
    expect(await standing()).toEqual([]);
  });

  test('across months, leap days and years', async () => {
    await oil('2023-12-31', 100);
    await oil('2024-01-01', 10);
    await oil('2024-02-29', 100);
    await oil('2024-03-01', 10);
    expect(await standing()).toHaveLength(2);
  });

  test('not between wells', async () => {
    await oil(MONDAY, 100);
    ({ id: wellId } = await manager.ask(wells.create, { body: aWell() }));
    await oil(TUESDAY, 10);
    expect(await standing()).toEqual([]);
  });
});

describe('following the data', () => {
  test('a late entry raises the alerts of its own day and of the day after', async () => {
    await oil(MONDAY, 100);
    await oil(WEDNESDAY, 100);
    await oil(TUESDAY, 50);
    expect(await standing()).toEqual([
      `${TUESDAY} OIL CHANGED 100 -> 50 (-50) OPEN`,
      `${WEDNESDAY} OIL CHANGED 50 -> 100 (100) OPEN`,
    ]);
  });

  test('an edit of the day itself raises, changes and clears', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 100);
    await change(TUESDAY, { oilVolume: 50 });
    expect(await standing()).toEqual([`${TUESDAY} OIL CHANGED 100 -> 50 (-50) OPEN`]);
    await change(TUESDAY, { oilVolume: 0 });
    expect(await standing()).toEqual([`${TUESDAY} OIL STOPPED 100 -> 0 (-100) OPEN`]);
    await change(TUESDAY, { oilVolume: 95 });
    expect(await standing()).toEqual([]);
    expect(await list({ status: 'CLEARED' })).toMatchObject([{ productionDate: TUESDAY, version: 3 }]);
  });

  test('an edit of the day before raises, changes and clears', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 100);
    await change(MONDAY, { oilVolume: 200 });
    expect(await standing()).toEqual([`${TUESDAY} OIL CHANGED 200 -> 100 (-50) OPEN`]);
    await change(MONDAY, { oilVolume: 0 });
    expect(await standing()).toEqual([`${TUESDAY} OIL RESUMED 0 -> 100 (-) OPEN`]);
    await change(MONDAY, { oilVolume: null, gasVolume: 1 });
    expect(await standing()).toEqual([]);
  });

  test.each([MONDAY, TUESDAY])('deleting %s clears, and entering it again raises anew', async (date) => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    const [alert] = await list();
    await remove(date);
    expect(await standing()).toEqual([]);
    await oil(date, date === MONDAY ? 100 : 50);
    expect(await list()).toMatchObject([
      { id: alert?.id, status: 'OPEN', version: 3, createdAt: alert?.createdAt },
    ]);
  });

  test('a change of notes only leaves an alert as it is', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    const before = await list();
    await change(TUESDAY, { notes: 'Pump off' });
    expect(await list()).toEqual(before);
  });

  test('a deleted well shows no alerts, and nothing of it can be acknowledged', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    const [alert] = await list();
    await admin.ask(wells.remove, { params: { wellId } });
    expect(await list()).toEqual([]);
    const { items: before } = await manager.ask(endpoints.audit.events, { query: { limit: '1' } });
    const params = { alertId: alert?.id ?? '' };
    expect((await operator.refusal(alerts.acknowledge, { params, body: {} })).code).toBe('ALERT_NOT_FOUND');
    const body = { to: WEDNESDAY, wellId };
    expect(await operator.ask(alerts.acknowledgeMany, { body })).toEqual({ acknowledged: 0 });
    const { items: after } = await manager.ask(endpoints.audit.events, { query: { limit: '1' } });
    expect(after).toEqual(before);
  });
});

describe('acknowledging', () => {
  const acknowledge = (alertId: string, comment: string | null = null) =>
    operator.ask(alerts.acknowledge, { params: { alertId }, body: { comment } });

  test('says who, when and why, and counts as one version', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    const [alert] = await list();
    const answer = await acknowledge(alert?.id ?? '', ' Rods parted ');
    expect(answer).toEqual({
      ...alert,
      status: 'ACKNOWLEDGED',
      acknowledgedBy: operator.session.user.id,
      acknowledgedAt: answer.updatedAt,
      comment: 'Rods parted',
      updatedAt: expect.any(String),
      version: 2,
    });
    expect(await list()).toEqual([answer]);
  });

  test('needs no body where there is nothing to say', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    const alertId = (await list())[0]?.id ?? '';
    expect(await operator.ask(alerts.acknowledge, { params: { alertId } })).toMatchObject({
      status: 'ACKNOWLEDGED',
      comment: null,
    });
  });

  test('can be of one route, as the list can', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    const { version } = await viewer.ask(wells.get, { params: { wellId } });
    await manager.ask(wells.update, { params: { wellId }, body: { route: 'Far route', version } });
    expect(await list({ route: 'Other route' })).toEqual([]);
    const many = (route: string) =>
      operator.ask(alerts.acknowledgeMany, { body: { to: WEDNESDAY, wellId, route } });
    expect(await many('Other route')).toEqual({ acknowledged: 0 });
    expect(await many('Far route')).toEqual({ acknowledged: 1 });
    expect(await list({ route: 'Far route' })).toMatchObject([{ status: 'ACKNOWLEDGED' }]);
  });

  test('twice changes nothing: the first one stands', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    const alertId = (await list())[0]?.id ?? '';
    const first = await acknowledge(alertId, 'First');
    const second = await manager.ask(alerts.acknowledge, {
      params: { alertId },
      body: { comment: 'Second' },
    });
    expect(second).toEqual(first);
  });

  test('is of the values that were seen: other values open the alert again', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    await acknowledge((await list())[0]?.id ?? '');
    await change(TUESDAY, { notes: 'Seen' });
    expect(await standing()).toEqual([`${TUESDAY} OIL CHANGED 100 -> 50 (-50) ACKNOWLEDGED`]);
    await change(TUESDAY, { oilVolume: 49 });
    expect(await standing()).toEqual([`${TUESDAY} OIL CHANGED 100 -> 49 (-51) OPEN`]);
    expect(await list()).toMatchObject([{ acknowledgedBy: null, acknowledgedAt: null, comment: null }]);
  });

  test('is refused once the alert has cleared', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    const alertId = (await list())[0]?.id ?? '';
    await change(TUESDAY, { oilVolume: 100 });
    const problem = await operator.refusal(alerts.acknowledge, { params: { alertId }, body: {} });
    expect(problem).toMatchObject({ status: 409, code: 'ALERT_CLEARED' });
  });

  test('an id that nothing has, or that is none, is told apart', async () => {
    const refusal = (alertId: string) =>
      operator.refusal(alerts.acknowledge, { params: { alertId }, body: {} });
    expect(await refusal(crypto.randomUUID())).toMatchObject({ status: 404, code: 'ALERT_NOT_FOUND' });
    expect(await refusal('12')).toMatchObject({ status: 400, errors: [{ path: 'alertId' }] });
  });

  test('all up to a day, of one well', async () => {
    await oil(MONDAY, 100);
    await oil(TUESDAY, 50);
    await oil(WEDNESDAY, 100);
    const body = { to: TUESDAY, wellId, comment: 'Reviewed' };
    expect(await operator.ask(alerts.acknowledgeMany, { body })).toEqual({ acknowledged: 1 });
    expect(await standing()).toEqual([
      `${TUESDAY} OIL CHANGED 100 -> 50 (-50) ACKNOWLEDGED`,
      `${WEDNESDAY} OIL CHANGED 50 -> 100 (100) OPEN`,
    ]);
    expect(await operator.ask(alerts.acknowledgeMany, { body })).toEqual({ acknowledged: 0 });
  });

  test('all of the tenant at once', async () => {
    const other = await api.addTenant();
    for (const name of ['A', 'B']) {
      const { id } = await other.manager.ask(wells.create, { body: aWell({ name }) });
      const entries = [MONDAY, TUESDAY].map((productionDate, index) => ({
        productionDate,
        oilVolume: 100 * index,
      }));
      await other.operator.ask(production.createBulk, { params: { wellId: id }, body: { entries } });
    }
    const body = { to: WEDNESDAY };
    expect(await other.operator.ask(alerts.acknowledgeMany, { body })).toEqual({ acknowledged: 2 });
    const { items } = await other.viewer.ask(alerts.list, { query: { status: 'OPEN' } });
    expect(items).toEqual([]);
  });
});

test('lists filter by kind, product, status and days, and walk by cursor in every order', async () => {
  const days = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2025-04-${day}`);
  const volumes = [100, 50, 0, 30, 31, 60, 0];
  await operator.ask(production.createBulk, {
    params: { wellId },
    body: {
      entries: days.map((productionDate, index) => ({
        productionDate,
        oilVolume: volumes[index] ?? null,
        gasVolume: index % 2,
      })),
    },
  });
  expect(await list({ kind: 'RESUMED', product: 'OIL' })).toMatchObject([{ productionDate: '2025-04-04' }]);
  expect(await list({ product: 'OIL', from: '2025-04-06', to: '2025-04-06' })).toMatchObject([
    { currentValue: 60 },
  ]);
  const [biggest] = await list({ product: 'OIL', sort: 'changePercent', order: 'desc' });
  expect(biggest?.kind).toBe('RESUMED');
  for (const sort of ['productionDate', 'changePercent', 'createdAt'] as const) {
    for (const order of ['asc', 'desc'] as const) {
      const met = await walk((cursor) =>
        viewer.ask(alerts.list, { query: { wellId, sort, order, limit: '3', ...cursor } }),
      );
      expect(new Set(met.map(({ id }) => id)).size).toBe(5 + 6);
    }
  }
});

test('the threshold is a setting, and counts from the next change on', async () => {
  const other = await api.addTenant();
  ({ id: wellId } = await other.manager.ask(wells.create, { body: aWell() }));
  const enterThere = (productionDate: string, oilVolume: number) =>
    other.operator.ask(production.create, { params: { wellId }, body: { productionDate, oilVolume } });
  const open = async () =>
    (await other.viewer.ask(alerts.list, { query: { order: 'asc' } })).items.map(
      (alert) => alert.productionDate,
    );
  await enterThere(MONDAY, 100);
  await other.admin.ask(tenant.updateSettings, { body: { version: 1, varianceThresholdPercent: 8.2 } });
  await enterThere(TUESDAY, 108.2);
  expect(await open()).toEqual([]);
  await enterThere(WEDNESDAY, 117.08);
  expect(await open()).toEqual([WEDNESDAY]);
});
