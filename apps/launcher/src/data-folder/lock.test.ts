import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { askHolder, isLock, socketPath, takeLock, type Lock } from './lock.mjs';

async function take(name: string): Promise<Lock> {
  const result = await takeLock(name);
  if (!isLock(result)) throw new Error(`Held by process ${String(result.pid)}`);
  onTestFinished(() => result.release());
  return result;
}

test('a second taker is told who holds the lock', async () => {
  const name = randomUUID();
  await take(name);
  expect(await takeLock(name)).toEqual({ pid: process.pid, stopping: false });
});

test('whoever asks is told that the holder is about to end', async () => {
  const name = randomUUID();
  const lock = await take(name);
  lock.markStopping();
  expect(await askHolder(name)).toEqual({ pid: process.pid, stopping: true });
});

test('many who take it and let it go at once meet no error', async () => {
  const name = randomUUID();
  const takeOften = async (): Promise<void> => {
    for (let turn = 0; turn < 100; turn += 1) {
      const result = await takeLock(name);
      if (isLock(result)) await result.release();
    }
  };
  await Promise.all(Array.from({ length: 12 }, takeOften));
});

test('a released lock can be taken again', async () => {
  const name = randomUUID();
  const lock = await take(name);
  await lock.release();
  expect(await askHolder(name)).toBeUndefined();
  await take(name);
});

test('of many that want the lock at once, one gets it', async () => {
  const name = randomUUID();
  const results = await Promise.all(Array.from({ length: 10 }, () => takeLock(name)));
  const locks = results.filter(isLock);
  onTestFinished(async () => {
    await Promise.all(locks.map((lock) => lock.release()));
  });
  expect(locks).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')('a holder that was killed -9 holds nothing', async () => {
  const name = randomUUID();
  const holder = fork(fileURLToPath(new URL('./hold-lock.fixture.ts', import.meta.url)), [name], {
    execArgv: [],
  });
  await once(holder, 'message');
  expect(await askHolder(name)).toEqual({ pid: holder.pid, stopping: false });
  holder.kill('SIGKILL');
  await once(holder, 'exit');

  expect((await stat(socketPath(name))).isSocket()).toBe(true);
  await take(name);
});

test('the socket path is short enough for every system', () => {
  expect(socketPath('/a/very/long/path'.repeat(30)).length).toBeLessThan(100);
});
