import type { ServerExit } from '@wellpulse/embedded';
import { expect, test } from 'vitest';
import { supervise, type Service } from './supervise.ts';

const crash: ServerExit = { code: 1, signal: null };

/** A service whose starts end as the test says, in surroundings whose clock and pauses the test sees. */
function setUp() {
  const lines: string[] = [];
  const pauses: number[] = [];
  const ends: ((exit: ServerExit) => void)[] = [];
  const started: (() => void)[] = [];
  let time = 0;
  let starts = 0;
  let failures = 0;
  const service: Service = {
    name: 'the API',
    start: async (signal) => {
      signal.throwIfAborted();
      starts += 1;
      if (failures > 0) {
        failures -= 1;
        throw new Error('no luck');
      }
      const { promise, resolve } = Promise.withResolvers<ServerExit>();
      ends.push(resolve);
      started.shift()?.();
      const stop = async () => {
        resolve({ code: 0, signal: null });
        await promise;
      };
      return { exited: promise, stop, kill: () => undefined };
    },
  };
  const giveUp = new AbortController();
  return {
    lines,
    pauses,
    giveUp,
    starts: () => starts,
    failNext: (count: number) => (failures = count),
    pass: (milliseconds: number) => (time += milliseconds),
    /** Ends the running service; settles when it runs again. */
    crash: async () => {
      const again = new Promise<void>((resolve) => started.push(resolve));
      ends.at(-1)?.(crash);
      await again;
    },
    supervised: () =>
      supervise(service, {
        say: (line) => lines.push(line),
        signal: giveUp.signal,
        pause: async (milliseconds, signal) => {
          signal.throwIfAborted();
          pauses.push(milliseconds);
        },
        now: () => time,
      }),
  };
}

test('a service that ends unexpectedly is started again, and the person at the terminal is told', async () => {
  const world = setUp();
  const supervised = await world.supervised();
  await world.crash();
  await supervised.stop();
  expect(world.starts()).toBe(2);
  expect(world.lines[0]).toBe('The API ended unexpectedly (exit code 1); starting it again in 1 s');
});

test('the pause doubles with each failure in a row, up to ten seconds', async () => {
  const world = setUp();
  const supervised = await world.supervised();
  for (let i = 0; i < 6; i += 1) await world.crash();
  await supervised.stop();
  expect(world.pauses).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('a start that fails later on counts as a failure too', async () => {
  const world = setUp();
  const supervised = await world.supervised();
  world.failNext(2);
  await world.crash();
  await supervised.stop();
  expect(world.pauses).toEqual([1_000, 2_000, 4_000]);
  expect(world.lines).toContain('no luck');
});

test('after a minute of steady running the pauses begin anew', async () => {
  const world = setUp();
  const supervised = await world.supervised();
  await world.crash();
  await world.crash();
  world.pass(61_000);
  await world.crash();
  await supervised.stop();
  expect(world.pauses).toEqual([1_000, 2_000, 1_000]);
});

test('a stop is no reason to start again', async () => {
  const world = setUp();
  const supervised = await world.supervised();
  await supervised.stop();
  expect(world.starts()).toBe(1);
  expect(world.lines).toEqual([]);
});

test('a failure of the very first start is passed on', async () => {
  const world = setUp();
  world.failNext(1);
  await expect(world.supervised()).rejects.toThrow('no luck');
});

test('once the whole stack is stopping, a part that ends is left alone', async () => {
  const world = setUp();
  const supervised = await world.supervised();
  world.giveUp.abort();
  await supervised.stop();
  expect(world.starts()).toBe(1);
});
