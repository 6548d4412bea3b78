import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logTail, rotateLog } from './log-file.ts';
import { replaceFile } from './replace-file.ts';
import { ensureSecret } from './secrets.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellpulse-files-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('a secret is made once, and readable by its owner only', async () => {
  const secret = await ensureSecret(folder, 'jwt-secret');
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(await ensureSecret(folder, 'jwt-secret')).toBe(secret);
  expect((await stat(join(folder, 'jwt-secret'))).mode & 0o777).toBe(0o600);
});

test('a replaced file is readable by its owner only, whatever a killed run left beside it', async () => {
  const path = join(folder, 'runtime.json');
  await writeFile(`${path}.new`, 'half', { mode: 0o644 });
  await replaceFile(path, 'whole');
  expect(await readFile(path, 'utf8')).toBe('whole');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('each run begins a new log and keeps the one before', async () => {
  await writeFile(await rotateLog(folder, 'api'), 'first run');
  await writeFile(await rotateLog(folder, 'api'), 'second run');
  await rotateLog(folder, 'api');
  expect(await readFile(join(folder, 'api.1.log'), 'utf8')).toBe('second run');
});

test('the tail of a log is its end', async () => {
  const path = join(folder, 'api.log');
  await writeFile(path, `${'x'.repeat(10_000)}\nthe reason\n`);
  expect(await logTail(path)).toMatch(/^x{1900,2000}\nthe reason$/);
});
