/** The phone's app in a browser, against the stack: what was entered without a network reaches the office once. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import { test } from '../../support/phone/phone-test.ts';
import { DAY_2, DEEP, expect } from '../../support/test.ts';

const {
  fieldWords,
  formatDayRelative,
  formTexts,
  locationWords,
  phoneWords,
  productNames,
  productionTexts,
  readingWords,
} = createWords('en');

/** A thousandth of a degree of latitude is 365 feet. */
const AT_WELL = { latitude: 31.8457, longitude: -102.3676 };
const NEAR_WELL = { ...AT_WELL, latitude: 31.846, accuracy: 5 };

// One after the other: both would build at once.
test.describe.configure({ mode: 'default' });

test(
  'a reading outlives restarts without a network, and is at the office once',
  DAY_2,
  async ({ phone, workspace }) => {
    const today = await workspace.today();
    const yesterday = addDays(today, -1);
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ ...AT_WELL, operatorIds: [user.id] }, [
      { productionDate: yesterday, oilVolume: 44.1, gasVolume: 120, waterVolume: 80 },
    ]);
    await phone.context.grantPermissions(['geolocation']);
    await phone.context.setGeolocation(NEAR_WELL);
    await phone.signIn('operator');
    await phone.turnLocationOn();
    await expect(phone.page.getByText(locationWords.within('16 ft'))).toBeVisible();
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
    await expect(phone.place()).toContainText('109 ft from the well, within 16 ft');
    await phone.saveReading(well.name);
    await phone.reopen();
    await phone.unlock();
    await expect(phone.banner()).toContainText(`${fieldWords.offline} · ${fieldWords.waiting(1)}`);

    await phone.context.setOffline(false);
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    const records = (await workspace.recordsOf(well)).filter(
      ({ productionDate }) => productionDate === today,
    );
    const { accuracy: _, ...position } = NEAR_WELL;
    const location = { ...position, accuracyFeet: 16.4, distanceFeet: 109 };
    expect(records).toMatchObject([
      { oilVolume: 44.1, waterVolume: 30, entryMethod: 'MOBILE', createdBy: user.id, location },
    ]);
    const map = await (
      await workspace.as('manager')
    ).ask(endpoints.dashboard.map, { query: { date: today } });
    expect(map.entries.filter(({ wellId }) => wellId === well.id)).toMatchObject([{ location }]);
  },
);

test(
  'above the keyboard: what is found, and a question that two taps at once do not answer',
  DAY_2,
  async ({ phone, workspace }) => {
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const yesterday = addDays(await workspace.today(), -1);
    const well = await workspace.addWell({ ...AT_WELL, operatorIds: [user.id] }, [
      { productionDate: yesterday, oilVolume: 44.1, waterVolume: 24.1 },
    ]);
    await phone.signIn('operator');
    const { page } = phone;
    // The keyboard leaves so much.
    await page.setViewportSize({ width: 360, height: 440 });
    const search = page.getByPlaceholder(fieldWords.findWell, { exact: true });
    await search.fill(well.name);
    await expect(page.getByRole('listitem').filter({ hasText: well.name })).toBeInViewport({ ratio: 0.9 });
    await search.fill('');
    await phone.openWell(well.name);
    await phone.box('WATER').fill('2410');
    const save = page.getByRole('button', { name: formTexts.saveEntry, exact: true });
    const { x, y, width, height } = (await save.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await expect(page.getByText('Water: 2,410 is 100 times yesterday. 24.1?')).toBeInViewport();
    await expect(page.getByRole('button', { name: readingWords.keep, exact: true })).toBeEnabled();
    await expect(phone.box('WATER')).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: readingWords.takeInstead('24.1'), exact: true }).click();
    await phone.box('OIL').fill('44');
    // Before the browser has time for anything else, as on a slow phone.
    await phone.box('GAS').evaluate((box) => {
      if (!(box instanceof HTMLInputElement)) throw new Error('No box');
      box.focus();
      box.setRangeText('1', 0, box.value.length, 'end');
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.keyboard.type('20');
    await expect(phone.box('GAS')).toHaveValue('120');
    await phone.saveReading(well.name);
  },
);

test('on the page of 7 days two taps at once keep no unusual volume', DEEP, async ({ phone, workspace }) => {
  const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
  const today = await workspace.today();
  const well = await workspace.addWell({ ...AT_WELL, operatorIds: [user.id] }, [
    { productionDate: addDays(today, -1), oilVolume: 44.1 },
  ]);
  await phone.signIn('operator');
  await phone.openWell(well.name);
  const { page } = phone;
  await page.getByRole('link', { name: phoneWords.moreOfWell }).click();
  await page.getByRole('link', { name: productionTexts.sevenDays, exact: true }).click();
  const oil = page.getByLabel(`${productNames.OIL}, ${formatDayRelative(today, today)}`, { exact: true });
  await oil.fill('4410');
  const save = page.getByRole('button', { name: formTexts.saveNumberOfDays(1), exact: true });
  const { x, y, width, height } = (await save.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await expect(
    page.getByText('Today, Oil: 4,410 is 100 times yesterday. 44.1?', { exact: true }),
  ).toBeInViewport();
  await expect(page.getByRole('button', { name: readingWords.keep, exact: true })).toBeEnabled();
  await expect(oil).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: readingWords.takeInstead('44.1'), exact: true }).click();
  await save.click();
  await expect
    .poll(() => workspace.recordsOf(well))
    .toContainEqual(expect.objectContaining({ productionDate: today, oilVolume: 44.1 }));
});

test(
  'no position holds up a reading: neither one that is refused, nor one that is far away or typed',
  DEEP,
  async ({ phone, workspace }) => {
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const mine = { ...AT_WELL, operatorIds: [user.id] };
    const refused = await workspace.addWell(mine);
    const typed = await workspace.addWell(mine);
    const far = await workspace.addWell(mine);
    const locationOf = async (well: typeof far) =>
      (await workspace.recordsOf(well)).map(({ location }) => location);
    await phone.signIn('operator');
    await phone.openWell(refused.name);
    await phone.turnLocationOn();
    await expect(phone.place()).toContainText(locationWords.states.REFUSED);
    await phone.enterOil(refused.name, '41');

    await phone.toRoute();
    await phone.openWell(typed.name);
    await phone.page.getByRole('button', { name: locationWords.type }).click();
    await phone.page.getByLabel(locationWords.typed, { exact: true }).fill('31.8460, -102.3676');
    await expect(phone.place()).toContainText('109 ft from the well, within 50 ft');
    await phone.enterOil(typed.name, '42');

    await phone.context.grantPermissions(['geolocation']);
    await phone.context.setGeolocation(null);
    await phone.reopen();
    await phone.unlock();
    await phone.openWell(far.name);
    // It says so after 15 s, as long as a check waits.
    await expect(phone.place()).toContainText(locationWords.states.NO_FIX, { timeout: 30_000 });
    await phone.context.setGeolocation({ ...AT_WELL, latitude: 31.8657, accuracy: 40 });
    await expect(phone.place()).toContainText(locationWords.far('1.4 miles'));
    await expect(phone.place()).toContainText(locationWords.coarse.FIX('131 ft'));
    await phone.enterOil(far.name, '43');

    // The banner hears of a save a moment after its tick.
    await expect.poll(() => locationOf(far)).toMatchObject([{ accuracyFeet: 131.2, distanceFeet: 7296 }]);
    expect(await locationOf(refused)).toEqual([null]);
    expect(await locationOf(typed)).toMatchObject([{ accuracyFeet: 50, distanceFeet: 109 }]);
  },
);
