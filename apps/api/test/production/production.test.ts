import { endpoints, type ProductionEntryInput, type ProductionRecord } from '@wellpulse/contracts';
import { anEntry, aWell, type SignedInCaller } from '@wellpulse/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { wells, production } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager, admin, viewer } = api.acme;

let wellId: string;
beforeEach(async () => {
  ({ id: wellId } = await manager.ask(wells.create, { body: aWell() }));
});

const enter = (given: Partial<ProductionEntryInput> = {}, by: SignedInCaller = operator) =>
  by.ask(production.create, { params: { wellId }, body: anEntry(given) });
const refusedEntry = (body: ProductionEntryInput) =>
  operator.refusal(production.create, { params: { wellId }, body });
const read = (date: string): Promise<ProductionRecord> =>
  viewer.ask(production.get, { params: { wellId, date } });

describe('entering a day', () => {
  test('is read back as it was entered, under the day', async () => {
    const location = {
      latitude: 31.8457,
      longitude: -102.3676,
      accuracyFeet: 12,
      capturedAt: '2025-03-10T14:00:00Z',
      distanceFeet: 40,
    };
    const record = await enter({ oilVolume: 42.51, gasVolume: 0, notes: ' Changed the rods ', location });
    expect(record).toEqual({
      id: expect.any(String),
      wellId,
      productionDate: '2025-03-10',
      oilVolume: 42.51,
      gasVolume: 0,
      waterVolume: null,
      confirmed: null,
      estimatedFrom: null,
      entryMethod: 'MANUAL',
      notes: 'Changed the rods',
      location,
      photoHashes: [],
      createdBy: operator.session.user.id,
      updatedBy: operator.session.user.id,
      createdAt: expect.stringMatching(/^20.*Z$/),
      updatedAt: record.createdAt,
      version: 1,
    });
    expect(await read('2025-03-10')).toEqual(record);
  });

  test('answers 201 with the address of the record', async () => {
    const response = await operator.fetch(`/wells/${wellId}/production`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(anEntry()),
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`/wells/${wellId}/production/2025-03-10`);
  });

  test('a second record of the day is refused with the one that is there', async () => {
    const existing = await enter();
    const problem = await refusedEntry(anEntry({ oilVolume: 1 }));
    expect(problem).toMatchObject({
      status: 409,
      code: 'PRODUCTION_EXISTS',
      existing,
      errors: [{ path: 'productionDate' }],
    });
    expect(await read('2025-03-10')).toEqual(existing);
  });

  test('of many entries of the same day at the same moment exactly one is taken', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        operator.call(production.create, { params: { wellId }, body: anEntry({ oilVolume: index }) }),
      ),
    );
    const taken = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(taken).toHaveLength(1);
    const record = await read('2025-03-10');
    expect(record).toEqual(taken[0]);
    for (const answer of answers) {
      if (!answer.ok) expect(answer.problem).toMatchObject({ code: 'PRODUCTION_EXISTS', existing: record });
    }
  });

  test('zero is a volume, null and left out are not measured', async () => {
    const record = await enter({ oilVolume: 0, gasVolume: null });
    expect(record).toMatchObject({ oilVolume: 0, gasVolume: null, waterVolume: null });
  });

  test.each([
    ['negative', -0.01, 'Must not be negative'],
    ['too large', 100_000_000, 'Is too large'],
    ['of three decimals', 42.505, 'Must have at most two decimals'],
    ['a text', '42', 'Must be a number'],
  ])('a volume that is %s is refused by name', async (_, oilVolume, message) => {
    const response = await operator.fetch(`/wells/${wellId}/production`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ productionDate: '2025-03-10', oilVolume, gasVolume: oilVolume }),
    });
    expect(await response.json()).toMatchObject({
      status: 400,
      code: 'VALIDATION_FAILED',
      errors: [
        { path: 'oilVolume', message },
        { path: 'gasVolume', message },
      ],
    });
  });

  test.each([0.01, 0.29, 1.15, 4.35, 99_999_999.99])('%d is kept to the hundredth', async (oilVolume) => {
    expect((await enter({ oilVolume })).oilVolume).toBe(oilVolume);
    expect((await read('2025-03-10')).oilVolume).toBe(oilVolume);
  });

  test('at least one of the three volumes must be given', async () => {
    for (const body of [
      { productionDate: '2025-03-10' },
      { productionDate: '2025-03-10', oilVolume: null },
    ]) {
      expect(await refusedEntry(body)).toMatchObject({
        code: 'VALIDATION_FAILED',
        errors: [{ path: 'oilVolume', message: 'Give at least one of oil, gas and water' }],
      });
    }
  });

  test.each(['2025-02-29', '2025-13-01', '10/20/2025', '2025-3-1', '1899-12-31', ''])(
    '"%s" is no day',
    async (productionDate) => {
      expect(await refusedEntry(anEntry({ productionDate }))).toMatchObject({
        code: 'VALIDATION_FAILED',
        errors: [{ path: 'productionDate' }],
      });
    },
  );

  test.each(['2099-01-01', '9999-12-31'])('%s has not come yet', async (productionDate) => {
    expect(await refusedEntry(anEntry({ productionDate }))).toMatchObject({
      status: 400,
      code: 'DATE_IN_FUTURE',
      errors: [{ path: 'productionDate' }],
    });
  });

  test('how it arrived is not for the caller to say', async () => {
    const response = await operator.fetch(`/wells/${wellId}/production`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...anEntry(),
        entryMethod: 'SCADA',
        createdBy: manager.session.user.id,
        version: 7,
        id: crypto.randomUUID(),
      }),
    });
    expect(await response.json()).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'entryMethod' }, { path: 'createdBy' }, { path: 'version' }, { path: 'id' }],
    });
    const created = await operator.ask(production.create, { params: { wellId }, body: anEntry() });
    expect(created).toMatchObject({
      entryMethod: 'MANUAL',
      createdBy: operator.session.user.id,
      version: 1,
    });
  });

  test('an operator may enter for a well assigned to a colleague', async () => {
    const body = aWell({ operatorIds: [manager.session.user.id] });
    ({ id: wellId } = await manager.ask(wells.create, { body }));
    expect((await enter()).createdBy).toBe(operator.session.user.id);
  });

  test('a plugged well takes entries of days up to its plugging, and a well that is gone takes none', async () => {
    await enter();
    const plugging = { version: 1, status: 'PLUGGED', pluggedOn: '2025-03-10' } as const;
    await manager.ask(wells.update, { params: { wellId }, body: plugging });
    await operator.ask(production.create, {
      params: { wellId },
      body: anEntry({ productionDate: '2025-03-09' }),
    });
    expect(await refusedEntry(anEntry({ productionDate: '2025-03-11' }))).toMatchObject({
      status: 409,
      code: 'WELL_PLUGGED',
    });
    expect((await read('2025-03-10')).version).toBe(1);
    await admin.ask(wells.remove, { params: { wellId } });
    expect((await refusedEntry(anEntry())).code).toBe('WELL_NOT_FOUND');
    const gone = await viewer.refusal(production.get, { params: { wellId, date: '2025-03-10' } });
    expect(gone.code).toBe('WELL_NOT_FOUND');
  });
});

