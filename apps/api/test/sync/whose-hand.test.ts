/** Whose key signed an event decides what it may do: not its sender, and not what became of its author since. */
import { endpoints, type Role } from '@wellpulse/contracts';
import { aWell, anItem, TestDevice, type SignedInCaller, type WireEvent } from '@wellpulse/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { syncDesk } from '../support/sync-desk.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo, clock } = api;
const { now, aWellId, entry, record, deviceLine } = syncDesk(api);
const { devices, production, sync, users } = endpoints;

const DAY = '2025-03-10';
const DAY_MS = 86_400_000;
/** When they typed it: before anything that happens to them in a test. */
const typedBefore = (): string => new Date(Date.parse(now()) - 60_000).toISOString();
const idOf = ({ session }: SignedInCaller): string => session.user.id;

const deletionOf = (phone: TestDevice, wellId: string, userId: string): WireEvent =>
  phone.event({
    eventType: 'PRODUCTION_DELETED',
    aggregateId: wellId,
    baseVersion: 1,
    userId,
    payload: { productionDate: DAY },
  });

const enterAs = (person: SignedInCaller, wellId: string, oilVolume = 123) =>
  person.ask(production.create, { params: { wellId }, body: { productionDate: DAY, oilVolume } });

const setUser = async (userId: string, change: { role?: Role; status?: 'ACTIVE' | 'SUSPENDED' }) => {
  const { version } = await acme.admin.ask(users.get, { params: { userId } });
  await acme.admin.ask(users.update, { params: { userId }, body: { version, ...change } });
};

describe("another person's name", () => {
  test('deletes nothing of theirs, on a device that they never used and on one that they share', async () => {
    const wellId = await aWellId();
    await enterAs(acme.manager, wellId);
    const phone = await TestDevice.register(acme.operator, now);
    const forged = deletionOf(phone, wellId, idOf(acme.manager));
    expect(await phone.sync([forged])).toMatchObject({ failed: [{ code: 'SIGNATURE_INVALID' }] });
    await phone.signIn(acme.manager);
    await phone.sync([], { as: acme.manager });
    const again = phone.sign(
      phone.draft({ ...forged, aggregateId: wellId, payload: { productionDate: DAY } }),
      phone.keyOf(idOf(acme.operator)),
    );
    expect(await phone.sync([again])).toMatchObject({ failed: [{ code: 'SIGNATURE_INVALID' }] });
    expect(await record(wellId)).toMatchObject({ value: { oilVolume: 123 } });
  });

  test('settles no conflict of theirs', async () => {
    await acme.admin.ask(endpoints.tenant.getSettings, {}).then(({ version, ...settings }) =>
      acme.admin.ask(endpoints.tenant.updateSettings, {
        body: {
          name: settings.name,
          timeZone: settings.timeZone,
          varianceThresholdPercent: 20,
          conflictPolicy: 'PROMPT',
          version,
        },
      }),
    );
    const wellId = await aWellId();
    const [first, second] = [await acme.join('OPERATOR'), await acme.join('OPERATOR')];
    const [phone, tablet] = [await TestDevice.register(first, now), await TestDevice.register(second, now)];
    await phone.sync([phone.event(entry(wellId, 40))]);
    const { conflicts } = await tablet.sync([tablet.event(entry(wellId, 45))]);
    const conflictId = conflicts[0]?.conflictId ?? '';
    const third = await TestDevice.register(acme.operator, now);
    const settle = (device: TestDevice, userId: string) =>
      device.event({
        eventType: 'CONFLICT_RESOLVED',
        aggregateId: conflictId,
        baseVersion: 1,
        userId,
        payload: { choice: 'MERGED', values: { oilVolume: 999 } },
      });
    expect(await third.sync([settle(third, idOf(first)), settle(third, idOf(acme.operator))])).toMatchObject({
      failed: [{ code: 'SIGNATURE_INVALID' }, { code: 'FORBIDDEN' }],
    });
    const own = settle(phone, idOf(first));
    expect(await third.sync([own])).toMatchObject({ synced: [own.id] });
    expect((await verifyLog(acme.database.db)).faults).toEqual([]);
  });

  test('of nobody is refused, and leaves nothing behind but a count at its carrier', async () => {
    const phone = await TestDevice.register(acme.operator, now);
    const stranger = phone.event({ ...entry(await aWellId(), 1), userId: crypto.randomUUID() });
    expect(await phone.sync([stranger])).toMatchObject({
      failed: [{ code: 'AUTHOR_UNKNOWN', retryable: false }],
    });
    expect(await deviceLine(phone)).toMatchObject({ unsignedEvents: 1, failedEvents: 0, lastSequence: 0 });
  });
});

