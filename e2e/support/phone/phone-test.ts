/** `test` with phones: the app in a browser, below the stack's own address. */
import { test as base } from '../test.ts';
import { buildPhone, Phone } from './phone.ts';

interface PhoneFixtures {
  /** Another phone at each call: nobody has signed in on it. */
  unpack: () => Promise<Phone>;
  phone: Phone;
}

export const test = base.extend<PhoneFixtures>({
  unpack: [
    async ({ browser, workspace }, use) => {
      await buildPhone();
      const contexts: { close: () => Promise<void> }[] = [];
      await use(async () => {
        const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
        contexts.push(context);
        return Phone.unpack(context, workspace.addresses.webUrl);
      });
      for (const context of contexts) await context.close();
    },
    // The app may have to be built first.
    { timeout: 300_000 },
  ],
  phone: async ({ unpack }, use) => {
    await use(await unpack());
  },
});
