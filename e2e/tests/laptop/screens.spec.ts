/** Every screen of the laptop, with gloves on and without a mouse; and the conflict of a day that was entered on two laptops. */
import type { Locator } from '@playwright/test';
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aUser, TEST_PASSWORD } from '@wellpulse/testing';
import { createWords } from '@wellpulse/words';
import { wrongForGloves } from '../../support/laptop/gloves.ts';
import { Laptop, PIN } from '../../support/laptop/laptop.ts';
import { readsQuestion } from '../../support/pages/reads-question.ts';
import { PEOPLE } from '../../support/people.ts';
import { DAY_1, DAY_3, DAY_5, DEEP, expect, test } from '../../support/test.ts';
import type { Workspace } from '../../support/workspace.ts';

const words = createWords('en');
const { conflictTexts, controlTexts, deskWords, equipmentTexts, fieldWords, fieldLabel, maintenanceTexts } =
  words;
const { productionTexts, shellWords } = words;

/** On a small screen: everything stands closest there. */
const SMALL = { width: 1280, height: 720 };
/** The same screen, for a person who has doubled the size of everything. */
const DOUBLED = { width: 640, height: 360 };
/** A large screen for them, and the smallest window. */
const OTHERS = [
  { width: 960, height: 540 },
  { width: 800, height: 600 },
];

async function aRoute(workspace: Workspace) {
  const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
  const well = await workspace.addWell({ operatorIds: [user.id] });
  return { well, today: await workspace.today() };
}

test(
  'a day entered on two laptops shows its conflict on both, and gloves undo it',
  DAY_3,
  async ({ workspace }) => {
    const { well, today } = await aRoute(workspace);
    const [mine, theirs] = [
      await Laptop.unpack(workspace.addresses.webUrl),
      await Laptop.unpack(workspace.addresses.webUrl),
    ];
    await mine.signIn('operator');
    await theirs.signIn('manager');
    for (const [laptop, oil] of [
      [mine, '40'],
      [theirs, '55'],
    ] as const) {
      await laptop.page.setViewportSize(SMALL);
      await expect(
        laptop.page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true }),
      ).toBeVisible();
      laptop.setOffline(true);
      await laptop.enterOil(well.name, oil);
    }
    for (const laptop of [mine, theirs, mine]) {
      laptop.setOffline(false);
      await laptop.syncNow();
      await expect(laptop.banner()).toContainText(fieldWords.allSent);
    }
    const values = async () => (await workspace.recordsOf(well)).map(({ oilVolume }) => oilVolume);
    expect(await values()).toEqual([55]);

    for (const laptop of [mine, theirs]) {
      await open(laptop, deskWords.sync);
      await laptop.page.getByRole('link', { name: deskWords.conflicts }).click();
      const card = laptop.page.getByRole('main').locator('section').filter({ hasText: well.name });
      for (const both of ['40.00', '55.00']) await expect(card).toContainText(both);
    }
    const { page } = mine;
    expect(await wrongForGloves(page)).toEqual([]);
    await page.getByRole('button', { name: conflictTexts.undoNamed(well.name) }).click();
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await expect(dialog).toBeVisible();
    expect(await wrongForGloves(page)).toEqual([]);
    await dialog.getByRole('button', { name: conflictTexts.undo, exact: true }).click();
    await expect(dialog).toBeHidden();
    await mine.syncNow();
    await expect(mine.banner()).toContainText(fieldWords.allSent);
    await expect.poll(values).toEqual([40]);
    const [record] = await workspace.recordsOf(well);
    expect([record?.productionDate, record?.entryMethod]).toEqual([today, 'ELECTRON']);
    for (const laptop of [mine, theirs]) await laptop.throwAway();
  },
);

