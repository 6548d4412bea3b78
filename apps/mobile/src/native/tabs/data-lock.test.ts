/** Tabs of one browser over one manager of locks, as a browser has it for all pages of an origin. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeData as takeDataOfPhone } from './data-lock.ts';

type Lock = object | null;

/** As much of the browser's manager of locks as the tabs use. What is held, is held until its tab is closed. */
class Manager {
  #holder: string | null = null;
  #queue: { readonly tab: string; readonly give: () => void }[] = [];

  of(tab: string) {
    return {
      request: (
        _name: string,
        { ifAvailable = false, signal }: LockOptions,
        run: (lock: Lock) => Promise<never> | undefined,
      ): Promise<void> => {
        const give = (): void => {
          this.#holder = tab;
          void run({});
        };
        if (this.#holder === null) give();
        else if (ifAvailable) void run(null);
        else {
          return new Promise((_, reject) => {
            this.#queue.push({ tab, give });
            signal?.addEventListener('abort', () => {
              this.#queue = this.#queue.filter((waiting) => waiting.give !== give);
              reject(new DOMException('Aborted', 'AbortError'));
            });
          });
        }
        return Promise.resolve();
      },
    };
  }

  close(tab: string): void {
    this.#queue = this.#queue.filter((waiting) => waiting.tab !== tab);
    if (this.#holder !== tab) return;
    this.#holder = null;
    this.#queue.shift()?.give();
  }
}

let manager: Manager;
beforeEach(() => {
  manager = new Manager();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Another page: a module of its own. */
async function openTab(name: string) {
  vi.resetModules();
  vi.stubGlobal('navigator', { locks: manager.of(name) });
  const { takeData, onDataFree } = await import('./data-lock.web.ts');
  const inThisTab = <Value>(act: () => Value): Value => {
    vi.stubGlobal('navigator', { locks: manager.of(name) });
    return act();
  };
  return {
    takeData: () => inThisTab(takeData),
    onDataFree: (run: () => void) => inThisTab(() => onDataFree(run)),
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test('the first tab has the data, also when it asks again, and the second one has not', async () => {
  const [first, second] = [await openTab('first'), await openTab('second')];
  expect([await first.takeData(), await first.takeData()]).toEqual([true, true]);
  expect([await second.takeData(), await second.takeData()]).toEqual([false, false]);
});

test('a second tab that waits is told when the first one closes, and has the data then', async () => {
  const [first, second] = [await openTab('first'), await openTab('second')];
  await first.takeData();
  let told = 0;
  second.onDataFree(() => (told += 1));
  await settled();
  expect(told).toBe(0);
  manager.close('first');
  await settled();
  expect([told, await second.takeData()]).toEqual([1, true]);
});

test('who no longer waits is told nothing, and leaves the data to the next one', async () => {
  const [first, second, third] = [await openTab('first'), await openTab('second'), await openTab('third')];
  await first.takeData();
  let told = 0;
  second.onDataFree(() => (told += 1))();
  manager.close('first');
  await settled();
  expect([told, await third.takeData()]).toEqual([0, true]);
});

test('a phone runs one program', async () => {
  expect(await takeDataOfPhone()).toBe(true);
});
