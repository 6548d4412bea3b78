import type { Request } from '@playwright/test';
import { daysBefore, inWords } from '../../support/days.ts';
import { EntryForm } from '../../support/pages/entry-form.ts';
import { DAY_1, DAY_2, DAY_3, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: 'operator' });

const isWrite = (request: Request) => request.method() !== 'GET' && request.url().includes('/production');

test(
  'the day before stands beside the boxes, and follows the chosen day',
  DEEP,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const well = await workspace.addWell({}, [
      { productionDate: daysBefore(today, 2), oilVolume: 38, waterVolume: 0 },
      { productionDate: daysBefore(today, 1), oilVolume: 40, gasVolume: 1120.5 },
    ]);
    const form = await EntryForm.open(page, well);
    await expect(form.date).toHaveValue(today);
    await expect(form.oil).toBeFocused();
    const before = page.locator('form').getByText(/^Yesterday/);
    await expect(before).toHaveText(['Yesterday 40.0', 'Yesterday 1,120.5', 'Yesterday —']);

    await form.date.fill(daysBefore(today, 1));
    const twoDaysAgo = page.locator('form').getByText(new RegExp(`^${inWords(daysBefore(today, 2))}`));
    await expect(twoDaysAgo).toHaveText([/ 38\.0$/, / —$/, / 0$/]);
    await expect(page.getByText('This day is entered already')).toBeVisible();
    await expect(form.oil).toHaveValue('40');
  },
);

test('a change beyond 20 % is remarked on and saved all the same', DEEP, async ({ page, workspace }) => {
  const today = await workspace.today();
  const well = await workspace.addWell({}, [
    { productionDate: daysBefore(today, 1), oilVolume: 40, gasVolume: 100, waterVolume: 10 },
  ]);
  const form = await EntryForm.open(page, well);
  await form.oil.fill('48');
  await form.gas.fill('120.01');
  await form.water.fill('0');
  await expect(form.oil).not.toHaveAccessibleDescription(/against/);
  await expect(form.gas).toHaveAccessibleDescription('+20 % against 100.0 the day before');
  await expect(form.water).toHaveAccessibleDescription('Stopped: 10.0 bbl the day before');
  await form.save.click();
  await expect(page.getByText(`${well.name}, ${inWords(today)}: saved`)).toBeVisible();
  expect((await workspace.recordsOf(well))[0]).toMatchObject({
    productionDate: today,
    oilVolume: 48,
    gasVolume: 120.01,
    waterVolume: 0,
    entryMethod: 'MANUAL',
  });
});

test(
  'what is no volume is refused in words beside its box, and nothing is sent',
  DEEP,
  async ({ page, workspace }) => {
    const well = await workspace.addWell();
    const form = await EntryForm.open(page, well);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (isWrite(request)) sent.push(request.url());
    });
    await form.gas.fill('1,234.5');
    for (const { typed, words } of [
      { typed: '-5', words: 'Oil must not be negative' },
      { typed: '1.234', words: 'Oil must have at most two decimals' },
      { typed: 'forty', words: 'Oil must be a number, such as 42.5' },
      { typed: '100000000', words: 'Oil is too large' },
    ]) {
      await form.oil.fill(typed);
      await form.save.click();
      await expect(form.oil).toHaveAccessibleDescription(words);
      await expect(form.oil).toHaveAttribute('aria-invalid', 'true');
      await expect(form.oil).toBeFocused();
    }
    await expect(form.gas).not.toHaveAttribute('aria-invalid', 'true');
    expect(sent).toEqual([]);

    await form.oil.fill('12.34');
    await form.oil.press('Control+Enter');
    await expect(page.getByText(/: saved$/)).toBeVisible();
    const [record] = await workspace.recordsOf(well);
    expect(record).toMatchObject({ oilVolume: 12.34, gasVolume: 1234.5, waterVolume: null });
  },
);

