/** `test` with what the tests share: somebody signed in, further people, and ears for what a browser complains of. */
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { listenForComplaints } from './complaints.ts';
import { Office } from './office.ts';
import type { Person } from './people.ts';
import { givenAddresses } from './stack-addresses.ts';

export interface OfficeOptions {
  /** Who sits at `page`; null for nobody yet. */
  person: Person | null;
}

interface OfficeFixtures extends OfficeOptions {
  /** Another browser, with somebody signed in. */
  openAs: (person: Person) => Promise<Page>;
  /** Fails a test in which any page met an error, whatever else it shows. */
  noComplaints: undefined;
}

interface WorkerFixtures {
  office: Office;
}

export const test = base.extend<OfficeFixtures, WorkerFixtures>({
  person: ['manager', { option: true }],
  office: [
    async ({ playwright }, use) => {
      const addresses = givenAddresses();
      if (addresses === null) throw new Error('The global setup has not run');
      await use(new Office(addresses, playwright.request));
    },
    { scope: 'worker' },
  ],
  baseURL: ({ office }, use) => use(office.addresses.webUrl),
  storageState: async ({ office, person }, use) => {
    await use(person === null ? { cookies: [], origins: [] } : await office.browserOf(person));
  },
  openAs: async ({ browser, office }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (person) => {
      const context = await browser.newContext({ storageState: await office.browserOf(person) });
      contexts.push(context);
      listenForComplaints(context, complaints);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    base.expect(complaints).toEqual([]);
  },
  noComplaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      listenForComplaints(context, complaints);
      await use(undefined);
      base.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
