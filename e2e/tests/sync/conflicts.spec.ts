/** Two people, one value, no network between them. */
import { endpoints } from '@wellpulse/contracts';
import { aWell, uniqueSlug } from '@wellpulse/testing';
import type { Page } from '@playwright/test';
import { addDevice, conflictsOf, sendReading, setConflictPolicy } from '../../support/devices.ts';
import { daysBefore, inFullWords } from '../../support/days.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../../support/pages/page-checks.ts';
import { DAY_2, DAY_4, DEEP, expect, test } from '../../support/test.ts';

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
  test.use({ person: 'settingsAdmin' });

  test.beforeEach(async ({ workspace }) => {
    await setConflictPolicy(await workspace.as('settingsAdmin'), 'PROMPT');
  });
  test.afterEach(async ({ workspace }) => {
    await setConflictPolicy(await workspace.as('settingsAdmin'), 'LAST_WRITE_WINS');
  });

  test(
    'an open conflict appears by itself, is counted in the menu, and one tap settles it by keyboard too',
    DAY_2,
    async ({ page, openAs, workspace }) => {
      const admin = await workspace.as('settingsAdmin');
      const { today } = await admin.ask(endpoints.auth.me, {});
      const well = await admin.ask(endpoints.wells.create, { body: aWell({ name: uniqueSlug('Well') }) });
      const [one, other] = [
        await addDevice(workspace, 'settingsAdmin'),
        await addDevice(workspace, 'settingsAdmin'),
      ];
      await page.goto(`/conflicts?well=${well.id}`);
      await expect(page.getByText('No conflict matches')).toBeVisible();
      const elsewhere = await openAs('settingsAdmin');
      await elsewhere.goto('/');

      await sendReading(one, well, today, { oilVolume: 40 });
      await sendReading(other, well, today, { oilVolume: 45 });
      const card = cardOf(page, well.name);
      await expect(card).toContainText('Somebody has to choose.');
      await expect(page.getByRole('navigation').getByText('1 open conflict')).toBeAttached();
      const notice = elsewhere.getByRole('link', { name: /Sync: .*1 open conflict/ });
      await expect(notice).toBeVisible();
      await card.getByRole('button', { name: /^Take that/ }).press('Enter');
      await expect(page.getByText('No conflict matches')).toBeVisible();
      await expect(page.getByRole('navigation').getByText('1 open conflict')).toBeHidden();
      await expect(notice).toBeHidden();
      const [conflict] = await conflictsOf(admin, well);
      expect(conflict).toMatchObject({ status: 'RESOLVED', choice: 'INCOMING', current: { oilVolume: 45 } });
    },
  );

  test(
    'two sides are merged value by value, with a value of one’s own',
    DAY_4,
    async ({ page, workspace }) => {
      const admin = await workspace.as('settingsAdmin');
      const { today } = await admin.ask(endpoints.auth.me, {});
      const well = await admin.ask(endpoints.wells.create, { body: aWell({ name: uniqueSlug('Well') }) });
      const [one, other] = [
        await addDevice(workspace, 'settingsAdmin'),
        await addDevice(workspace, 'settingsAdmin'),
      ];
      await sendReading(one, well, today, { oilVolume: 40, gasVolume: 10 });
      await sendReading(other, well, today, { oilVolume: 45, gasVolume: 12, waterVolume: 7 });
      await page.goto(`/conflicts?well=${well.id}`);
      await cardOf(page, well.name)
        .getByRole('button', { name: /^Merge/ })
        .click();
      const dialog = page.getByRole('dialog', { name: 'Merge the two sides' });
      await expectAccessible(page, { onTop: true });
      await dialog.getByRole('group', { name: 'Oil' }).getByLabel('Another').check();
      const box = dialog.getByRole('textbox', { name: 'Another value: Oil' });
      await box.fill('lots');
      await expect(dialog).toContainText('Oil must be a number, such as 42.5');
      await box.fill('42.5');
      await dialog
        .getByRole('group', { name: 'Gas' })
        .getByRole('radio', { name: /^As it is/ })
        .check();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toBeHidden();
      const [conflict] = await conflictsOf(admin, well);
      expect(conflict).toMatchObject({
        status: 'RESOLVED',
        choice: 'MERGED',
        current: { oilVolume: 42.5, gasVolume: 10, waterVolume: 7 },
      });
    },
  );
});
