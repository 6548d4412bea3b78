import { daysBefore, inWords } from '../../support/days.ts';
import { EntryForm } from '../../support/pages/entry-form.ts';
import { readsQuestion } from '../../support/pages/reads-question.ts';
import { DAY_2, DAY_3, DAY_4, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: 'operator' });

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
    { productionDate: daysBefore(today, 1), oilVolume: 40, gasVolume: 100, waterVolume: 9 },
  ]);
  const form = await EntryForm.open(page, well);
  await form.oil.fill('48');
  await form.gas.fill('120.01');
  await form.water.fill('0');
  await expect(form.oil).not.toHaveAccessibleDescription(/against/);
  await expect(form.gas).toHaveAccessibleDescription('+20 % against 100.0 the day before');
  await expect(form.water).toHaveAccessibleDescription('Stopped: 9.0 bbl the day before');
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

test(
  'what a colleague has entered meanwhile is shown beside one’s own, which may take its place',
  DAY_3,
  async ({ page, workspace }) => {
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
    await dialog.getByRole('button', { name: 'Save mine instead' }).click();
    await expect(dialog).toBeHidden();
    await expect
      .poll(async () => (await workspace.recordsOf(well)).map(({ oilVolume }) => oilVolume))
      .toEqual([30]);
    // Nothing is left behind that waits to be saved.
    await page.goto('/enter');
    await expect(page.getByRole('progressbar', { name: 'Entered' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Save \d+ well/ })).toBeHidden();
  },
);

test(
  'an unusual volume is asked about once, and what was meant is one tap away',
  DAY_2,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const well = await workspace.addWell({}, [{ productionDate: daysBefore(today, 1), oilVolume: 44.1 }]);
    // A person is quicker than the answer that says what was measured before.
    await page.route('**/production?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    const form = await EntryForm.open(page, well);
    await form.oil.fill('4410');
    await form.save.click();
    await expect(form.problem).toContainText('4,410 is 100 times yesterday. 44.1? Enter again to keep');
    await expect(form.oil).toBeFocused();
    expect(await workspace.recordsOf(well)).toHaveLength(1);
    await page.getByRole('button', { name: 'Use 44.1' }).click();
    await expect(form.oil).toHaveValue('44.1');
    await expect(form.problem).toBeHidden();
    await form.oil.fill('4410');
    await readsQuestion(page);
    await form.oil.press('Control+Enter');
    // The answer was given for this volume: it stands.
    await expect(page.getByText(/: saved$/)).toBeVisible();
    expect((await workspace.recordsOf(well))[0]).toMatchObject({ oilVolume: 4410, confirmed: true });
  },
);

test('what was typed survives a reload', DAY_4, async ({ page, workspace }) => {
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
