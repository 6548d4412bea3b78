import { expect, test, vi } from 'vitest';
import { onceFree } from './once-free.web.ts';

const held = () =>
  new Error(
    'NoModificationAllowedError: Access Handles cannot be created if there is another open Access Handle on the file.',
  );

/** A tab: each load opens anew, and what the tab remembers stays. */
function aTab() {
  const kept = new Map<string, string>();
  const memory = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  let loads = 1;
  return {
    loads: () => loads,
    remembers: () => kept.size,
    load: (open: () => Promise<string>) =>
      new Promise<string>((resolve, reject) => {
        const reload = () => {
          loads += 1;
          start();
        };
        const start = () => void onceFree(open, { reload, memory }).then(resolve, reject);
        start();
      }),
  };
}

test('files that the page before still holds are opened by a later load of the page', async () => {
  vi.useFakeTimers();
  const tab = aTab();
  let tries = 0;
  const opened = tab.load(async () => {
    if ((tries += 1) < 3) throw held();
    return 'open';
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(await opened).toBe('open');
  expect([tab.loads(), tab.remembers()]).toEqual([3, 0]);
  vi.useRealTimers();
});

test('files that nobody gives free are given up after ten more loads', async () => {
  vi.useFakeTimers();
  const tab = aTab();
  const failed = expect(tab.load(() => Promise.reject(held()))).rejects.toThrow('NoModificationAllowedError');
  await vi.advanceTimersByTimeAsync(10_000);
  await failed;
  expect([tab.loads(), tab.remembers()]).toEqual([11, 0]);
  vi.useRealTimers();
});

test('nothing is loaded again for another error', async () => {
  const tab = aTab();
  await expect(tab.load(() => Promise.reject(new Error('file is not a database')))).rejects.toThrow();
  expect(tab.loads()).toBe(1);
});
