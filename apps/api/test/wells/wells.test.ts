import { endpoints, type Well } from '@wellpulse/contracts';
import { addDays, dayInZone } from '@wellpulse/domain';
import { aWell, uniqueApiNumber } from '@wellpulse/testing';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';

const { wells } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { manager, admin, operator, viewer } = api.acme;

const make = (given: Parameters<typeof aWell>[0] = {}): Promise<Well> =>
  manager.ask(wells.create, { body: aWell(given) });
const read = (wellId: string): Promise<Well> => viewer.ask(wells.get, { params: { wellId } });

test('a well is read back as it was made, with seven decimals of a degree', async () => {
  const body = aWell({
    name: '  Buckhorn #4 ',
    lease: 'Buckhorn',
    field: 'Spraberry',
    operator: 'Acme Petroleum LLC',
    latitude: 31.8457123,
    longitude: -102.3676987,
    status: 'SHUT_IN',
    spudDate: '2014-02-28',
    route: 'North route',
    routePosition: 7,
    operatorIds: [operator.session.user.id],
  });
  const made = await manager.ask(wells.create, { body });
  expect(made).toEqual({
    ...body,
    name: 'Buckhorn #4',
    pluggedOn: null,
    id: expect.any(String),
    version: 1,
    createdAt: expect.stringMatching(/Z$/),
    updatedAt: made.createdAt,
  });
  expect(await read(made.id)).toEqual(made);
});

test('creating answers 201 with the address of the well', async () => {
  const response = await manager.fetch('/wells', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(aWell()),
  });
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as Well;
  expect(response.headers.get('location')).toBe(`/wells/${id}`);
});

test('name and API number are required, and each wrong field is named', async () => {
  const problem = await manager.refusal(wells.create, {
    body: { name: ' ', apiNumber: '42-1', latitude: 91, longitude: 0, spudDate: '2023-02-29' },
  });
  expect(problem.code).toBe('VALIDATION_FAILED');
  expect(problem.errors?.map(({ path }) => path)).toEqual(['name', 'latitude', 'spudDate', 'apiNumber']);
});

test('latitude and longitude belong together, when made and when changed', async () => {
  const alone = await manager.refusal(wells.create, { body: aWell({ latitude: 31 }) });
  expect(alone.errors).toEqual([{ path: 'longitude', message: 'Latitude and longitude belong together' }]);
  const well = await make({ latitude: 31, longitude: -102 });
  const halved = await manager.refusal(wells.update, {
    params: { wellId: well.id },
    body: { version: 1, latitude: null },
  });
  expect(halved.errors).toEqual(alone.errors);
});

test('coordinates are kept to seven decimals, which is a centimetre', async () => {
  const made = await make({ latitude: 31.123456789, longitude: -102.98765432149 });
  expect(made).toMatchObject({ latitude: 31.1234568, longitude: -102.9876543 });
  expect(await read(made.id)).toEqual(made);
});

test('a change touches only what it names and counts the version', async () => {
  const well = await make({ lease: 'Old', route: 'North route' });
  const changed = await manager.ask(wells.update, {
    params: { wellId: well.id },
    body: { version: 1, lease: 'New' },
  });
  expect(changed).toEqual({ ...well, lease: 'New', version: 2, updatedAt: changed.updatedAt });
  expect(await read(well.id)).toEqual(changed);
});

test('a change that changes nothing leaves the version alone', async () => {
  const someone = operator.session.user.id;
  const well = await make({ operatorIds: [someone, viewer.session.user.id] });
  const same = await manager.ask(wells.update, {
    params: { wellId: well.id },
    body: { ...well, operatorIds: [viewer.session.user.id, someone, someone] },
  });
  expect(same).toEqual(well);
});

test('somebody who was removed may stay assigned while others come and go', async () => {
  const gone = await api.acme.join('OPERATOR');
  const well = await make({ operatorIds: [gone.session.user.id] });
  await admin.ask(endpoints.users.remove, { params: { userId: gone.session.user.id } });
  const operatorIds = [gone.session.user.id, operator.session.user.id];
  const changed = await manager.ask(wells.update, {
    params: { wellId: well.id },
    body: { version: 1, operatorIds },
  });
  expect(changed.operatorIds).toEqual(operatorIds);
});

