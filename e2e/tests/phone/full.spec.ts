/** A browser that gives no more room: what is typed is saved all the same, and the phone says that it is almost full (ADR 50). */
import { endpoints } from '@wellpulse/contracts';
import { aUser, TEST_PASSWORD } from '@wellpulse/testing';
import { createWords } from '@wellpulse/words';
import { PEOPLE } from '../../support/people.ts';
import { test } from '../../support/phone/phone-test.ts';
import { DEEP, expect } from '../../support/test.ts';

/** The log of the database takes a megabyte, and an entry some 60 KB of it. */
const MOST_READINGS = 30;
const { fieldWords, phoneWords, shortOfRoom } = createWords('en');

test(
  'a full browser saves readings from the room that was kept, says so, and keeps room again once it has some',
  DEEP,
  async ({ phone, workspace }) => {
    const { page } = phone;
    const body = aUser();
    const user = await (await workspace.as('admin')).ask(endpoints.users.create, { body });
    const wells = await Promise.all(
      Array.from({ length: MOST_READINGS }, () => workspace.addWell({ operatorIds: [user.id] })),
    );
    const ballastBytes = () =>
      page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const file = await folder.getFileHandle('ballast').catch(() => null);
        return file === null ? 0 : (await file.getFile()).size;
      });
    await phone.signIn({ ...body, tenant: PEOPLE.admin.tenant, password: TEST_PASSWORD });
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    await phone.canStartOffline();
    await phone.context.setOffline(true);
    expect(await ballastBytes()).toBe(8 * 1024 * 1024);

    const browser = await phone.context.newCDPSession(page);
    const { origin } = new URL(page.url());
    const { usage } = await browser.send('Storage.getUsageAndQuota', { origin });
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage });
    const entered: typeof wells = [];
    // The log of the database has some room left. One reading more is entered after the kept room was taken.
    for (let hasRoom = true; hasRoom;) {
      hasRoom = (await ballastBytes()) > 0;
      const well = wells[entered.length];
      if (well === undefined) throw new Error('The browser still had room');
      await phone.openWell(well.name);
      await phone.enterOil(well.name, '42.5');
      await phone.toRoute();
      entered.push(well);
    }
    await page.getByRole('link', { name: phoneWords.syncTab, exact: true }).click();
    await expect(page.getByText(shortOfRoom)).toBeVisible();
    await page.getByRole('link', { name: phoneWords.device, exact: true }).click();
    await expect(page.getByText(shortOfRoom)).toBeVisible();

    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    await phone.context.setOffline(false);
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    for (const well of entered) expect(await workspace.recordsOf(well)).toMatchObject([{ oilVolume: 42.5 }]);
    await expect.poll(ballastBytes).toBe(8 * 1024 * 1024);
    await expect(page.getByText(shortOfRoom)).toBeHidden();
  },
);
