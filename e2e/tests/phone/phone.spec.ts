/** The phone's app in a browser, against the stack: what was entered without a network reaches the office once. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import { buildPhone, Phone } from '../../support/phone/phone.ts';
import { DAY_2, expect, test as base } from '../../support/test.ts';

const { fieldWords, formatDayRelative, readingWords } = createWords('en');

const test = base.extend<{ phone: Phone }>({
  phone: async ({ browser, workspace }, use) => {
    await buildPhone();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await use(await Phone.unpack(context, workspace.addresses.webUrl));
    await context.close();
  },
});

test(
  'a reading outlives restarts without a network, and is at the office once',
  DAY_2,
  async ({ phone, workspace }) => {
    // The app may have to be built first.
    test.setTimeout(240_000);
    const today = await workspace.today();
    const yesterday = addDays(today, -1);
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ operatorIds: [user.id] }, [
      { productionDate: yesterday, oilVolume: 44.1, gasVolume: 120, waterVolume: 80 },
    ]);
    await phone.signIn('operator');
    await phone.openWell(well.name);
    await expect(phone.page.getByText(`${formatDayRelative(yesterday, today)} 44.1`)).toBeVisible();
    await phone.canStartOffline();
    await phone.context.setOffline(true);
    await expect(phone.banner()).toContainText(fieldWords.offline);

    // A slip of the finger is asked about once, and a large change is remarked on.
    await phone.box('OIL').fill('4410');
    await phone.save();
    await phone.page.getByRole('button', { name: readingWords.takeInstead('44.1') }).click();
    await phone.box('WATER').fill('30');
    await expect(phone.page.getByText('against 80.0 the day before')).toBeVisible();

    // What is typed outlives the page that dies before it was saved. It is on the disk a moment after the finger.
    await phone.page.waitForTimeout(500);
    await phone.reopen();
    await phone.unlock();
    await phone.openWell(well.name);
    await expect(phone.box('WATER')).toHaveValue('30');
    await phone.save();
    await expect(phone.page.getByText(`${well.name}: ${fieldWords.saved}`)).toBeVisible();
    await phone.reopen();
    await phone.unlock();
    await expect(phone.banner()).toContainText(`${fieldWords.offline} · ${fieldWords.waiting(1)}`);

    await phone.context.setOffline(false);
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    const records = (await workspace.recordsOf(well)).filter(
      ({ productionDate }) => productionDate === today,
    );
    expect(records).toMatchObject([
      { oilVolume: 44.1, waterVolume: 30, entryMethod: 'MOBILE', createdBy: user.id },
    ]);
  },
);
