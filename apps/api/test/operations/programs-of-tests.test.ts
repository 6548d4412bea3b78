/** A program that a test starts is gone with the tests, however those come to their end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/until.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellpulse-programs-'));
  await writeFile(join(folder, 'endless.mjs'), 'setInterval(() => undefined, 60_000);');
  const module = JSON.stringify(new URL('../support/program.ts', import.meta.url).href);
  const endless = JSON.stringify(join(folder, 'endless.mjs'));
  await writeFile(
    join(folder, 'tests.mjs'),
    `import { startProgram } from ${module};
     const { child } = startProgram(${endless}, [], {});
     process.stdout.write(child.pid + '\\n');
     if (process.argv[2] === 'fails') throw new Error('A test fails');`,
  );
});
afterAll(() => rm(folder, { recursive: true }));

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.each(['fails', 'SIGTERM', 'SIGKILL'] as const)('the tests end by %s', async (end) => {
  const tests = spawn(process.execPath, [join(folder, 'tests.mjs'), end], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: tests.stdout }), 'line')) as [string];
  const pid = Number(line);
  if (end === 'fails') expect(pid).toBeGreaterThan(0);
  else {
    expect(isThere(pid)).toBe(true);
    tests.kill(end);
  }
  await until('it is gone', async () => !isThere(pid) || null);
});
