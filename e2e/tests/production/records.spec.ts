/** The table of a well's days. */
import type { Page } from '@playwright/test';
import type { Well } from '@wellpulse/contracts';
import { endpoints } from '@wellpulse/contracts';
import { readFile } from 'node:fs/promises';
import { daysBefore, inFullWords, inWords } from '../../support/days.ts';
import type { Workspace } from '../../support/workspace.ts';
import { DAY_2, DAY_4, DAY_5, DEEP, expect, test } from '../../support/test.ts';

const tableOf = (page: Page, { name }: Well) => page.getByRole('table', { name: `Daily records of ${name}` });
const rowOf = (page: Page, day: string) => page.getByRole('row', { name: inFullWords(day) });

async function openWell(
  page: Page,
  workspace: Workspace,
  days: number,
): Promise<{ well: Well; today: string }> {
  const today = await workspace.today();
  const entries = Array.from({ length: days }, (_, ago) => ({
    productionDate: daysBefore(today, ago),
    oilVolume: 1000 - ((ago * 7) % days),
    gasVolume: ago,
    notes: ago % 10 === 3 ? `Round ${ago}: separator dumped` : null,
  }));
  const well = await workspace.addWell({}, entries);
  await page.goto(`/wells/${well.id}`);
  await expect(rowOf(page, today)).toBeVisible();
  return { well, today };
}

