/** A device whose clock is set while entries wait: it plays the vectors of the protocol, and sends each entry with its own offset. */
import { clockVectors } from '@wellpulse/testing/clock-vectors';
import { expect, test } from 'vitest';
import { wholeOf } from '../lib/pieces.ts';
import { aDevice, aServer, piecesOf, recordOil, type TestDevice } from '../offline-client.fixture.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import type { FakeServer } from '../testing/fake-server.ts';

/** The server's answers say its time as `at` has it; those to nobody's question are lost. */
function serverAt(at: { time: string | null }): FakeServer {
  const server = aServer();
  server.onCall = (_, answer) => {
    const reply = answer();
    if (at.time === null) return { kind: 'NO_ANSWER' };
    return reply.kind === 'ANSWERED' ? { ...reply, serverTime: at.time } : reply;
  };
  return server;
}

const BOOTS = ['a', 'b', 'c', 'd'];
const PASSPHRASE = 'gauge sheet 7';

/** When each entry counts as made, by what the server was sent and when. */
function timesOf({ server }: TestDevice, now: string): Record<string, string> {
  const batches = server.callsTo('/sync/batch').map(({ body }) => body as { sentAt: string; events: Sent[] });
  return Object.fromEntries(
    batches.flatMap(({ sentAt, events }) => {
      const skew = Date.parse(now) - Date.parse(sentAt);
      return events.map(({ payload, timestamp }) => {
        const at = Math.min(Date.parse(timestamp) + skew, Date.parse(now));
        return [payload.productionDate, new Date(at).toISOString()] as const;
      });
    }),
  );
}
interface Sent {
  readonly timestamp: string;
  readonly payload: { readonly productionDate: string };
}

test.each(clockVectors)('$name', async ({ looks, countsSleep, sender, occurredAt }) => {
  const at: { time: string | null } = { time: '2020-01-01T00:00:00.000Z' };
  // Long before the day of the vector, in another boot.
  const clock = new FakeClock('2020-01-01T00:00:00.000Z');
  clock.reboot();
  const device = await aDevice(serverAt(at), { clock });
  at.time = null;
  const days = new Map<string, string>();
  let client = device.client;
  let boot = '';
  for (const look of looks) {
    clock.show({
      wall: Date.parse(look.wall),
      monotonic: look.monotonicSeconds * 1000,
      boot: String(BOOTS.indexOf(look.boot) + 10),
      countsSleep,
    });
    // A machine that starts has no program running.
    if (look.boot !== boot) {
      await client.close();
      client = await device.reopen();
      boot = look.boot;
    }
    if (look.saves !== undefined) {
      days.set(look.saves, `2015-06-1${days.size}`);
      await recordOil(client, 40, days.get(look.saves));
    }
    const isLast = look === looks.at(-1);
    if (look.hears === undefined || (isLast && sender !== undefined)) continue;
    at.time = look.hears;
    const half = (look.tookSeconds ?? 0) * 500;
    clock.advance(-half);
    const before = device.server.onCall;
    device.server.onCall = (call, answer) => {
      clock.advance(2 * half);
      // All but the last only hear the time: what waits goes on waiting.
      const isHeld = !isLast && call.path === '/sync/batch';
      const reply = before(call, answer);
      return isHeld ? { kind: 'NO_ANSWER' } : reply;
    };
    if (isLast) device.server.calls.length = 0;
    await client.sync.syncNow();
    device.server.onCall = before;
    at.time = null;
  }
  let sent = device;
  if (sender !== undefined) {
    const sealed = await wholeOf(client.exportFile(PASSPHRASE));
    const other = { time: '2020-01-01T00:00:00.000Z' };
    const otherClock = new FakeClock('2020-01-01T00:00:00.000Z', 77);
    sent = await aDevice(serverAt(other), { clock: otherClock, name: 'Truck 8' });
    other.time = sender.server;
    otherClock.reboot();
    otherClock.set(sender.wall);
    await sent.client.importFile(piecesOf(sealed), PASSPHRASE);
    await sent.client.sync.syncNow();
  }
  const times = timesOf(sent, sender?.server ?? looks.at(-1)?.hears ?? '');
  const found = Object.fromEntries([...days].map(([name, day]) => [name, times[day]]));
  expect(found).toEqual(occurredAt);
});

test('the status says how far the clock is off, until the clock is set or another answer tells otherwise', async () => {
  const at = { time: '2025-10-20T14:30:00.000Z' };
  const clock = new FakeClock('2025-10-21T14:30:00.000Z');
  const { client } = await aDevice(serverAt(at), { clock });
  const offset = async () => (await client.status.current()).clockOffsetMs;
  await client.sync.syncNow();
  expect(await offset()).toBe(-86_400_000);

  // The machine ran on: what time it is, is known without an answer.
  clock.set('2025-10-20T14:30:00.000Z');
  expect(await offset()).toBe(0);

  clock.reboot();
  clock.set('2025-10-20T12:30:00.000Z');
  expect(await offset()).toBeNull();

  await client.sync.syncNow();
  expect(await offset()).toBe(7_200_000);
});
