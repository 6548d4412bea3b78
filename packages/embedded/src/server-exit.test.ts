import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { describeExit, exitOf } from './server-exit.ts';

const ending = (code: string) => spawn(process.execPath, ['-e', code], { stdio: 'ignore' });

test('an end is told, also one that came before anybody asked', async () => {
  const child = ending('process.exit(3)');
  const asked = exitOf(child);
  await once(child, 'close');
  expect([await asked, await exitOf(child)]).toEqual([
    { code: 3, signal: null },
    { code: 3, signal: null },
  ]);
});

test('a signal is told the same way', async () => {
  const child = ending('setInterval(() => undefined, 1000)');
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(describeExit(await exitOf(child))).toBe('signal SIGKILL');
});

test('a program that is not there has ended with -1', async () => {
  expect(await exitOf(spawn('/no/such/program'))).toEqual({ code: -1, signal: null });
});
