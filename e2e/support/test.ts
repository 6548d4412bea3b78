/** `test` with what the tests share: somebody signed in, further people, and ears for what a browser complains of. */
import { test as base, type Page } from '@playwright/test';
import { collectConsoleErrors } from './console-errors.ts';
import { Workspace } from './workspace.ts';
import type { Person } from './people.ts';
import { SharedPages } from './shared-pages.ts';
import { givenAddresses } from './stack/stack-addresses.ts';

export interface WorkspaceOptions {
  /** Who sits at `page`; null for nobody yet. */
  person: Person | null;
  /** Whether `page` starts with nothing but a session, for tests of the session itself or of what a browser allows. */
  ownBrowser: boolean;
}

interface WorkspaceFixtures extends WorkspaceOptions {
  /** Another browser, with somebody signed in. */
  openAs: (person: Person) => Promise<Page>;
  /** Fails a test in which any page met an error, whatever else it shows. */
  noConsoleErrors: undefined;
}

interface WorkerFixtures {
  workspace: Workspace;
  sharedPages: SharedPages;
}

export const test = base.extend<WorkspaceFixtures, WorkerFixtures>({
  person: ['manager', { option: true }],
  ownBrowser: [false, { option: true }],
  workspace: [
    async ({ playwright }, use) => {
      const addresses = givenAddresses();
      if (addresses === null) throw new Error('The global setup has not run');
      await use(new Workspace(addresses, playwright.request));
    },
    { scope: 'worker' },
  ],
  sharedPages: [
    ({ browser, workspace }, use) => use(new SharedPages(browser, workspace)),
    { scope: 'worker' },
  ],
  baseURL: ({ workspace }, use) => use(workspace.addresses.webUrl),
  storageState: async ({ workspace, person, ownBrowser }, use) => {
    const isEmpty = person === null || !ownBrowser;
    await use(isEmpty ? { cookies: [], origins: [] } : await workspace.newSession(person));
  },
  page: async ({ person, ownBrowser, sharedPages, context }, use) => {
    await use(await (person === null || ownBrowser ? context.newPage() : sharedPages.take(person)));
  },
  openAs: ({ sharedPages }, use) => use((person) => sharedPages.take(person)),
  noConsoleErrors: [
    async ({ context, sharedPages, viewport }, use) => {
      const consoleErrors: string[] = [];
      collectConsoleErrors(context, consoleErrors);
      await use(undefined);
      consoleErrors.push(...(await sharedPages.giveBack(viewport)));
      base.expect(consoleErrors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Marks a test of `npm run test:deep`: one more way through what others of its file prove in `npm test`. */
export const DEEP = { tag: '@deep' } as const;

/** Mark a test of every fifth day: five days of `npm test` run all of them, and `npm run test:deep` does at once. */
export const DAY_1 = { tag: '@day-1' } as const;
export const DAY_2 = { tag: '@day-2' } as const;
export const DAY_3 = { tag: '@day-3' } as const;
export const DAY_4 = { tag: '@day-4' } as const;
export const DAY_5 = { tag: '@day-5' } as const;
export const DAYS = [DAY_1, DAY_2, DAY_3, DAY_4, DAY_5];

export { expect } from '@playwright/test';
