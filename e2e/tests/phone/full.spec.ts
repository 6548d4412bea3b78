/** A browser that gives no more room: what is typed is saved all the same, and the phone says that it is almost full (ADR 50). */
import { endpoints } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { test } from '../../support/phone/phone-test.ts';
import { DEEP, expect } from '../../support/test.ts';

const { deskWords, fieldWords, phoneWords, shortOfRoom } = createWords('en');

test(
  'a full browser saves readings from the room that was kept, says so, and keeps room again once it has some',
  DEEP,
  async ({ phone, workspace }) => {
    const { page } = phone;
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const wells = [];
    for (let count = 0; count < 3; count += 1)
      wells.push(await workspace.addWell({ operatorIds: [user.id] }));
    const ballastBytes = () =>
      page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const file = await folder.getFileHandle('ballast').catch(() => null);
        return file === null ? 0 : (await file.getFile()).size;
      });
    await phone.signIn('operator');
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    await phone.canStartOffline();
    await phone.context.setOffline(true);
    expect(await ballastBytes()).toBe(8 * 1024 * 1024);

    const browser = await phone.context.newCDPSession(page);
    const { origin } = new URL(page.url());
    const { usage } = await browser.send('Storage.getUsageAndQuota', { origin });
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage });
    for (const well of wells) {
      await phone.openWell(well.name);
      await phone.enterOil(well.name, '42.5');
      await phone.toRoute();
    }
    expect(await ballastBytes()).toBe(0);
    await page.getByRole('link', { name: deskWords.sync, exact: true }).click();
    await expect(page.getByText(shortOfRoom)).toBeVisible();
    await page.getByRole('link', { name: phoneWords.device, exact: true }).click();
    await expect(page.getByText(shortOfRoom)).toBeVisible();

    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    await phone.context.setOffline(false);
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    for (const well of wells) expect(await workspace.recordsOf(well)).toMatchObject([{ oilVolume: 42.5 }]);
    await expect.poll(ballastBytes).toBe(8 * 1024 * 1024);
    await expect(page.getByText(shortOfRoom)).toBeHidden();
  },
);
