/** `test` with what the tests share: somebody signed in, further people, and ears for what a browser complains of. */
import { test as base, type Page } from '@playwright/test';
import { listenForComplaints } from './complaints.ts';
import { Office } from './office.ts';
import type { Person } from './people.ts';
import { SharedPages } from './shared-pages.ts';
import { givenAddresses } from './stack/stack-addresses.ts';

export interface OfficeOptions {
  /** Who sits at `page`; null for nobody yet. */
  person: Person | null;
  /** Whether `page` starts with nothing but a session, for tests of the session itself or of what a browser allows. */
  ownBrowser: boolean;
}

interface OfficeFixtures extends OfficeOptions {
  /** Another browser, with somebody signed in. */
  openAs: (person: Person) => Promise<Page>;
  /** Fails a test in which any page met an error, whatever else it shows. */
  noComplaints: undefined;
}

interface WorkerFixtures {
  office: Office;
  sharedPages: SharedPages;
}

export const test = base.extend<OfficeFixtures, WorkerFixtures>({
  person: ['manager', { option: true }],
  ownBrowser: [false, { option: true }],
  office: [
    async ({ playwright }, use) => {
      const addresses = givenAddresses();
      if (addresses === null) throw new Error('The global setup has not run');
      await use(new Office(addresses, playwright.request));
    },
    { scope: 'worker' },
  ],
  sharedPages: [({ browser, office }, use) => use(new SharedPages(browser, office)), { scope: 'worker' }],
  baseURL: ({ office }, use) => use(office.addresses.webUrl),
  storageState: async ({ office, person, ownBrowser }, use) => {
    const isEmpty = person === null || !ownBrowser;
    await use(isEmpty ? { cookies: [], origins: [] } : await office.newSession(person));
  },
  page: async ({ person, ownBrowser, sharedPages, context }, use) => {
    await use(await (person === null || ownBrowser ? context.newPage() : sharedPages.take(person)));
  },
  openAs: ({ sharedPages }, use) => use((person) => sharedPages.take(person)),
  noComplaints: [
    async ({ context, sharedPages, viewport }, use) => {
      const complaints: string[] = [];
      listenForComplaints(context, complaints);
      await use(undefined);
      complaints.push(...(await sharedPages.giveBack(viewport)));
      base.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Marks a test of `npm run test:deep`: one more way through what others of its file prove in `npm test`. */
export const DEEP = { tag: '@deep' } as const;

export { expect } from '@playwright/test';
