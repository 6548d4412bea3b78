import type { Page } from '@playwright/test';
import { endpoints, type Well } from '@wellpulse/contracts';
import { uniqueSlug } from '@wellpulse/testing';
import type { Workspace } from '../../support/workspace.ts';
import { daysBefore } from '../../support/days.ts';
import { readsQuestion } from '../../support/pages/reads-question.ts';
import { DAY_1, DAY_2, DAY_3, DAY_4, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: 'operator' });

/** A route of three wells, its sheet open. */
async function openSheet(page: Page, workspace: Workspace): Promise<Well[]> {
  const route = uniqueSlug('Sheet');
  const yesterday = daysBefore(await workspace.today(), 1);
  const wells: Well[] = [];
  for (const routePosition of [1, 2, 3]) {
    const entry = { productionDate: yesterday, oilVolume: 10 * routePosition };
    wells.push(await workspace.addWell({ route, routePosition }, [entry]));
  }
  await page.goto(`/enter?route=${route}`);
  await expect(page.getByText('0 of 3 active wells entered')).toBeVisible();
  return wells;
}

const rowOf = (page: Page, { name }: Well) => page.getByRole('group', { name });
const box = (page: Page, { name }: Well, what: string) =>
  page.getByRole('textbox', { name: `${what}, ${name}` });

test('a whole route is entered by keyboard, and a tick stands only for what the server has', async ({
  page,
  workspace,
}) => {
  const [first, second, third] = (await openSheet(page, workspace)) as [Well, Well, Well];
  const answers: (() => void)[] = [];
  await page.route('**/production', async (route) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    await route.continue();
  });

  await box(page, first, 'Oil').focus();
  await page.keyboard.type('11');
  await page.keyboard.press('Tab');
  await page.keyboard.type('110.5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(box(page, second, 'Oil')).toBeFocused();
  await page.keyboard.type('21');
  await page.keyboard.press('Enter');
  await expect(box(page, third, 'Oil')).toBeFocused();

  await expect(rowOf(page, first)).toContainText('Saving');
  await expect(rowOf(page, first)).not.toContainText('Saved');
  await expect(page.getByText('0 of 3 active wells entered')).toBeVisible();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await expect(rowOf(page, second)).toContainText(/Saved \d?\d:\d\d/);
  await expect(rowOf(page, first)).not.toContainText('Saved');
  answers[0]?.();
  await expect(rowOf(page, first)).toContainText(/Saved \d?\d:\d\d/);
  await expect(page.getByText('2 of 3 active wells entered')).toBeVisible();

  await page.keyboard.press('ArrowUp');
  await expect(box(page, second, 'Oil')).toBeFocused();
  await expect(box(page, second, 'Oil')).toHaveValue('21');
  expect(await workspace.recordsOf(first)).toMatchObject([
    { oilVolume: 11, gasVolume: 110.5, waterVolume: 0 },
    {},
  ]);
  expect(await workspace.recordsOf(third)).toHaveLength(1);
});

test('each box tells the day before, and warns beyond 20 %', DEEP, async ({ page, workspace }) => {
  const [first] = (await openSheet(page, workspace)) as [Well];
  await expect(box(page, first, 'Oil')).toHaveAccessibleDescription(/the day before 10\.0/);
  await expect(box(page, first, 'Gas')).toHaveAccessibleDescription(/the day before —/);
  await box(page, first, 'Oil').fill('15');
  await expect(box(page, first, 'Oil')).toHaveAccessibleDescription(/\+50 %/);
});

test('a row that can’t be saved says why and keeps what was typed', DAY_3, async ({ page, workspace }) => {
  const [first, second] = (await openSheet(page, workspace)) as [Well, Well];
  await box(page, first, 'Oil').fill('1.005');
  await box(page, first, 'Oil').press('Enter');
  await expect(rowOf(page, first).getByRole('alert')).toHaveText('Oil must have at most two decimals.');

  await page.context().setOffline(true);
  await box(page, second, 'Oil').fill('21');
  await box(page, second, 'Oil').press('Enter');
  await expect(rowOf(page, second).getByRole('alert')).toContainText(
    'Not saved: The server cannot be reached',
  );
  await page.context().setOffline(false);
  await page.reload();
  await expect(box(page, first, 'Oil')).toHaveValue('1.005');
  await expect(box(page, second, 'Oil')).toHaveValue('21');

  await box(page, first, 'Oil').fill('1.01');
  await page.getByRole('button', { name: 'Save 2 wells' }).click();
  await expect(page.getByText('2 of 3 active wells entered')).toBeVisible();
  expect((await workspace.recordsOf(first))[0]?.oilVolume).toBe(1.01);
  expect((await workspace.recordsOf(second))[0]?.oilVolume).toBe(21);
});