test(
  'the table is sorted and filtered, and keeps both in the address',
  DAY_4,
  async ({ page, workspace }) => {
    const { well, today } = await openWell(page, workspace, 40);
    const table = tableOf(page, well);
    const firstRow = table.getByRole('row').nth(1);
    await expect(firstRow).toContainText(inFullWords(today));
    await table.getByRole('button', { name: 'Oil, bbl' }).click();
    await expect(table.getByRole('columnheader', { name: 'Oil, bbl' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await expect(firstRow).toContainText('1,000.0');
    await table.getByRole('button', { name: 'Oil, bbl' }).click();
    await expect(firstRow).toContainText('961.0');

    await page.getByRole('searchbox', { name: 'Search notes' }).fill('separator');
    await expect(table).toHaveAttribute('aria-rowcount', '5');
    await page.getByLabel('From').fill(daysBefore(today, 25));
    await expect(table).toHaveAttribute('aria-rowcount', '4');
    await page.reload();
    await expect(table).toHaveAttribute('aria-rowcount', '4');
    await expect(table.getByRole('columnheader', { name: 'Oil, bbl' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(table).toHaveAttribute('aria-rowcount', '41');
  },
);

test('days of some volume are found, and the address keeps that', DEEP, async ({ page, workspace }) => {
  const { well } = await openWell(page, workspace, 40);
  const table = tableOf(page, well);
  await page.getByRole('combobox', { name: 'Volume' }).click();
  await page.getByRole('option', { name: 'Gas' }).click();
  await page.getByLabel('Gas, at least').fill('10');
  await expect(table).toHaveAttribute('aria-rowcount', '31');
  await page.getByLabel('Gas, at most').fill('12');
  await expect(table).toHaveAttribute('aria-rowcount', '4');
  await page.reload();
  await expect(table).toHaveAttribute('aria-rowcount', '4');
  await expect(page.getByLabel('Gas, at most')).toHaveValue('12');
});

test('hundreds of days are there without hundreds of rows in the page', DEEP, async ({ page, workspace }) => {
  const { well, today } = await openWell(page, workspace, 300);
  const table = tableOf(page, well);
  await expect(table).toHaveAttribute('aria-rowcount', '301');
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  const last = rowOf(page, daysBefore(today, 299));
  await expect(async () => {
    await table.locator('..').evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight));
    await expect(last).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(last).toHaveAttribute('aria-rowindex', '301');
});

test('all days of the filter are exported, not only those in sight', DEEP, async ({ page, workspace }) => {
  const { well, today } = await openWell(page, workspace, 120);
  await page.getByLabel('From').fill(daysBefore(today, 99));
  await expect(tableOf(page, well)).toHaveAttribute('aria-rowcount', '101');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).last().click();
  const text = await readFile(await (await download).path(), 'utf8');
  const lines = text.trim().split('\r\n');
  expect(lines).toHaveLength(101);
  expect(lines[1]).toContain(today);
  expect(lines[100]).toContain(daysBefore(today, 99));
});

test(
  'a value is corrected in its place, and its history tells from what to what',
  DAY_2,
  async ({ page, workspace }) => {
    const { well, today } = await openWell(page, workspace, 3);
    const day = daysBefore(today, 1);
    await page.getByRole('button', { name: `Edit ${inWords(day)}` }).click();
    const oil = page.getByRole('textbox', { name: `Oil, ${inWords(day)}` });
    await expect(oil).toBeFocused();
    await oil.fill('-3');
    await oil.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'Oil must not be negative' })).toBeVisible();
    await expect(oil).toHaveAttribute('aria-invalid', 'true');
    await oil.fill('812.25');
    await page.getByRole('textbox', { name: `Notes, ${inWords(day)}` }).fill('Misread');
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${inWords(day)}: saved`)).toBeVisible();
    await expect(rowOf(page, day)).toContainText(/812\.3.*Misread.*Morgan Blake/);
    expect((await workspace.recordsOf(well))[1]).toMatchObject({
      oilVolume: 812.25,
      notes: 'Misread',
      version: 2,
    });

    await page.getByRole('button', { name: `History of ${inWords(day)}` }).click();
    const history = page.getByRole('dialog', { name: 'History' });
    const changed = history.getByRole('listitem').filter({ hasText: 'Entry changed' });
    await expect(changed).toContainText('Morgan Blake · Web');
    await expect(changed.getByRole('definition')).toHaveText([
      /^99\d.*bblbecame812\.25 bbl$/,
      '—becameMisread',
    ]);
    await expect(history.getByRole('listitem').filter({ hasText: 'Entry recorded' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(history).toBeHidden();

    await page.getByRole('button', { name: `Edit ${inWords(day)}` }).click();
    await oil.fill('1');
    await oil.press('Escape');
    await expect(rowOf(page, day)).toContainText('812.3');
  },
);

test(
  'a correction on top of a colleague’s shows both, and theirs may stay',
  DAY_5,
  async ({ page, workspace }) => {
    const { well, today } = await openWell(page, workspace, 2);
    await page.getByRole('button', { name: `Edit ${inWords(today)}` }).click();
    const oil = page.getByRole('textbox', { name: `Oil, ${inWords(today)}` });
    await oil.fill('600');
    const [record] = await workspace.recordsOf(well);
    await (
      await workspace.as('operator')
    ).ask(endpoints.production.update, {
      params: { wellId: well.id, id: record?.id ?? '' },
      body: { oilVolume: 700, version: 1 },
    });
    await oil.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Somebody else has saved this day' });
    await expect(dialog).toContainText('Jo Ortiz saved it');
    await expect(dialog.getByRole('row', { name: /Oil/ })).toContainText(/700\.0.*600\.0/);
    await dialog.getByRole('button', { name: 'Keep theirs' }).click();
    await expect(rowOf(page, today)).toContainText('700.0');
    expect((await workspace.recordsOf(well))[0]?.oilVolume).toBe(700);
  },
);

test('a record is deleted only after a question', DEEP, async ({ page, workspace }) => {
  const { well, today } = await openWell(page, workspace, 3);
  const remove = page.getByRole('button', { name: `Delete ${inWords(today)}` });
  await remove.click();
  const question = page.getByRole('alertdialog', { name: `Delete the entry of ${inFullWords(today)}?` });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  expect(await workspace.recordsOf(well)).toHaveLength(3);
  await remove.click();
  await question.getByRole('button', { name: 'Delete' }).click();
  // What lies under an open question is hidden too.
  await expect(question).toBeHidden();
  await expect(rowOf(page, today)).toBeHidden();
  expect(await workspace.recordsOf(well)).toHaveLength(2);
});

test.describe('an operator', () => {
  test.use({ person: 'operator' });

  test('deletes own entries only', DEEP, async ({ page, workspace }) => {
    const { well, today } = await openWell(page, workspace, 2);
    const operator = await workspace.as('operator');
    await operator.ask(endpoints.production.create, {
      params: { wellId: well.id },
      body: { productionDate: daysBefore(today, 2), oilVolume: 5 },
    });
    await expect(page.getByRole('button', { name: `Delete ${inWords(daysBefore(today, 2))}` })).toBeVisible();
    await expect(page.getByRole('button', { name: `Edit ${inWords(today)}` })).toBeVisible();
    await expect(page.getByRole('button', { name: `Delete ${inWords(today)}` })).toBeHidden();
  });
});