describe("another person's device", () => {
  test('is nothing that one can send for, register, or ask about, by knowing its id', async () => {
    const truck = await TestDevice.register(acme.manager, now, { platform: 'ELECTRON' });
    const before = await deviceLine(truck);
    const phone = await TestDevice.register(acme.operator, now);
    const body = (deviceId: string | null): string =>
      JSON.stringify({ deviceId, sentAt: '2001-01-01T00:00:00.000Z', appVersion: 'spoofed', events: [] });
    for (const session of [phone.owner, acme.operator, bravo.operator]) {
      const response = await truck.sendBody(body(truck.id), crypto.randomUUID(), session);
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'DEVICE_MISMATCH' }]);
    }
    const dashboard = await truck.sendBody(body(null), crypto.randomUUID(), phone.owner);
    expect(await dashboard.json()).toMatchObject({ code: 'DEVICE_MISMATCH' });
    const thief = await TestDevice.register(acme.operator, now, { id: truck.id }).catch(String);
    expect(thief).toContain('DEVICE_MISMATCH');
    expect(await deviceLine(truck)).toEqual(before);
  });

  test('gets no failures of junk that names it, and the junk is not kept', async () => {
    const truck = await TestDevice.register(acme.manager, now, { platform: 'ELECTRON' });
    const phone = await TestDevice.register(acme.operator, now);
    const junk = Array.from({ length: 900 }, () =>
      phone.sign(truck.draft({ aggregateId: crypto.randomUUID(), payload: { junk: 'x'.repeat(1000) } })),
    );
    const { failed } = await phone.sync(junk);
    expect(new Set(failed.map(({ code }) => code))).toEqual(new Set(['SIGNATURE_INVALID']));
    expect(await deviceLine(truck)).toMatchObject({ failedEvents: 0, unsignedEvents: 0, lastSequence: 0 });
    expect(await deviceLine(phone)).toMatchObject({ failedEvents: 0, unsignedEvents: 900 });
    const kept = await acme.database.db
      .selectFrom('device_events')
      .where('device_id', 'in', [truck.id, phone.id])
      .selectAll()
      .execute();
    expect(kept).toEqual([]);
  });
});