test(
  'Enter stays where something has to be looked at, and an unusual volume is asked about once',
  DAY_4,
  async ({ page, workspace }) => {
    const [first, second] = (await openSheet(page, workspace)) as [Well, Well];
    await box(page, first, 'Oil').focus();
    await page.keyboard.type('11');
    await page.keyboard.press('Tab');
    await page.keyboard.type('abc');
    await page.keyboard.press('Tab');
    await expect(rowOf(page, first).getByRole('alert')).toHaveText('Gas must be a number, such as 42.5.');
    await page.keyboard.press('Enter');
    await expect(box(page, first, 'Gas')).toBeFocused();
    await expect(rowOf(page, first).getByRole('button', { name: `Save: ${first.name}` })).toBeVisible();
    await page.keyboard.type('110');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('1000');
    await page.keyboard.down('Enter');
    await expect(box(page, first, 'Oil')).toBeFocused();
    await expect(rowOf(page, first).getByRole('alert')).toContainText(
      '1,000 is 100 times yesterday. 10? Enter again to keep',
    );
    // The Enter is still held: it repeats, and keeps nothing.
    await readsQuestion(page);
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await workspace.recordsOf(first)).toHaveLength(1);
    await page.keyboard.press('Enter');
    await expect(box(page, second, 'Oil')).toBeFocused();
    await expect(rowOf(page, first)).toContainText('Saved');
    expect((await workspace.recordsOf(first))[0]).toMatchObject({
      oilVolume: 1000,
      gasVolume: 110,
      confirmed: true,
    });

    // What is left behind is counted where one goes from here.
    await page.keyboard.type('21');
    await page.getByRole('link', { name: 'Wells' }).first().click();
    await expect(page.getByRole('link', { name: /^Enter\s*1 not saved/ }).first()).toBeVisible();
  },
);

test('the second half of a double click answers no question', DAY_2, async ({ page, workspace }) => {
  const [first, second] = (await openSheet(page, workspace)) as [Well, Well];
  const isAsked = async (well: Well): Promise<void> => {
    await expect(rowOf(page, well).getByRole('button', { name: `Keep: ${well.name}` })).toBeVisible();
    expect(await workspace.recordsOf(well)).toHaveLength(1);
  };
  await box(page, first, 'Oil').fill('1000');
  await rowOf(page, first)
    .getByRole('button', { name: `Save: ${first.name}` })
    .dblclick();
  await isAsked(first);
  await readsQuestion(page);
  await rowOf(page, first)
    .getByRole('button', { name: `Keep: ${first.name}` })
    .click();
  await expect(rowOf(page, first)).toContainText('Saved');

  await box(page, second, 'Oil').fill('2000');
  await page.getByRole('button', { name: 'Save 1 well' }).dblclick();
  await isAsked(second);
});

test(
  'what a colleague saves appears on the sheet, and never takes the place of what is being typed',
  DAY_1,
  async ({ page, workspace }) => {
    const [first, second] = (await openSheet(page, workspace)) as [Well, Well];
    await box(page, first, 'Oil').fill('12');
    const today = await workspace.today();
    await workspace.enter(first, { productionDate: today, oilVolume: 99 });
    await workspace.enter(second, { productionDate: today, oilVolume: 98 });
    await expect(rowOf(page, second)).toContainText('Saved');
    await expect(box(page, second, 'Oil')).toHaveValue('98');
    await expect(box(page, first, 'Oil')).toHaveValue('12');

    await box(page, first, 'Oil').press('Enter');
    await expect(rowOf(page, first).getByRole('alert')).toContainText('Somebody else has saved this day');
    await page.getByRole('button', { name: `Compare ${first.name}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody else has saved this day' });
    await dialog.getByRole('button', { name: 'Save mine instead' }).click();
    await expect(rowOf(page, first)).toContainText('Saved');
    expect((await workspace.recordsOf(first))[0]).toMatchObject({ oilVolume: 12, version: 2 });
  },
);

test(
  'rows of a spreadsheet find their wells by name, and one tap undoes the paste',
  DAY_2,
  async ({ page, workspace }) => {
    const [first, second, third] = (await openSheet(page, workspace)) as [Well, Well, Well];
    const rows = [
      ['Well', 'Gas', 'Oil'],
      [third.name.toUpperCase(), '310', '31'],
      [first.name, 'n/a', '11'],
      ['Total', '310', '42'],
    ];
    await box(page, first, 'Oil').focus();
    const copied = rows.map((row) => row.join('\t')).join('\r\n');
    // Tests that share a browser share its clipboard: the event brings its own.
    await box(page, first, 'Oil').evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, copied);
    await expect(page.getByText('4 cells pasted; 2 did not fit.')).toBeVisible();
    await expect(box(page, third, 'Gas')).toHaveValue('310');
    await expect(box(page, third, 'Oil')).toHaveValue('31');
    await expect(box(page, first, 'Oil')).toHaveValue('11');
    await expect(box(page, first, 'Gas')).toHaveValue('');
    await expect(box(page, second, 'Oil')).toHaveValue('');

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(box(page, third, 'Gas')).toHaveValue('');
    await expect(box(page, first, 'Oil')).toHaveValue('');
  },
);

test(
  'what was typed of a well that is deleted meanwhile is listed, and discarded',
  DEEP,
  async ({ page, workspace }) => {
    const [first] = (await openSheet(page, workspace)) as [Well];
    await box(page, first, 'Oil').fill('42.5');
    await expect(page.getByText('1 not saved').filter({ visible: true }).first()).toBeVisible();
    const admin = await workspace.as('admin');
    await admin.ask(endpoints.wells.remove, { params: { wellId: first.id } });
    const list = page.getByRole('region', { name: '1 draft that cannot be saved any more' });
    await expect(list).toContainText('Oil: 42.5');
    await list.getByRole('button', { name: /^Discard/ }).click();
    await expect(list).toContainText('Oil: 42.5');
    await list.getByRole('button', { name: 'Press again to discard' }).click();
    await expect(list).toBeHidden();
    await expect(page.getByText('1 not saved')).toHaveCount(0);
  },
);