test('a stale version is refused with the well as it is now', async () => {
  const well = await make();
  const now = await manager.ask(wells.update, {
    params: { wellId: well.id },
    body: { version: 1, name: 'Mine' },
  });
  const problem = await admin.refusal(wells.update, {
    params: { wellId: well.id },
    body: { version: 1, name: 'Yours' },
  });
  expect(problem).toMatchObject({ status: 409, code: 'VERSION_CONFLICT', current: now });
  expect(await read(well.id)).toEqual(now);
});

test('an API number belongs to one well', async () => {
  const { apiNumber } = await make();
  const problem = await manager.refusal(wells.create, { body: aWell({ apiNumber }) });
  expect(problem).toMatchObject({ status: 409, code: 'API_NUMBER_TAKEN', errors: [{ path: 'apiNumber' }] });
});

test('two wells made with one API number at the same moment: exactly one is', async () => {
  const apiNumber = uniqueApiNumber();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => manager.call(wells.create, { body: aWell({ apiNumber }) })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('an API number never changes, but may be sent back as it was read', async () => {
  const well = await make();
  const params = { wellId: well.id };
  const problem = await manager.refusal(wells.update, {
    params,
    body: { version: 1, apiNumber: uniqueApiNumber() },
  });
  expect(problem).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'apiNumber' }] });
  const renamed = await manager.ask(wells.update, { params, body: { ...well, name: 'Renamed' } });
  expect(renamed.name).toBe('Renamed');
});

test('plugged is final, though a plugged well can be described better', async () => {
  const well = await make({ status: 'PLUGGED' });
  const params = { wellId: well.id };
  const problem = await admin.refusal(wells.update, { params, body: { version: 1, status: 'ACTIVE' } });
  expect(problem).toMatchObject({ status: 409, code: 'WELL_PLUGGED' });
  const described = await manager.ask(wells.update, { params, body: { version: 1, lease: 'Sand Hollow' } });
  expect(described).toMatchObject({ status: 'PLUGGED', lease: 'Sand Hollow', version: 2 });
});

test('a well is plugged on a day: the given one, else today, and never a later one', async () => {
  const { db } = api.acme.database;
  const today = dayInZone(new Date().toISOString(), 'America/Chicago');
  expect(await make({ status: 'PLUGGED' })).toMatchObject({ pluggedOn: today });
  const well = await make();
  const params = { wellId: well.id };
  const change = (body: object) =>
    manager.ask(wells.update, { params, body: { version: 1, status: 'PLUGGED', ...body } });
  const refusal = (body: object) => manager.refusal(wells.update, { params, body: { version: 1, ...body } });
  expect(well.pluggedOn).toBeNull();
  expect(await refusal({ pluggedOn: '2025-03-10' })).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'pluggedOn', message: 'Only a plugged well has this day' }],
  });
  expect(await refusal({ status: 'PLUGGED', pluggedOn: addDays(today, 1) })).toMatchObject({
    code: 'DATE_IN_FUTURE',
    errors: [{ path: 'pluggedOn' }],
  });
  expect(await change({ pluggedOn: '2025-03-10' })).toMatchObject({ pluggedOn: '2025-03-10', version: 2 });
  const corrected = await change({ version: 2, pluggedOn: '2025-03-12' });
  expect(corrected).toMatchObject({ status: 'PLUGGED', pluggedOn: '2025-03-12', version: 3 });
  expect((await verifyLog(db)).faults).toEqual([]);
});

test('operators must be users of the tenant', async () => {
  const stranger = api.bravo.operator.session.user.id;
  const problem = await manager.refusal(wells.create, {
    body: aWell({ operatorIds: [operator.session.user.id, stranger] }),
  });
  expect(problem).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'operatorIds[1]', message: 'There is no such user' }],
  });
});

test('a deleted well is gone, and its API number is free again', async () => {
  const well = await make();
  await admin.ask(wells.remove, { params: { wellId: well.id } });
  const params = { wellId: well.id };
  expect((await viewer.refusal(wells.get, { params })).code).toBe('WELL_NOT_FOUND');
  expect((await admin.refusal(wells.remove, { params })).code).toBe('WELL_NOT_FOUND');
  expect((await manager.refusal(wells.update, { params, body: { version: 1 } })).code).toBe('WELL_NOT_FOUND');
  const again = await make({ apiNumber: well.apiNumber });
  expect(again).toMatchObject({ version: 1, apiNumber: well.apiNumber });
  expect(again.id).not.toBe(well.id);
});
