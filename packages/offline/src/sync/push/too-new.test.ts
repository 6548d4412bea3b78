/** An entry that only a newer server understands waits a day, or until there is one. Clocks that are set make nothing wait longer. */
import { expect, test } from 'vitest';
import { aDevice, recordOil, type TestDevice } from '../../offline-client.fixture.ts';
import type { SqliteDriver, SqliteExecutor } from '../../ports/sqlite.ts';
import type { Reply } from '../../ports/transport.ts';

const MINUTE_MS = 60_000;
const STEP_MS = 5 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Syncs by itself as time passes. */
async function letPass({ client, clock }: TestDevice, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    clock.advance(Math.min(left, STEP_MS));
    await expect.poll(() => client.sync.state.running, { interval: 1 }).toBeNull();
  }
}

const knowing = (version: number, reply: Reply): Reply =>
  reply.kind === 'ANSWERED'
    ? { ...reply, headers: { ...reply.headers, 'wellpulse-protocol': String(version) } }
    : reply;

/** A device with an entry of version 2 that its server, which knows version 1, called too new once. */
async function aDeviceAhead(): Promise<TestDevice & { readonly tries: () => number }> {
  const device = await aDevice();
  const { client, server } = device;
  server.onCall = (_, answer) => knowing(1, answer());
  server.judge = () => ({ code: 'EVENT_TOO_NEW', retryable: true });
  await recordOil(client, 42.5);
  client.sync.start();
  await letPass(device, STEP_MS);
  const tries = () => server.callsTo('/sync/batch').length;
  expect(tries()).toBe(1);
  return { ...device, tries };
}

test('an entry that is too new for the server is tried again once a day, and is listed meanwhile', async () => {
  const device = await aDeviceAhead();
  await letPass(device, 23 * HOUR_MS);
  expect(device.tries()).toBe(1);
  await letPass(device, 2 * HOUR_MS);
  expect(device.tries()).toBe(2);
  expect(await device.client.pendingList().all()).toMatchObject([
    { retryCount: 2, problem: { code: 'EVENT_TOO_NEW' } },
  ]);
});

test('it is tried at once when the server knows a higher version', async () => {
  const device = await aDeviceAhead();
  const { server } = device;
  server.judge = () => undefined;
  server.onCall = (_, answer) => knowing(2, answer());
  await letPass(device, 2 * STEP_MS);
  expect(device.tries()).toBe(2);
  expect(await device.client.pendingList().all()).toEqual([]);
});

test('a server that goes back to an older version and comes back is a newer one', async () => {
  const device = await aDeviceAhead();
  const { server } = device;
  server.onCall = (_, answer) => knowing(0, answer());
  await letPass(device, STEP_MS);
  server.onCall = (_, answer) => knowing(1, answer());
  await letPass(device, 2 * STEP_MS);
  expect(device.tries()).toBe(2);
});

/** It said "too new", and nobody heard it. It knows more now, and says the same again: so it answered this key. */
test.each([
  ['risen', 1],
  ['an older one for a while, and nobody heard of it', 2],
])('an answer of before makes no entry wait for a day: the server has %s', async (_, heard) => {
  const device = await aDevice();
  const { client, server } = device;
  server.onCall = (_call, answer) => knowing(heard, answer());
  await client.sync.syncNow();
  await recordOil(client, 42.5);
  server.judge = () => ({ code: 'EVENT_TOO_NEW', retryable: true });
  let isCut = false;
  server.onCall = ({ path }, answer) => {
    const reply = isCut ? null : knowing(heard, answer());
    isCut ||= path === '/sync/batch';
    return isCut || reply === null ? { kind: 'NO_ANSWER' } : reply;
  };
  await client.sync.syncNow();
  server.judge = () => undefined;
  server.onCall = (_call, answer) => knowing(2, answer());
  await client.sync.syncNow();
  client.sync.start();
  await letPass(device, 2 * STEP_MS);
  const [first, again, anew, ...more] = server.callsTo('/sync/batch').map(({ options }) => options);
  expect(again?.idempotencyKey).toBe(first?.idempotencyKey);
  expect(anew?.idempotencyKey).not.toBe(first?.idempotencyKey);
  expect(more).toEqual([]);
  expect(await client.pendingList().all()).toEqual([]);
});

/** A disk that fails with one number of the server, and with nothing else. */
const failingWith =
  (value: string) =>
  (driver: SqliteDriver): SqliteDriver => {
    const failing = (executor: SqliteExecutor): SqliteExecutor => ({
      execute: async (sql, params = []) => {
        if (params.includes('server_protocol') && params.includes(value)) throw new Error('disk I/O error');
        return executor.execute(sql, params);
      },
      query: (sql, params) => executor.query(sql, params),
    });
    return {
      ...failing(driver),
      transaction: (run) => driver.transaction((tx) => run(failing(tx))),
      close: () => driver.close(),
    };
  };

test('so it is where the disk could not keep that it had gone back', async () => {
  const ahead = await aDeviceAhead();
  await ahead.client.close();
  const device = { ...ahead, client: await ahead.reopen(failingWith('0')) };
  const { server, client } = device;
  server.onCall = (_, answer) => knowing(0, answer());
  client.sync.start();
  await letPass(device, STEP_MS);
  expect(device.tries()).toBe(1);
  server.onCall = (_, answer) => knowing(1, answer());
  await letPass(device, 2 * STEP_MS);
  expect(device.tries()).toBe(2);
});

test.each([
  ['INTERNAL', '2025-10-20T14:00:00.000Z'],
  ['EVENT_TOO_NEW', '2025-10-20T02:30:00.000Z'],
  ['EVENT_TOO_NEW', '2019-01-01T00:00:00.000Z'],
] as const)(
  'after the clock was set back nobody waits for the time of a former %s (%s)',
  async (code, earlier) => {
    const device = await aDevice();
    const { client, server, clock } = device;
    server.onCall = (_, answer) => knowing(1, answer());
    server.judge = () => ({ code, retryable: true });
    await recordOil(client, 42.5);
    await client.sync.syncNow();
    server.judge = () => undefined;
    clock.set(earlier);
    client.sync.start();
    await letPass(device, STEP_MS);
    expect(await client.pendingList().all()).toEqual([]);
  },
);