describe('the session of a device', () => {
  test('reads, and writes nothing but what is signed', async () => {
    const wellId = await aWellId();
    const phone = await TestDevice.register(acme.manager, now);
    await phone.owner.ask(endpoints.wells.get, { params: { wellId } });
    const body = { productionDate: DAY, oilVolume: 1 };
    expect(await phone.owner.refusal(production.create, { params: { wellId }, body })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await phone.owner.refusal(endpoints.wells.create, { body: aWell() })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await phone.owner.refusal(devices.revoke, { params: { deviceId: phone.id } })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('carries what was entered before its person was made a viewer', async () => {
    const wellId = await aWellId();
    const person = await acme.join('OPERATOR');
    const phone = await TestDevice.register(person, now);
    const typed = [
      phone.event(entry(wellId, 40, '2025-03-08')),
      phone.event(entry(wellId, 41, '2025-03-09')),
    ];
    await setUser(idOf(person), { role: 'VIEWER' });
    expect(await phone.sync(typed)).toMatchObject({ synced: typed.map(({ id }) => id), failed: [] });
    await phone.owner.ask(sync.changes, { query: {} });
    const response = await acme.viewer.fetch('/sync/changes');
    expect(response.status).toBe(403);
  });
});

describe('a key of a person', () => {
  test('stays good for half a year after the person got another one', async () => {
    const wellId = await aWellId();
    const phone = await TestDevice.register(acme.operator, now);
    const [soon, late] = [phone.event(entry(wellId, 8)), phone.event(entry(wellId, 9, '2025-03-09'))];
    await phone.signIn(acme.operator);
    const replacedDaysAgo = (days: number) =>
      acme.database.db
        .updateTable('person_keys')
        .set({ replaced_at: new Date(Date.parse(now()) - days * DAY_MS).toISOString() })
        .where('device_id', '=', phone.id)
        .where('replaced_at', 'is not', null)
        .execute();
    await replacedDaysAgo(179);
    expect(await phone.sync([soon])).toMatchObject({ synced: [soon.id] });
    await replacedDaysAgo(181);
    expect(await phone.sync([late])).toMatchObject({ failed: [{ code: 'SIGNATURE_INVALID' }] });
  });

  test('ends with the device, and does not come back with it', async () => {
    const wellId = await aWellId();
    const person = await acme.join('OPERATOR');
    const phone = await TestDevice.register(person, now);
    const before = phone.event(entry(wellId, 40));
    await acme.admin.ask(devices.revoke, { params: { deviceId: phone.id } });
    await phone.signIn(person);
    expect(await phone.sync([before])).toMatchObject({ failed: [{ code: 'SIGNATURE_INVALID' }] });
    const anew = phone.sign({ ...before });
    expect(await phone.sync([anew])).toMatchObject({ synced: [before.id] });
  });
});

describe("after a person's end", () => {
  const ends = [
    ['removed', (userId: string) => acme.admin.ask(users.remove, { params: { userId } })],
    ['suspended', (userId: string) => setUser(userId, { status: 'SUSPENDED' })],
    ['a viewer', (userId: string) => setUser(userId, { role: 'VIEWER' })],
  ] as const;

  test.each(ends)(
    '%s: a deletion of others is refused at once, an entry from before is taken',
    async (_, end) => {
      clock.stopAt(now());
      const wellIds = [await aWellId(), await aWellId()] as const;
      const { id: equipmentId } = await acme.manager.ask(endpoints.equipment.create, {
        params: { wellId: wellIds[0] },
        body: anItem(),
      });
      await enterAs(acme.operator, wellIds[0]);
      const foreman = await acme.join('MANAGER');
      const [truck, carrier] = [
        await TestDevice.register(foreman, now),
        await TestDevice.register(acme.operator, now),
      ];
      const deletion = deletionOf(truck, wellIds[0], idOf(foreman));
      const scrap = truck.event({
        eventType: 'EQUIPMENT_DELETED',
        aggregateId: equipmentId,
        baseVersion: 1,
        payload: {},
      });
      const early = truck.event({ ...entry(wellIds[1], 40), timestamp: typedBefore() });
      await end(idOf(foreman));
      expect(await carrier.sync([deletion, scrap, early])).toMatchObject({
        synced: [early.id],
        failed: [
          { eventId: deletion.id, code: 'FORBIDDEN' },
          { eventId: scrap.id, code: 'FORBIDDEN' },
        ],
      });
      const { items } = await acme.manager.ask(endpoints.audit.events, {
        query: { wellId: wellIds[1], limit: '1' },
      });
      expect(items).toMatchObject([
        {
          carrierId: idOf(acme.operator),
          authorLeft: true,
          deviceName: 'Phone of the tests',
          chainFormat: 2,
        },
      ]);
      clock.run();
      expect((await verifyLog(acme.database.db)).faults).toEqual([]);
    },
  );

  test('what they contest waits for a person, whatever the policy', async () => {
    const wellId = await aWellId();
    const person = await acme.join('OPERATOR');
    const phone = await TestDevice.register(person, now);
    await enterAs(acme.manager, wellId, 70);
    const meeting = phone.event({ ...entry(wellId, 45), timestamp: typedBefore() });
    await setUser(idOf(person), { status: 'SUSPENDED' });
    const carrier = await TestDevice.register(acme.operator, now);
    expect(await carrier.sync([meeting])).toMatchObject({ conflicts: [{ resolution: 'USER_PROMPT' }] });
    expect(await record(wellId)).toMatchObject({ value: { oilVolume: 70 } });
  });
});

test('an event of a later protocol waits, holds up its own record, and nothing else', async () => {
  const [wellId, otherWellId] = [await aWellId(), await aWellId()];
  const phone = await TestDevice.register(acme.operator, now);
  const newer = phone.event({
    ...entry(wellId, 40),
    protocol: 3,
    payload: { productionDate: DAY, tankLevel: 7 },
  });
  const follows = phone.event(entry(wellId, 41));
  const other = phone.event(entry(otherWellId, 42));
  expect(await phone.sync([newer, follows, other])).toMatchObject({
    synced: [other.id],
    failed: [
      { eventId: newer.id, code: 'EVENT_TOO_NEW', retryable: true },
      { eventId: follows.id, code: 'EVENT_TOO_NEW', retryable: true },
    ],
  });
  const forged = { ...newer, payload: { productionDate: DAY, tankLevel: 8 } };
  expect(await phone.sync([forged])).toMatchObject({ failed: [{ code: 'SIGNATURE_INVALID' }] });
  const two = phone.event({ ...entry(otherWellId, 43, '2025-03-11'), protocol: 2 });
  expect(await phone.sync([two])).toMatchObject({ synced: [two.id] });
});

// The last one: sessions end on the way.
test("a month after a person's end nothing of theirs is taken any more, and a manager is told", async () => {
  const wellId = await aWellId();
  clock.stopAt(now());
  const person = await acme.join('OPERATOR');
  const phone = await TestDevice.register(person, now);
  const late = phone.event(entry(wellId, 41));
  await setUser(idOf(person), { status: 'SUSPENDED' });
  clock.stopAt(new Date(Date.parse(now()) + 31 * DAY_MS).toISOString());
  const colleague = await acme.operator.again();
  const carrier = await TestDevice.register(colleague, now);
  expect(await carrier.sync([late])).toMatchObject({
    failed: [{ code: 'FORBIDDEN', reason: 'Whoever entered it may enter nothing here any more.' }],
  });
  const manager = await acme.manager.again();
  const { items } = await manager.ask(devices.refusedEvents, { query: { deviceId: phone.id } });
  expect(items).toMatchObject([{ eventId: late.id, code: 'FORBIDDEN', payload: late['payload'] }]);
  clock.run();
});
