/** Who is at a phone, and what closes its screens. */
import { DEVICE_HEADER } from '@wellpulse/contracts';
import { emptyEntry } from '@wellpulse/forms';
import { problem, PUMPER } from '@wellpulse/offline/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aPhone, PASSPHRASE, WELL, type PhoneUnderTest } from '../data/phone.fixture.ts';
import { PhoneLife } from './phone-life.ts';

const DAY = '2025-10-20';
const PLACE = { wellId: WELL.id, date: DAY };

let own: PhoneUnderTest;
let life: PhoneLife;

beforeEach(async () => {
  own = await aPhone();
  await own.signIn();
  await own.phone.client.sync.syncNow();
  life = new PhoneLife(async () => ({ kind: 'OPEN', phone: own.phone }), 20);
  await life.open();
});
afterEach(() => own.end());

const sign = (): Promise<unknown> =>
  own.phone.client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL.id,
    payload: { productionDate: DAY, oilVolume: 42.5 },
  });

test('locking closes the screens at once, then the keys; what was typed is there after unlocking', async () => {
  void life.session?.desk.drafts.write(PLACE, { ...emptyEntry(DAY), oilVolume: '42.5', base: null });
  const locking = life.lock();
  expect(life.session).toBeNull();
  await locking;
  await expect(sign()).rejects.toMatchObject({ code: 'LOCKED' });
  expect((await own.unlock('south route seven')).person).toBeNull();
  await life.entered();
  expect(life.session).toBeNull();

  expect((await own.unlock(PASSPHRASE)).person).toMatchObject({ id: PUMPER.id });
  await life.entered();
  expect(life.session?.desk.drafts.read(PLACE)).toMatchObject({ oilVolume: '42.5' });
});

test('what waits is sent while the phone is locked', async () => {
  await sign();
  await life.lock();
  await own.phone.client.sync.syncNow();
  expect(own.server.records.production(WELL.id, DAY)).toMatchObject({
    oilVolume: 42.5,
    createdBy: PUMPER.id,
  });
});

test('no screen of a person stays open on a phone that is lost, also after a restart', async () => {
  own.server.onCall = () => problem(403, 'DEVICE_REVOKED');
  await own.phone.client.sync.syncNow();
  await expect.poll(() => life.session).toBeNull();
  expect(await own.unlock(PASSPHRASE)).toMatchObject({ person: null });

  own.server.onCall = () => ({ kind: 'NO_ANSWER' });
  await own.restart();
  expect((await own.phone.client.status.current()).lostAt).not.toBeNull();
  expect(await own.unlock(PASSPHRASE)).toMatchObject({ person: null });

  own.server.onCall = (_, answer) => answer();
  await own.signIn();
  expect((await own.phone.client.status.current()).lostAt).toBeNull();
  await sign();
});

test('a phone that is retired sends what waits, and is left and empty then', async () => {
  await sign();
  own.server.onCall = (_, answer) => {
    const reply = answer();
    return reply.kind === 'ANSWERED'
      ? { ...reply, headers: { [DEVICE_HEADER.toLowerCase()]: 'RETIRING' } }
      : reply;
  };
  await own.phone.client.sync.syncNow();
  await expect.poll(() => life.session).toBeNull();
  expect(own.server.records.production(WELL.id, DAY)).toMatchObject({ oilVolume: 42.5 });
  expect(await own.phone.client.sessions.people()).toEqual([]);
  expect((await own.phone.client.status.current()).retiredAt).not.toBeNull();
});

test('closed keys leave no screen open, and a key that is sealed anew closes none', async () => {
  await own.phone.client.sessions.lock();
  own.phone.client.status.changed();
  await expect.poll(() => life.session).toBeNull();

  await own.unlock(PASSPHRASE);
  await life.entered();
  const before = life.session;
  // As in the midst of a sign-in.
  await own.phone.client.sessions.lock();
  own.phone.client.status.changed();
  await own.unlock(PASSPHRASE);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(life.session).toBe(before);
});

test('a status that is told while somebody comes closes nothing of theirs', async () => {
  await life.lock();
  await own.unlock(PASSPHRASE);
  await life.entered();
  await own.phone.client.sync.syncNow();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(life.session?.person.id).toBe(PUMPER.id);
});