test('gloves find everything on each screen and in each dialog', DAY_1, async ({ workspace }) => {
  const { well, today } = await aRoute(workspace);
  await workspace.enter(well, { productionDate: addDays(today, -1), oilVolume: 50 });
  const item = await workspace.addItem({}, well);
  const laptop = await Laptop.unpack(workspace.addresses.webUrl);
  const { page } = laptop;
  await page.setViewportSize(SMALL);
  const fits = async (screen: string): Promise<void> => {
    expect(await wrongForGloves(page), screen).toEqual([]);
    for (const size of [DOUBLED, ...OTHERS]) {
      await page.setViewportSize(size);
      expect(await wrongForGloves(page), `${screen}, ${String(size.width)} wide`).toEqual([]);
    }
    await page.setViewportSize(SMALL);
  };
  const fitsWithin = async (screen: string, dialog: Locator): Promise<void> => {
    await expect(dialog).toBeVisible();
    await fits(screen);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  await expect(page.getByLabel(fieldWords.pin)).toBeVisible();
  await fits('first sign-in');
  await laptop.signIn('operator');
  const route = page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true });
  await expect(route).toBeVisible();
  await fits('route');
  laptop.setOffline(true);

  // A volume that is asked about, the reading that it becomes, and what can be done with that.
  await route.click();
  await page.getByLabel(fieldLabel('production', 'oilVolume')).fill('5000');
  // A double click saves nothing of it.
  await page.getByRole('button', { name: words.formTexts.saveEntry, exact: true }).dblclick();
  await expect(page.getByRole('button', { name: words.readingWords.keep, exact: true })).toBeVisible();
  await fits('a question');
  await readsQuestion(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${well.name}: ${fieldWords.saved}`)).toBeVisible();
  await open(laptop, fieldWords.route);
  await route.click();
  await fits('a saved reading');
  await page.getByRole('button', { name: controlTexts.history }).click();
  await fitsWithin('history of a reading', page.getByRole('dialog'));
  await page.getByRole('button', { name: fieldWords.takeBack }).click();
  await fitsWithin('taking back', page.getByRole('alertdialog').or(page.getByRole('dialog')));
  await page.getByRole('button', { name: fieldWords.takePhoto }).click();
  await fitsWithin('camera', page.getByRole('dialog'));

  await open(laptop, fieldWords.route);
  await page.getByRole('searchbox').fill(well.name);
  const found = page.getByRole('list', { name: fieldWords.findWell }).getByRole('link');
  await expect(found).toHaveCount(1);
  await fits('search');
  await found.click();
  await expect(page.getByRole('region', { name: productionTexts.productionChart })).toBeVisible();
  await fits('well');
  await page.getByRole('link', { name: productionTexts.sevenDays }).click();
  await expect(page.getByRole('button', { name: fieldWords.syncNow })).toBeVisible();
  await fits('seven days');

  await open(laptop, equipmentTexts.equipment);
  await page.getByRole('searchbox').fill(item.serialNumber);
  const listed = page.getByRole('list', { name: equipmentTexts.allEquipment }).getByRole('link');
  await expect(listed).toHaveCount(1);
  await fits('equipment');
  await listed.click();
  await page.getByRole('button', { name: controlTexts.history }).click();
  await fitsWithin('history of an item', page.getByRole('dialog'));
  await fits('item');
  await page.getByRole('link', { name: fieldWords.changeItem, exact: true }).click();
  await fits('changing an item');
  await page.getByRole('link', { name: fieldWords.backToItem }).click();
  await page.getByRole('link', { name: maintenanceTexts.logMaintenance }).click();
  await fits('a log');
  await open(laptop, equipmentTexts.equipment);
  await page.getByRole('link', { name: equipmentTexts.addEquipment }).click();
  await fits('a new item');
  await page.getByRole('combobox').first().click();
  await fitsWithin('choosing a well', page.getByRole('listbox'));

  for (const name of [maintenanceTexts.due, words.alertTexts.alerts, deskWords.sync, deskWords.activity]) {
    await open(laptop, name);
    await fits(name);
  }
  await open(laptop, deskWords.people);
  await fits('people');
  // Without a network nobody comes back who was signed out by mistake.
  await page.getByRole('button', { name: deskWords.signOutPerson(PEOPLE.operator.name) }).click();
  await fitsWithin('signing out', page.getByRole('alertdialog'));
  await expect(page.getByText(PEOPLE.operator.email)).toBeVisible();
  await page.setViewportSize(DOUBLED);
  await page.getByRole('button', { name: fieldWords.menu }).click();
  await expect(page.getByRole('heading', { name: deskWords.people })).toBeHidden();
  expect(await wrongForGloves(page), 'menu, doubled').toEqual([]);
  await open(laptop, deskWords.people);
  await expect(page.getByRole('heading', { name: deskWords.people })).toBeVisible();
  await page.setViewportSize(SMALL);
  // Readable in sunlight, and at night: the same sizes in each.
  for (const theme of ['dark', 'light', 'field'] as const) {
    await page.getByRole('radio', { name: shellWords.themeNames[theme], exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await fits(theme);
  }
  await page.getByRole('button', { name: deskWords.addPerson }).click();
  await fits('signing in somebody else');
  await laptop.lock();
  await fits('lock screen');
  await laptop.throwAway();
});

test('gloves leave out what the office refused, and say why', DEEP, async ({ workspace }) => {
  const admin = await workspace.as('admin');
  const body = aUser();
  const user = await admin.ask(endpoints.users.create, { body });
  const well = await workspace.addWell({ operatorIds: [user.id] });
  const laptop = await Laptop.unpack(workspace.addresses.webUrl);
  const { page } = laptop;
  await page.setViewportSize(SMALL);
  await laptop.signIn({ ...body, tenant: PEOPLE.admin.tenant, password: TEST_PASSWORD });
  const route = page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true });
  await expect(route).toBeVisible();
  laptop.setOffline(true);
  await laptop.enterOil(well.name, '40');
  await admin.ask(endpoints.wells.remove, { params: { wellId: well.id } });
  laptop.setOffline(false);
  await laptop.syncNow();
  await open(laptop, deskWords.sync);
  await page.getByRole('button', { name: new RegExp(`^${deskWords.leaveOut}`) }).click();
  const dialog = page.getByRole('dialog');
  const leaveOut = dialog.getByRole('button', { name: deskWords.leaveOut });
  await leaveOut.click();
  await expect(dialog).toContainText(deskWords.reasonMissing);
  const reason = dialog.getByLabel(deskWords.reason);
  await expect(reason).toBeFocused();
  for (const size of [DOUBLED, ...OTHERS, SMALL]) {
    await page.setViewportSize(size);
    expect(await wrongForGloves(page), `${String(size.width)} wide`).toEqual([]);
  }
  await reason.fill('The well was plugged');
  await leaveOut.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(deskWords.nothingWaits)).toBeVisible();
  await laptop.throwAway();
});

test('a reading needs no mouse', DAY_1, async ({ workspace }) => {
  const { well, today } = await aRoute(workspace);
  const laptop = await Laptop.unpack(workspace.addresses.webUrl);
  await laptop.signIn('operator');
  await expect(
    laptop.page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true }),
  ).toBeVisible();
  await laptop.lock();
  const { keyboard } = laptop.page;
  await expect(laptop.page.getByLabel(fieldWords.pin)).toBeFocused();
  const pin = laptop.page.getByLabel(fieldWords.pin);
  await keyboard.type(`${PIN}9`);
  await expect(pin).toHaveAttribute('type', 'password');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  // A slip that is seen can be typed away.
  await expect(pin).toHaveAttribute('type', 'text');
  await keyboard.press('Shift+Tab');
  await keyboard.press('End');
  await keyboard.press('Backspace');
  await expect(pin).toHaveValue(PIN);
  await keyboard.press('Enter');
  await expect(laptop.page.getByRole('button', { name: fieldWords.syncNow })).toBeVisible();
  await tabTo(laptop, laptop.page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true }));
  await keyboard.press('Enter');
  await expect(laptop.page.getByLabel(fieldLabel('production', 'oilVolume'))).toBeFocused();
  await keyboard.type('42.5');
  await keyboard.press('Enter');
  await expect(laptop.page.getByText(`${well.name}: ${fieldWords.saved}`)).toBeVisible();
  await tabTo(laptop, laptop.page.getByRole('button', { name: fieldWords.lock }));
  await keyboard.press('Enter');
  await expect(laptop.page.getByText(PEOPLE.operator.name)).toBeVisible();
  await expect.poll(async () => (await workspace.recordsOf(well)).length).toBe(1);
  const [record] = await workspace.recordsOf(well);
  expect([record?.oilVolume, record?.productionDate]).toEqual([42.5, today]);
  await laptop.throwAway();
});

test(
  'no word of the menu is broken on a screen of twice the size, in Spanish',
  DAY_5,
  async ({ workspace }) => {
    const { webUrl } = workspace.addresses;
    const laptop = await Laptop.unpack(webUrl, { args: ['--lang=es-MX'] });
    const { page } = laptop;
    const { tenant, email, password } = PEOPLE.operator;
    const known = { server: webUrl, tenant, email, password };
    await laptop.call('people.signIn', { ...known, deviceName: 'Truck 7', secret: PIN });
    await page.reload();
    await page.setViewportSize({ width: 960, height: 540 });
    const links = page.getByRole('navigation').getByRole('link');
    await expect(links).toHaveCount(7);
    const broken = await links.evaluateAll((all) =>
      all
        .map((link) => link.textContent)
        .filter((label, index) => {
          const range = document.createRange();
          const word = all[index]?.querySelector('span');
          if (word) range.selectNodeContents(word);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          return lines.size > label.split(' ').length;
        }),
    );
    expect(broken).toEqual([]);
    await laptop.throwAway();
  },
);

const open = (laptop: Laptop, name: string) =>
  laptop.page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** Presses Tab until something has the focus; a person sees where it is. Tests beside this one make the operator's route longer. */
async function tabTo({ page }: Laptop, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const stops = await page.locator('a, button, input, select, textarea, [tabindex]').count();
  // The page may still be on its way to the next one.
  for (let step = 0; step < Math.max(200, 2 * stops); step += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not reach it');
}
