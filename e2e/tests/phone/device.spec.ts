/** The device itself: a second tab of its browser, its look and language, what it holds, and who signs in and out. */
import { endpoints } from '@wellpulse/contracts';
import { LANGUAGE_NAMES, createWords } from '@wellpulse/words';
import { PASSPHRASE, type Phone } from '../../support/phone/phone.ts';
import { test } from '../../support/phone/phone-test.ts';
import { PEOPLE } from '../../support/people.ts';
import { DEEP, expect } from '../../support/test.ts';

const words = createWords('en');
const spanish = createWords('es');
const { deskWords, fieldWords, phoneWords, sessionWords, shellWords, thisDeviceWords } = words;

const openDevice = ({ page }: Phone, name = phoneWords.device) =>
  page.getByRole('link', { name, exact: true }).click();
const choose = ({ page }: Phone, name: string) => page.getByRole('radio', { name, exact: true }).click();
const canvasOf = ({ page }: Phone): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test(
  'a second tab says so and touches no data; when the first one closes, it goes on with what was saved there',
  DEEP,
  async ({ phone, workspace }) => {
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ operatorIds: [user.id] });
    await phone.signIn('operator');
    await phone.canStartOffline();
    const first = phone.page;
    const second = await phone.context.newPage();
    await second.goto(first.url());
    const said = second.getByRole('heading', { name: phoneWords.otherTab.title });
    await expect(said).toBeVisible();
    await second.getByRole('button', { name: deskWords.tryAgain }).click();
    await expect(said).toBeVisible();
    // SQLite of a browser lives in a worker.
    expect([first.workers().length, second.workers().length]).toEqual([1, 0]);

    await phone.openWell(well.name);
    await phone.enterOil(well.name, '42.5');
    await first.close();
    await second.getByLabel(deskWords.passphrase, { exact: true }).fill(PASSPHRASE);
    await second.getByRole('button', { name: fieldWords.unlock, exact: true }).click();
    await expect(second.getByText(fieldWords.route, { exact: true })).toBeVisible();
    expect(second.workers()).toHaveLength(1);
    await expect.poll(() => workspace.recordsOf(well)).toMatchObject([{ oilVolume: 42.5 }]);
  },
);

test(
  'the look and the language hold at once, after a restart, and on the lock screen',
  DEEP,
  async ({ phone }) => {
    await phone.signIn('operator');
    await openDevice(phone);
    const before = await canvasOf(phone);
    await choose(phone, shellWords.themeNames.dark);
    await expect.poll(() => canvasOf(phone)).not.toBe(before);
    const dark = await canvasOf(phone);
    await choose(phone, LANGUAGE_NAMES.es);
    await expect(phone.page.getByText(spanish.thisDeviceWords.version, { exact: true })).toBeVisible();
    await phone.reopen();
    await expect(
      phone.page.getByRole('button', { name: spanish.fieldWords.unlock, exact: true }),
    ).toBeVisible();
    expect(await canvasOf(phone)).toBe(dark);
    expect(await phone.page.evaluate(() => document.documentElement.lang)).toBe('es');
  },
);

test(
  'a person chooses a new passphrase, sees what waits, and signs out once nothing does',
  DEEP,
  async ({ phone, workspace }) => {
    const { page } = phone;
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ operatorIds: [user.id] });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click();
    await phone.signIn('operator');
    await openDevice(phone);
    await page.getByRole('link', { name: thisDeviceWords.newPassphrase }).click();
    const another = 'south route eight';
    await page.getByLabel(sessionWords.password, { exact: true }).fill(PEOPLE.operator.password);
    await page.getByLabel(deskWords.passphrase, { exact: true }).fill(another);
    await press(sessionWords.signIn);
    await expect(page.getByRole('group', { name: thisDeviceWords.storage })).toBeVisible();
    await press(fieldWords.lock);
    await phone.unlock(another);
    // The same person goes on where they were.
    await page.getByRole('link', { name: fieldWords.route, exact: true }).click();

    await phone.canStartOffline();
    await phone.context.setOffline(true);
    await phone.openWell(well.name);
    await phone.enterOil(well.name, '42.5');
    await phone.reopen();
    await phone.unlock(another);
    await openDevice(phone);
    const storage = phone.page.getByRole('group', { name: thisDeviceWords.storage });
    await expect(storage).toContainText(thisDeviceWords.waits(deskWords.content(1, 0), null));
    const signOut = phone.page.getByRole('button', { name: sessionWords.signOut, exact: true });
    await signOut.click();
    await signOut.last().click();
    const refused = phone.page.getByRole('alert');
    await expect(refused).toContainText('not at the server yet');
    await phone.page.getByRole('button', { name: words.controlTexts.cancel }).click();

    await phone.context.setOffline(false);
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    await signOut.click();
    await signOut.last().click();
    await expect(phone.page.getByLabel(sessionWords.email, { exact: true })).toBeVisible();
  },
);
