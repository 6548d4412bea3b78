/** Entries that were not taken and wait for a person: of people who left, and of keys that ended. */
import { endpoints } from '@wellpulse/contracts';
import { TestDevice, type SignedInCaller, type WireEvent } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { syncDesk } from '../support/sync-desk.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo } = api;
const { now, aWellId, entry, record, deviceLine } = syncDesk(api);
const { devices, production, sync, users } = endpoints;
const DAY = '2025-03-10';

const waitingFor = async (caller: SignedInCaller, { id }: WireEvent) =>
  (await caller.ask(sync.waiting, {})).items.find(({ eventId }) => eventId === id);

const enter = (eventId: string, version: number | null) => ({ params: { eventId }, body: { version } });

/** As the dashboard sends what is in a handover file. */
const importFile = async (carrier: SignedInCaller, phone: TestDevice, events: readonly WireEvent[]) => {
  const body = JSON.stringify({ deviceId: null, sentAt: now(), events });
  const response = await phone.sendBody(body, crypto.randomUUID(), carrier);
  return (await response.json()) as unknown;
};

test('a manager enters as their own what somebody sent who has left, and leaves out the rest', async () => {
  const wellId = await aWellId();
  await acme.operator.ask(production.create, {
    params: { wellId },
    body: { productionDate: DAY, oilVolume: 70 },
  });
  const foreman = await acme.join('MANAGER');
  const truck = await TestDevice.register(foreman, now);
  const [deletion, other] = [DAY, '2025-03-09'].map((productionDate) =>
    truck.event({
      eventType: 'PRODUCTION_DELETED',
      aggregateId: wellId,
      baseVersion: 1,
      payload: { productionDate },
    }),
  ) as [WireEvent, WireEvent];
  await acme.operator.ask(production.create, {
    params: { wellId },
    body: { productionDate: '2025-03-09', oilVolume: 71 },
  });
  await acme.admin.ask(users.remove, { params: { userId: foreman.session.user.id } });
  const carrier = await TestDevice.register(acme.operator, now);
  expect(await carrier.sync([deletion, other])).toMatchObject({
    failed: [{ code: 'FORBIDDEN' }, { code: 'FORBIDDEN' }],
  });
  expect(await waitingFor(acme.manager, deletion)).toMatchObject({
    kind: 'AUTHOR_LEFT',
    eventType: 'PRODUCTION_DELETED',
    wellId,
    version: 1,
    current: { oilVolume: 70 },
    mayEnter: true,
  });
  expect(await waitingFor(acme.operator, deletion)).toBeUndefined();
  for (const [stranger, problem] of [
    [acme.operator, { code: 'RECORD_NOT_FOUND' }],
    [bravo.manager, { code: 'RECORD_NOT_FOUND' }],
    [acme.viewer, { code: 'FORBIDDEN' }],
  ] as const) {
    expect(await stranger.refusal(sync.enterWaiting, enter(deletion.id, 1))).toMatchObject(problem);
  }
  expect(await acme.manager.refusal(sync.enterWaiting, enter(deletion.id, 9))).toMatchObject({
    code: 'VERSION_CONFLICT',
  });
  await acme.manager.ask(sync.enterWaiting, enter(deletion.id, 1));
  await acme.manager.ask(sync.leaveWaiting, { params: { eventId: other.id } });
  expect(await record(wellId)).toMatchObject({ problem: { status: 404 } });
  expect(await record(wellId, '2025-03-09')).toMatchObject({ value: { oilVolume: 71 } });
  expect(await waitingFor(acme.manager, deletion)).toBeUndefined();
  expect(await waitingFor(acme.manager, other)).toBeUndefined();
  const { items } = await acme.manager.ask(endpoints.audit.events, { query: { limit: '3' } });
  expect(items).toMatchObject([
    { eventType: 'ENTRY_LEFT_OUT', aggregateId: other.id },
    {
      eventType: 'ENTRY_TAKEN_OVER',
      aggregateId: deletion.id,
      payload: { authorId: foreman.session.user.id },
    },
    { eventType: 'PRODUCTION_DELETED', userId: acme.manager.session.user.id },
  ]);
  expect(await deviceLine(truck)).toMatchObject({ failedEvents: 0, missingEvents: 0 });
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('what was signed with a key that ended waits for its author, and for nobody else', async () => {
  const [wellId, otherWellId] = [await aWellId(), await aWellId()];
  const person = await acme.join('OPERATOR');
  const phone = await TestDevice.register(person, now);
  const [first, second] = [phone.event(entry(wellId, 40)), phone.event(entry(otherWellId, 41))];
  await acme.admin.ask(devices.revoke, { params: { deviceId: phone.id } });
  const junk = { ...first, id: crypto.randomUUID() };
  expect(await importFile(acme.operator, phone, [first, second, junk])).toMatchObject({
    failed: [{ code: 'SIGNATURE_INVALID' }, { code: 'SIGNATURE_INVALID' }, { code: 'SIGNATURE_INVALID' }],
  });
  expect(await waitingFor(person, junk)).toBeUndefined();
  expect(await waitingFor(acme.manager, first)).toMatchObject({
    kind: 'AUTHOR_MUST_CONFIRM',
    carrierName: acme.operator.session.user.name,
    mayEnter: false,
  });
  expect(await acme.manager.refusal(sync.enterWaiting, enter(first.id, null))).toMatchObject({
    code: 'FORBIDDEN',
  });
  await person.ask(sync.enterWaiting, enter(first.id, null));
  expect(await record(wellId)).toMatchObject({
    value: { oilVolume: 40, entryMethod: 'MANUAL', createdBy: person.session.user.id },
  });
  await phone.signIn(person);
  expect(await phone.sync([phone.sign(first), phone.sign(second)], { as: person })).toMatchObject({
    synced: [first.id, second.id],
  });
  expect(await record(wellId)).toMatchObject({ value: { version: 1 } });
  expect(await waitingFor(person, second)).toBeUndefined();
});

describe('on a shared truck that was lost and comes back', () => {
  /** Ann has typed a day that waits for her new key; Ben, whose truck it is, has signed in again. */
  async function aLostTruck() {
    const wellId = await aWellId();
    const [ann, ben] = [await acme.join('OPERATOR'), await acme.join('OPERATOR')];
    const truck = await TestDevice.register(ben, now);
    await truck.signIn(ann);
    const created = truck.event({ ...entry(wellId, 40), userId: ann.session.user.id });
    await acme.admin.ask(devices.revoke, { params: { deviceId: truck.id } });
    await truck.signIn(ben);
    return { wellId, ann, ben, truck, created };
  }
  const signedAnew = async ({ truck, ann, created }: Awaited<ReturnType<typeof aLostTruck>>) => {
    await truck.signIn(ann);
    return truck.sign(created);
  };

  test("a colleague's correction waits with the entry that it rests on, and is taken with it", async () => {
    const lost = await aLostTruck();
    const { truck, wellId, ben, created } = lost;
    const payload = { productionDate: DAY, oilVolume: 5 };
    const correction = truck.event({ eventType: 'PRODUCTION_UPDATED', aggregateId: wellId, payload });
    expect(await truck.sync([created, correction], { as: ben })).toMatchObject({
      failed: [
        { eventId: created.id, code: 'SIGNATURE_INVALID' },
        { eventId: correction.id, code: 'BASE_MISSING', retryable: true },
      ],
    });
    const again = await signedAnew(lost);
    expect(await truck.sync([again, correction], { as: ben })).toMatchObject({
      synced: [created.id, correction.id],
    });
    expect(await record(wellId)).toMatchObject({ value: { oilVolume: 5 } });
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });

  test('what its author takes back before it comes does not come to life', async () => {
    const lost = await aLostTruck();
    const { truck, wellId, ann, created } = lost;
    const again = await signedAnew(lost);
    const deletion = truck.event({
      eventType: 'PRODUCTION_DELETED',
      aggregateId: wellId,
      userId: ann.session.user.id,
      payload: { productionDate: DAY },
    });
    // From a file, in batches of their own.
    expect(await truck.sync([deletion], { as: ann })).toMatchObject({ synced: [deletion.id] });
    expect(await truck.sync([again], { as: ann })).toMatchObject({ synced: [created.id] });
    expect(await record(wellId)).toMatchObject({ problem: { status: 404 } });
    await acme.operator.ask(production.create, {
      params: { wellId },
      body: { productionDate: DAY, oilVolume: 70 },
    });
    expect(await record(wellId)).toMatchObject({ value: { oilVolume: 70, gasVolume: null } });
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });
});