test('an empty form and a day to come are refused in words', DEEP, async ({ page, workspace }) => {
  const well = await workspace.addWell();
  const form = await EntryForm.open(page, well);
  await form.save.click();
  await expect(form.oil).toHaveAccessibleDescription('Give at least one of oil, gas and water');
  await form.oil.fill('1');
  await form.date.fill(daysBefore(await workspace.today(), -1));
  await form.save.click();
  await expect(form.date).toHaveAccessibleDescription('The day must not be after today');
  expect(await workspace.recordsOf(well)).toEqual([]);
});

test.describe('when a colleague has entered the day meanwhile', () => {
  for (const { choice, oil, day } of [
    { choice: 'Keep theirs', oil: 50, day: DAY_2 },
    { choice: 'Save mine instead', oil: 30, day: DAY_3 },
  ]) {
    test(`both are shown, and "${choice}" does what it says`, day, async ({ page, workspace }) => {
      const today = await workspace.today();
      const well = await workspace.addWell();
      const form = await EntryForm.open(page, well);
      await form.oil.fill('30');
      await form.notes.fill('Gauged twice');
      await workspace.enter(well, { productionDate: today, oilVolume: 50 });
      await form.save.click();

      const dialog = page.getByRole('dialog', { name: 'Somebody else has saved this day' });
      await expect(dialog).toContainText('Morgan Blake saved it');
      await expect(dialog.getByRole('row', { name: /Oil/ })).toContainText(/50\.0.*30\.0/);
      await dialog.getByRole('button', { name: choice }).click();
      await expect(dialog).toBeHidden();
      await expect
        .poll(async () => (await workspace.recordsOf(well)).map(({ oilVolume }) => oilVolume))
        .toEqual([oil]);
      // Neither choice leaves anything behind that waits to be saved.
      await page.goto('/enter');
      await expect(page.getByRole('progressbar', { name: 'Entered' })).toBeVisible();
      await expect(page.getByRole('button', { name: /^Save all/ })).toBeHidden();
    });
  }
});

test('what was typed survives a reload', async ({ page, workspace }) => {
  const well = await workspace.addWell();
  const form = await EntryForm.open(page, well);
  await form.oil.fill('42.');
  await form.notes.fill('Belt slipped, will gauge again at noon');
  await page.reload();
  await expect(form.oil).toHaveValue('42.');
  await expect(form.notes).toHaveValue('Belt slipped, will gauge again at noon');
  await form.save.click();
  await expect(page.getByText(/: saved$/)).toBeVisible();
  await EntryForm.open(page, well, daysBefore(await workspace.today(), 1));
  await expect(form.oil).toHaveValue('');
});

test('a save without a network loses nothing, and does it once when it is tried again', async ({
  page,
  workspace,
}) => {
  const well = await workspace.addWell();
  const form = await EntryForm.open(page, well);
  await form.oil.fill('42.5');
  await page.context().setOffline(true);
  await form.save.click();
  await expect(form.problem).toContainText('The server cannot be reached');
  await expect(form.oil).toHaveValue('42.5');

  await page.context().setOffline(false);
  await page.reload();
  await expect(form.oil).toHaveValue('42.5');
  await form.save.click();
  await expect(page.getByText(/: saved$/)).toBeVisible();
  expect(await workspace.recordsOf(well)).toHaveLength(1);
});

test(
  'an answer that never arrives after the server has saved is settled without a second record',
  DAY_1,
  async ({ page, workspace }) => {
    const well = await workspace.addWell();
    const form = await EntryForm.open(page, well);
    await page.route(
      '**/production',
      async (route) => {
        if (isWrite(route.request())) await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await form.oil.fill('42.5');
    await form.save.click();
    await expect(form.problem).toContainText('The server cannot be reached');
    await expect.poll(() => workspace.recordsOf(well)).toHaveLength(1);
    await form.save.click();
    await expect(page.getByText(/: saved$/).or(page.getByRole('dialog'))).toBeVisible();
    expect(await workspace.recordsOf(well)).toMatchObject([{ oilVolume: 42.5 }]);
  },
);
