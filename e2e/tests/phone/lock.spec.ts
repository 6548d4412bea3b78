/** What closes the phone: a quarter of an hour without a touch, the office that calls it lost, and its retirement. */
import { endpoints } from '@wellpulse/contracts';
import { aUser, TEST_PASSWORD } from '@wellpulse/testing';
import { createWords } from '@wellpulse/words';
import { PASSPHRASE, type Phone } from '../../support/phone/phone.ts';
import { test } from '../../support/phone/phone-test.ts';
import { PEOPLE } from '../../support/people.ts';
import { DEEP, expect } from '../../support/test.ts';
import type { Workspace } from '../../support/workspace.ts';

const words = createWords('en');
const { controlTexts, deskWords, fieldWords, lockWords, sessionWords } = words;

/** The passphrase box of the lock screen. */
const lockBox = ({ page }: Phone) => page.getByLabel(deskWords.passphrase, { exact: true });
const press = ({ page }: Phone, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A pumper of one test alone: other tests register devices of the operator meanwhile. */
async function aPumper(workspace: Workspace) {
  const body = aUser();
  const { id } = await (await workspace.as('admin')).ask(endpoints.users.create, { body });
  return { id, ...body, tenant: PEOPLE.admin.tenant, password: TEST_PASSWORD };
}

/** The one device of a person. */
async function deviceOf(workspace: Workspace, userId: string): Promise<string> {
  const { items } = await (await workspace.as('admin')).ask(endpoints.devices.list, {});
  const device = items.find((each) => each.userId === userId);
  if (device === undefined) throw new Error('The person has no device');
  return device.id;
}

test(
  'a phone that nobody touches locks itself, goes on sending, and has kept what was typed',
  DEEP,
  async ({ phone, workspace }) => {
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ operatorIds: [user.id] });
    const other = await workspace.addWell({ operatorIds: [user.id] });
    await phone.context.clock.install();
    await phone.page.reload();
    await phone.signIn('operator');
    await phone.openWell(other.name);
    await phone.canStartOffline();
    await phone.context.setOffline(true);
    await phone.enterOil(other.name, '31');
    await phone.reopen();
    await phone.unlock();
    await phone.openWell(well.name);
    await phone.box('OIL').fill('42');

    // A key counts as a touch: ten minutes before it and ten after it lock nothing.
    await phone.context.clock.fastForward('10:00');
    await phone.box('OIL').press('End');
    await phone.page.keyboard.type('.5');
    await phone.context.clock.fastForward('10:00');
    await expect(phone.box('OIL')).toHaveValue('42.5');
    await phone.context.clock.fastForward('05:30');
    await expect(lockBox(phone)).toBeVisible();
    await expect(phone.page.getByText(well.name)).toHaveCount(0);

    // Locked, it sends what waits as soon as there is a network.
    await phone.context.setOffline(false);
    await expect
      .poll(() => workspace.recordsOf(other))
      .toMatchObject([{ oilVolume: 31, createdBy: user.id }]);
    await expect(lockBox(phone)).toBeVisible();

    // The same person goes on where they were.
    await lockBox(phone).fill(PASSPHRASE);
    await press(phone, fieldWords.unlock);
    await expect(phone.box('OIL')).toHaveValue('42.5');
    await phone.saveReading(well.name);
    await expect
      .poll(() => workspace.recordsOf(well))
      .toMatchObject([{ oilVolume: 42.5, createdBy: user.id }]);
  },
);

test('at the first sign-in a secret can be seen, and what is wrong with it', DEEP, async ({ phone }) => {
  const { page } = phone;
  const { tenant, email, password } = PEOPLE.operator;
  const box = lockBox(phone);
  for (const size of [
    { width: 360, height: 740 },
    { width: 740, height: 360 },
    { width: 180, height: 370 },
  ]) {
    await page.setViewportSize(size);
    await page.reload();
    await page.getByLabel(sessionWords.tenant, { exact: true }).fill(tenant);
    await page.getByLabel(sessionWords.email, { exact: true }).fill(email);
    await page.getByLabel(sessionWords.password, { exact: true }).fill(password);
    await page.getByLabel(fieldWords.deviceName, { exact: true }).fill('Phone 7');
    await box.fill('slip');
    await expect(box).toHaveAttribute('type', 'password');
    const show = page.getByRole('button', { name: controlTexts.showTyped, exact: true }).last();
    const { width, height } = (await show.boundingBox()) ?? { width: 0, height: 0 };
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(60);
    await show.click();
    await expect(box).not.toHaveAttribute('type', 'password');
    await expect(box).toHaveValue('slip');
    await press(phone, controlTexts.hideTyped);
    await expect(box).toHaveAttribute('type', 'password');
    await box.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeInViewport({ ratio: 1 });
    await expect(box).toBeInViewport();
  }
});

/** The person looks at another tab, or comes back. */
const turnTo = ({ page }: Phone, state: 'hidden' | 'visible') =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

