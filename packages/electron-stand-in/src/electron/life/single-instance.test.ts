import { mkdtempSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onOtherInstance, releaseLock, takeLock, tellHolder } from './single-instance.ts';

let folder = '';
const lock = (): string => join(folder, 'stand-in.lock');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'instance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder is held until its holder lets go', () => {
  expect(takeLock(folder)).toBe(true);
  expect(readlinkSync(lock())).toBe(String(process.pid));
  releaseLock(folder);
  expect(() => readlinkSync(lock())).toThrow('ENOENT');
});

test('the lock of a process that is gone counts for nothing', () => {
  symlinkSync(String(2 ** 30), lock());
  expect(takeLock(folder)).toBe(true);
});

test('the lock of another process is not let go of', () => {
  symlinkSync(String(process.ppid), lock());
  releaseLock(folder);
  expect(readlinkSync(lock())).toBe(String(process.ppid));
});

test('the holder is told what another instance says', async () => {
  const told = vi.fn();
  onOtherInstance(folder, told);
  const other = { argv: ['electron', '--again'], workingDirectory: '/', data: { well: 1 } };
  tellHolder(folder, other);
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(other));
  expect(told).toHaveBeenCalledTimes(1);
});