describe('changing a record', () => {
  const change = (id: string, body: Parameters<typeof operator.ask<typeof production.update>>[1]['body']) =>
    operator.call(production.update, { params: { wellId, id }, body });
  const refusedChange = (id: string, body: Parameters<typeof change>[1]) =>
    operator.refusal(production.update, { params: { wellId, id }, body });

  test('touches only what it names, and counts the version', async () => {
    const record = await enter({ gasVolume: 10, notes: 'First' }, manager);
    const answer = await change(record.id, { version: 1, oilVolume: 43 });
    const changed = await read('2025-03-10');
    expect(answer).toEqual({ ok: true, value: changed });
    expect(changed).toEqual({
      ...record,
      oilVolume: 43,
      updatedBy: operator.session.user.id,
      updatedAt: changed.updatedAt,
      version: 2,
    });
  });

  test('null clears, as long as one volume is left', async () => {
    const { id } = await enter({ gasVolume: 10, notes: 'First' });
    await change(id, { version: 1, oilVolume: null, notes: null });
    expect(await read('2025-03-10')).toMatchObject({ oilVolume: null, gasVolume: 10, notes: null });
    expect(await refusedChange(id, { version: 2, gasVolume: null })).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'oilVolume' }],
    });
  });

  test('with a stale version is refused with the record as it is now', async () => {
    const { id } = await enter();
    await change(id, { version: 1, oilVolume: 43 });
    const current = await read('2025-03-10');
    const problem = await refusedChange(id, { version: 1, oilVolume: 44 });
    expect(problem).toMatchObject({ status: 409, code: 'VERSION_CONFLICT', current });
    expect(await read('2025-03-10')).toEqual(current);
  });

  test('of many changes of the same version at the same moment exactly one is taken', async () => {
    const { id } = await enter();
    const answers = await Promise.all([1, 2, 3, 4].map((oilVolume) => change(id, { version: 1, oilVolume })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await read('2025-03-10')).version).toBe(2);
  });

  test('needs the version that was read', async () => {
    const { id } = await enter();
    const response = await operator.fetch(`/wells/${wellId}/production/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ oilVolume: 43 }),
    });
    expect(await response.json()).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path: 'version' }] });
  });

  test('that changes nothing leaves version and history alone', async () => {
    const record = await enter({ notes: 'Same' });
    const body = { version: 1, oilVolume: record.oilVolume, gasVolume: null, notes: ' Same ' };
    expect(await change(record.id, body)).toEqual({ ok: true, value: record });
    const { items } = await viewer.ask(production.history, { params: { wellId, id: record.id } });
    expect(items).toHaveLength(1);
  });

  test('never moves it to another day, though the day may be sent back', async () => {
    const { id } = await enter();
    expect(await refusedChange(id, { version: 1, productionDate: '2025-03-11' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'productionDate' }],
    });
    const answer = await change(id, { version: 1, productionDate: '2025-03-10', oilVolume: 43 });
    expect(answer.ok).toBe(true);
  });

  test('of a day after the plugging is refused, and of the day itself is not', async () => {
    const { id } = await enter();
    const plug = (version: number, pluggedOn: string) =>
      manager.ask(wells.update, { params: { wellId }, body: { version, status: 'PLUGGED', pluggedOn } });
    await plug(1, '2025-03-10');
    expect((await change(id, { version: 1, oilVolume: 2 })).ok).toBe(true);
    await plug(2, '2025-03-09');
    expect((await refusedChange(id, { version: 2, oilVolume: 1 })).code).toBe('WELL_PLUGGED');
  });
});

describe('deleting a record', () => {
  const remove = (id: string, by: SignedInCaller) => by.call(production.remove, { params: { wellId, id } });

  test('operators delete what they entered themselves, managers what anybody did', async () => {
    const mine = await enter();
    const theirs = await enter({ productionDate: '2025-03-11' }, manager);
    expect(await remove(theirs.id, operator)).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
    expect(await read('2025-03-11')).toEqual(theirs);
    expect(await remove(mine.id, operator)).toMatchObject({ ok: true });
    expect(await remove(theirs.id, admin)).toMatchObject({ ok: true });
    const gone = await viewer.refusal(production.get, { params: { wellId, date: '2025-03-10' } });
    expect(gone).toMatchObject({ status: 404, code: 'PRODUCTION_NOT_FOUND' });
  });

  test('an entry that a manager changed is not only the operator’s own any more', async () => {
    const { id } = await enter();
    await manager.ask(production.update, { params: { wellId, id }, body: { version: 1, oilVolume: 1 } });
    expect(await remove(id, operator)).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
    expect((await remove(id, manager)).ok).toBe(true);
  });

  test('what is deleted can be neither changed nor deleted again', async () => {
    const { id } = await enter();
    await remove(id, operator);
    expect(await remove(id, operator)).toMatchObject({ problem: { code: 'PRODUCTION_NOT_FOUND' } });
    const params = { wellId, id };
    const problem = await operator.refusal(production.update, { params, body: { version: 2, oilVolume: 1 } });
    expect(problem.code).toBe('PRODUCTION_NOT_FOUND');
  });

  test('the day can be entered again, and goes on from the version of the deleted record', async () => {
    const first = await enter({ notes: 'First' });
    await remove(first.id, operator);
    const again = await enter({ oilVolume: 50 }, manager);
    expect(again).toMatchObject({
      id: first.id,
      oilVolume: 50,
      notes: null,
      createdBy: manager.session.user.id,
      version: 3,
    });
    expect(await read('2025-03-10')).toEqual(again);
  });
});