test(
  'a tab that was hidden for a quarter of an hour is locked when it is seen again, though none of its timers ran',
  DEEP,
  async ({ phone, workspace }) => {
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ operatorIds: [user.id] });
    const { clock } = phone.context;
    await clock.install();
    await phone.page.reload();
    await phone.signIn('operator');
    await phone.openWell(well.name);
    await phone.box('OIL').fill('42');

    // No timer runs from here on: the browser holds those of hidden tabs back.
    const hiddenAt = (await phone.page.evaluate(() => Date.now())) + 1000;
    await clock.pauseAt(hiddenAt);
    await phone.box('OIL').press('End');
    await phone.page.keyboard.type('.5');
    await turnTo(phone, 'hidden');
    await clock.setSystemTime(hiddenAt + 14 * 60_000);
    await turnTo(phone, 'visible');
    await expect(phone.box('OIL')).toHaveValue('42.5');
    await expect(lockBox(phone)).toHaveCount(0);

    await turnTo(phone, 'hidden');
    await clock.setSystemTime(hiddenAt + 15 * 60_000);
    await expect(phone.box('OIL')).toHaveValue('42.5');
    await turnTo(phone, 'visible');
    await expect(phone.page.getByText(well.name)).toHaveCount(0);
    await expect(phone.box('OIL')).toHaveCount(0);

    await clock.resume();
    await lockBox(phone).fill(PASSPHRASE);
    await press(phone, fieldWords.unlock);
    await expect(phone.box('OIL')).toHaveValue('42.5');
  },
);

test(
  'a phone that was lost closes its screens at the next contact, says so, and comes back by its owner alone',
  DEEP,
  async ({ phone, workspace }) => {
    const pumper = await aPumper(workspace);
    const well = await workspace.addWell({ operatorIds: [pumper.id] });
    await phone.signIn(pumper);
    const deviceId = await deviceOf(workspace, pumper.id);
    await phone.openWell(well.name);
    await phone.canStartOffline();
    await phone.context.setOffline(true);
    await phone.enterOil(well.name, '42.5');
    await (await workspace.as('admin')).ask(endpoints.devices.revoke, { params: { deviceId } });

    await phone.context.setOffline(false);
    const title = () => phone.page.getByRole('heading', { name: lockWords.lost.title });
    await expect(title()).toBeVisible();
    await expect(phone.page.getByText(lockWords.lost.waits(deskWords.content(1, 0)))).toBeVisible();
    await expect(phone.page.getByText(pumper.name)).toHaveCount(0);
    await expect(lockBox(phone)).toHaveCount(0);

    // It says so without a network too, and no passphrase is asked for that opens nothing.
    await phone.context.setOffline(true);
    await phone.reopen();
    await expect(title()).toBeVisible();
    await expect(lockBox(phone)).toHaveCount(0);

    await phone.context.setOffline(false);
    await press(phone, sessionWords.signIn);
    await phone.page.getByLabel(sessionWords.email, { exact: true }).fill(pumper.email);
    await phone.page.getByLabel(sessionWords.password, { exact: true }).fill(pumper.password);
    await lockBox(phone).fill(PASSPHRASE);
    await press(phone, sessionWords.signIn);
    await expect(phone.page.getByText(fieldWords.route, { exact: true })).toBeVisible();
    await expect
      .poll(() => workspace.recordsOf(well))
      .toMatchObject([{ oilVolume: 42.5, createdBy: pumper.id }]);
  },
);

test(
  'a phone that is retired sends what waits, empties itself and says so; another person begins anew on one that is locked',
  DEEP,
  async ({ phone, workspace }) => {
    const pumper = await aPumper(workspace);
    const well = await workspace.addWell({ operatorIds: [pumper.id] });
    await phone.signIn(pumper);
    const deviceId = await deviceOf(workspace, pumper.id);

    // The screen where one person stopped is not the next one's.
    await phone.page.getByRole('link', { name: words.phoneWords.device }).click();
    await press(phone, fieldWords.lock);
    await press(phone, fieldWords.somebodyElse);
    const { email, password } = PEOPLE.manager;
    await phone.page.getByLabel(sessionWords.email, { exact: true }).fill(email);
    await phone.page.getByLabel(sessionWords.password, { exact: true }).fill(password);
    await lockBox(phone).fill(PASSPHRASE);
    await press(phone, sessionWords.signIn);
    await expect(phone.page.getByText(fieldWords.route, { exact: true })).toBeVisible();

    await phone.canStartOffline();
    await phone.context.setOffline(true);
    await phone.openWell(well.name);
    await phone.enterOil(well.name, '42.5');
    await (await workspace.as('admin')).ask(endpoints.devices.retire, { params: { deviceId } });
    await phone.context.setOffline(false);
    await expect(phone.page.getByText(/This device was retired on/)).toBeVisible();
    await expect(phone.page.getByText(well.name)).toHaveCount(0);
    expect(await workspace.recordsOf(well)).toMatchObject([{ oilVolume: 42.5 }]);

    await phone.reopen();
    await expect(phone.page.getByText(/This device was retired on/)).toBeVisible();
    await expect(phone.page.getByLabel(sessionWords.tenant, { exact: true })).toBeVisible();
  },
);
