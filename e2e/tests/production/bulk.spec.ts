import type { Page } from '@playwright/test';
import type { Well } from '@wellpulse/contracts';
import { daysBefore, inWords } from '../../support/days.ts';
import { readsQuestion } from '../../support/pages/reads-question.ts';
import type { Workspace } from '../../support/workspace.ts';
import { DAY_1, DAY_2, DAY_5, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: 'operator', ownBrowser: true, permissions: ['clipboard-read', 'clipboard-write'] });

/** An empty well with its grid open; the days are those of the rows, oldest first. */
async function openGrid(page: Page, workspace: Workspace): Promise<{ well: Well; days: string[] }> {
  const well = await workspace.addWell();
  const today = await workspace.today();
  await page.goto(`/wells/${well.id}/bulk`);
  await expect(page.getByRole('rowheader')).toHaveCount(7);
  return { well, days: [6, 5, 4, 3, 2, 1, 0].map((ago) => daysBefore(today, ago)) };
}

const cell = (page: Page, what: string, day = '') =>
  page.getByRole('textbox', { name: `${what}, ${inWords(day)}` });

async function paste(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((row) => row.join('\t')).join('\r\n');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

test('a week copied from a spreadsheet is pasted, checked and saved', DAY_5, async ({ page, workspace }) => {
  const { well, days } = await openGrid(page, workspace);
  await cell(page, 'Oil', days[0]).focus();
  await paste(page, [
    ['1,041.5', '"2,110"', '30', 'first'],
    ['1,040', '2,100.25', '30'],
    ['1,039', '2,090', '30'],
    ['1,038', '', '30'],
    ['1,037', '2,070', '30'],
    ['1,036', '2,060', '30'],
    ['200', '2,050', '30', 'choke plugged'],
  ]);
  await expect(page.getByText('cells pasted')).toBeVisible();
  await expect(cell(page, 'Oil', days[0])).toHaveValue('1,041.5');
  await expect(cell(page, 'Gas', days[0])).toHaveValue('2,110');
  await expect(cell(page, 'Notes', days[6])).toHaveValue('choke plugged');
  await cell(page, 'Oil', days[6]).focus();
  await expect(page.getByText('−81 % against 1,036.0 the day before')).toBeVisible();

  await page.keyboard.down('Control');
  await page.keyboard.down('Enter');
  const question = `${inWords(days[6] ?? '')}: 200 is 1/5 of the reading before. Enter again to keep`;
  await expect(page.getByText(question).first()).toBeVisible();
  await readsQuestion(page);
  // The key is still held: it repeats, and answers nothing.
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  expect((await workspace.recordsOf(well)).some(({ oilVolume }) => oilVolume === 200)).toBe(false);
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await expect(page.getByText(`${well.name}: 7 days saved`)).toBeVisible();
  await expect(page.getByLabel('Entered')).toHaveCount(7);
  const records = (await workspace.recordsOf(well)).reverse();
  expect(records.map(({ productionDate }) => productionDate)).toEqual(days);
  expect(records.map(({ oilVolume }) => oilVolume)).toEqual([1041.5, 1040, 1039, 1038, 1037, 1036, 200]);
  expect(records.map(({ gasVolume }) => gasVolume)).toEqual([2110, 2100.25, 2090, null, 2070, 2060, 2050]);
  expect(records[6]?.notes).toBe('choke plugged');
});

test(
  'a table finds its days and columns by their names, and one tap undoes the paste',
  DAY_2,
  async ({ page, workspace }) => {
    const { days } = await openGrid(page, workspace);
    await cell(page, 'Water', days[3]).focus();
    await paste(page, [
      ['Date', 'Gas (MCF)', 'Oil'],
      [days[5] ?? '', '310', 'n/a'],
      [days[1] ?? '', '305', '41'],
    ]);
    await expect(cell(page, 'Gas', days[5])).toHaveValue('310');
    await expect(cell(page, 'Oil', days[5])).toHaveValue('');
    await expect(cell(page, 'Oil', days[1])).toHaveValue('41');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(cell(page, 'Gas', days[5])).toHaveValue('');
    await expect(cell(page, 'Oil', days[1])).toHaveValue('');

    await cell(page, 'Oil', days[3]).focus();
    await paste(page, [['12,5']]);
    await expect(cell(page, 'Oil', days[3])).toHaveValue('12,5');
    await cell(page, 'Notes', days[3]).focus();
    await paste(page, [['Pump down, called Joe']]);
    await expect(cell(page, 'Notes', days[3])).toHaveValue('Pump down, called Joe');
  },
);

test('the cells are reached like those of a spreadsheet', DEEP, async ({ page, workspace }) => {
  const { days } = await openGrid(page, workspace);
  await cell(page, 'Oil', days[0]).focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Oil', days[1])).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'Gas', days[1])).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, 'Gas', days[0])).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(cell(page, 'Oil', days[0])).toBeFocused();
});

test(
  'days that are entered already are shown, and pasted over only after a question',
  DAY_1,
  async ({ page, workspace }) => {
    const { well, days } = await openGrid(page, workspace);
    await workspace.enter(well, { productionDate: days[1] ?? '', oilVolume: 55, waterVolume: 3 });
    await expect(cell(page, 'Oil', days[1])).toHaveValue('55');
    await expect(cell(page, 'Oil', days[1])).not.toBeEditable();
    await cell(page, 'Oil', days[0]).focus();
    await paste(page, [['50'], ['51'], ['52']]);
    await expect(page.getByText('2 cells pasted.')).toBeVisible();
    await expect(page.getByText('Replace 1 entered day?')).toBeVisible();
    await expect(cell(page, 'Oil', days[1])).toHaveValue('55');
    await page.getByRole('button', { name: 'Replace' }).click();
    await expect(cell(page, 'Oil', days[1])).toHaveValue('51');
    await page.getByRole('button', { name: 'Save 3 days' }).click();
    await expect(page.getByText(`${well.name}: 3 days saved`)).toBeVisible();
    expect((await workspace.recordsOf(well)).map(({ oilVolume }) => oilVolume)).toEqual([52, 51, 50]);
    expect((await workspace.recordsOf(well))[1]).toMatchObject({ waterVolume: 3, version: 2 });
  },
);
