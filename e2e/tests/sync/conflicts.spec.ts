/** Two people, one value, no network between them. */
import { endpoints } from '@wellpulse/contracts';
import { aWell, uniqueSlug } from '@wellpulse/testing';
import { createWords } from '@wellpulse/words';
import type { Locator, Page } from '@playwright/test';
import { addDevice, conflictsOf, sendReading, setConflictPolicy } from '../../support/devices.ts';
import { daysBefore, inFullWords } from '../../support/days.ts';
import { wrongForGloves } from '../../support/laptop/gloves.ts';
import { Laptop } from '../../support/laptop/laptop.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../../support/pages/page-checks.ts';
import { DAY_5, DEEP, expect, test } from '../../support/test.ts';

const { deskWords, fieldWords } = createWords('en');
const cardOf = (page: Page, wellName: string) => page.getByRole('region', { name: wellName });

test('both sides are shown beside each other, and what the rules did is undone, in every open page', async ({
  page,
  openAs,
  workspace,
}) => {
  const day = daysBefore(await workspace.today(), 1);
  const well = await workspace.addWell();
  const [hers, his] = [await addDevice(workspace, 'operator'), await addDevice(workspace, 'manager')];
  await page.goto(`/conflicts?status=ALL&well=${well.id}`);
  await expect(page.getByText('No conflict matches')).toBeVisible();
  const viewer = await openAs('viewer');
  await viewer.goto(`/conflicts?status=ALL&well=${well.id}`);

  await sendReading(hers, well, day, { oilVolume: 40, gasVolume: 90 });
  await sendReading(his, well, day, { oilVolume: 45, waterVolume: 3 });
  const card = cardOf(page, `${well.name}, ${inFullWords(day)}`);
  await expect(card).toContainText('Morgan Blake’s was the later one, so it counts.');
  await expect(card.getByRole('columnheader').nth(0)).toContainText(`Jo Ortiz${hers.name}just now`);
  await expect(card.getByRole('columnheader').nth(1)).toContainText(`Morgan Blake${his.name}just now`);
  await expect(card.getByRole('row', { name: /^Oil/ })).toHaveText(/contested.*40\.00 bbl.*45\.00 bbl/);
  await expect(card.getByRole('row', { name: /^Water/ })).not.toContainText('contested');
  await expect(card).toContainText('Now: Oil 45.00 bbl · Water 3.00 bbl');
  await expectAccessible(page);

  await card.getByRole('button', { name: /^Undo/ }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Oil goes from 45.00 bbl to 40.00 bbl.');
  await question.getByRole('button', { name: 'Undo' }).click();
  for (const reader of [card, cardOf(viewer, well.name)]) {
    await expect(reader).toContainText('Undone');
    await expect(reader).toContainText(
      'Morgan Blake undid what the rules did: Jo Ortiz’s side was restored.',
    );
    await expect(reader).toContainText('Now: Oil 40.00 bbl');
    await expect(reader.getByRole('button', { name: /^Undo/ })).toBeHidden();
  }
  expect(await workspace.recordsOf(well)).toMatchObject([{ oilVolume: 40, gasVolume: 90, waterVolume: 3 }]);
});

test('a viewer sees conflicts and can settle none', DEEP, async ({ openAs, workspace }) => {
  const day = daysBefore(await workspace.today(), 1);
  const well = await workspace.addWell();
  const [one, other] = [await addDevice(workspace, 'operator'), await addDevice(workspace, 'operator')];
  await sendReading(one, well, day, { oilVolume: 12 });
  await sendReading(other, well, day, { oilVolume: 13 });
  const viewer = await openAs('viewer');
  await viewer.setViewportSize({ width: 360, height: 740 });
  await viewer.goto(`/conflicts?status=SETTLED&well=${well.id}`);
  const card = cardOf(viewer, well.name);
  await expect(card).toContainText('13.00 bbl');
  await expect(card.getByRole('button')).toHaveCount(0);
  await expectNoSidewaysScroll(viewer);
  await expectAccessible(viewer);
});

test.describe('where a person chooses', () => {
  test.use({ person: 'conflictsAdmin' });
  // They share a tenant, and its policy.
  test.describe.configure({ mode: 'default' });

  test.afterEach(async ({ workspace }) => {
    await setConflictPolicy(await workspace.as('conflictsAdmin'), 'LAST_WRITE_WINS');
  });

  test(
    'what the rules settled is announced until the person looks; an open conflict is settled by keyboard, opened again, and merged',
    DAY_5,
    async ({ page, openAs, workspace }) => {
      const admin = await workspace.as('conflictsAdmin');
      const { today } = await admin.ask(endpoints.auth.me, {});
      const addWell = () => admin.ask(endpoints.wells.create, { body: aWell({ name: uniqueSlug('Well') }) });
      const [settled, well] = [await addWell(), await addWell()];
      const [one, other] = [
        await addDevice(workspace, 'conflictsAdmin'),
        await addDevice(workspace, 'conflictsAdmin'),
      ];
      const elsewhere = await openAs('conflictsAdmin');
      for (const open of [elsewhere, page]) await open.goto('/');

      await sendReading(one, settled, today, { oilVolume: 24.5 });
      await sendReading(other, settled, today, { oilVolume: 42.5 });
      const news = /1 conflict settled by the rules since you looked/;
      await expect(elsewhere.getByRole('link', { name: news }).first()).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: news }).click();
      await expect(cardOf(page, settled.name)).toContainText('New');
      await expect(cardOf(page, settled.name).getByRole('row', { name: /^Oil/ })).toContainText(
        'The later entry',
      );
      // Looked at here, and so in every other browser of theirs.
      await elsewhere.reload();
      await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(elsewhere.getByRole('link', { name: news })).toHaveCount(0);

      await setConflictPolicy(admin, 'PROMPT');
      await page.goto(`/conflicts?well=${well.id}`);
      await expect(page.getByText('No conflict matches')).toBeVisible();
      await sendReading(one, well, today, { oilVolume: 40, gasVolume: 10 });
      await sendReading(other, well, today, { oilVolume: 45, gasVolume: 12, waterVolume: 7 });
      const card = cardOf(page, well.name);
      await expect(card).toContainText('Somebody has to choose.');
      await expect(page.getByRole('navigation').getByText('1 open conflict')).toBeAttached();
      const notice = elsewhere.getByRole('link', { name: /Sync: .*1 open conflict/ });
      await expect(notice).toBeVisible();
      await card.getByRole('button', { name: /^Take that/ }).press('Enter');
      await expect(page.getByText('No conflict matches')).toBeVisible();
      await expect(notice).toBeHidden();
      expect(await conflictsOf(admin, well)).toMatchObject([{ status: 'RESOLVED', choice: 'INCOMING' }]);

      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(card).toContainText('Now: Oil 40.00 bbl');
      await card.getByRole('button', { name: /^Merge/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Merge the two sides' });
      await expectAccessible(page, { onTop: true });
      await dialog.getByRole('group', { name: 'Oil' }).getByLabel('Another').check();
      await dialog.getByRole('textbox', { name: 'Another value: Oil' }).fill('42.5');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toBeHidden();
      expect(await conflictsOf(admin, well)).toMatchObject([
        {
          status: 'RESOLVED',
          choice: 'MERGED',
          current: { oilVolume: 42.5, gasVolume: 10, waterVolume: 7 },
        },
      ]);
    },
  );

  test('gloves merge on a laptop what was entered on two devices', DEEP, async ({ workspace }) => {
    const admin = await workspace.as('conflictsAdmin');
    const { today, user } = await admin.ask(endpoints.auth.me, {});
    const body = aWell({ name: uniqueSlug('Well'), operatorIds: [user.id] });
    const well = await admin.ask(endpoints.wells.create, { body });
    await setConflictPolicy(admin, 'PROMPT');
    const laptop = await Laptop.unpack(workspace.addresses.webUrl);
    const { page } = laptop;
    await page.setViewportSize({ width: 1280, height: 720 });
    await laptop.signIn('conflictsAdmin');
    await expect(page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true })).toBeVisible();
    laptop.setOffline(true);
    await laptop.enterOil(well.name, '40');
    await sendReading(await addDevice(workspace, 'conflictsAdmin'), well, today, { oilVolume: 45 });
    laptop.setOffline(false);
    await laptop.syncNow();
    await expect(laptop.banner()).toContainText(fieldWords.allSent);
    await page.getByRole('navigation').getByRole('link', { name: deskWords.sync, exact: true }).click();
    await page.getByRole('link', { name: deskWords.conflicts }).click();
    const card = cardOf(page, well.name);
    await expect(card).toContainText('Somebody has to choose.');
    const fits = async (what: string): Promise<void> => {
      for (const [width, height] of [
        [640, 360],
        [960, 540],
        [1280, 720],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await wrongForGloves(page), `${what}, ${String(width)} wide`).toEqual([]);
      }
    };
    await fits('a conflict');
    await card.getByRole('button', { name: /^Merge/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge the two sides' });
    await dialog.getByRole('group', { name: 'Oil' }).getByLabel('Another').check();
    await fits('merging');
    await dialog.getByRole('textbox', { name: 'Another value: Oil' }).fill('42.5');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await laptop.syncNow();
    await expect
      .poll(async () => (await conflictsOf(admin, well))[0])
      .toMatchObject({ choice: 'MERGED', current: { oilVolume: 42.5 } });
    await laptop.throwAway();
  });

  test.describe('on a phone, a tablet and a desktop', () => {
    test.use({ ownBrowser: true, hasTouch: true });

    test(
      'a choice is said with a way back, and can be made again, by keyboard and by touch',
      DEEP,
      async ({ page, workspace }) => {
        const admin = await workspace.as('conflictsAdmin');
        const { today } = await admin.ask(endpoints.auth.me, {});
        const body = aWell({ name: uniqueSlug('Well') });
        const well = await admin.ask(endpoints.wells.create, { body });
        await setConflictPolicy(admin, 'PROMPT');
        for (const oilVolume of [40, 45])
          await sendReading(await addDevice(workspace, 'conflictsAdmin'), well, today, { oilVolume });
        await page.goto(`/conflicts?status=ALL&well=${well.id}`);
        const card = cardOf(page, well.name);
        const pressed = async (name: RegExp, by: 'tap' | 'key', within: Locator | Page = card) => {
          // The newest of what is said stands first.
          const button = within.getByRole('button', { name }).first();
          await (by === 'tap' ? button.tap() : button.press('Enter'));
        };
        for (const width of [360, 820, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          for (const by of ['key', 'tap'] as const) {
            await pressed(/^Take that/, by);
            await expect(card).toContainText('Now: Oil 45.00 bbl');
            await pressed(/^Undo$/, by, page);
            await expect(card).toContainText('Now: Oil 40.00 bbl');
            await expect(card).toContainText('Somebody has to choose.');
            await pressed(/^Keep this/, by);
            await pressed(/^Choose again/, by);
            await expect(card).toContainText('Somebody has to choose.');
            await expectNoSidewaysScroll(page);
          }
        }
      },
    );
  });
});
