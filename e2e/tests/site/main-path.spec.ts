import type { Page } from '@playwright/test';
import { uniqueSlug } from '@wellpulse/testing';
import { Chart } from '../../support/pages/chart.ts';
import { daysBefore, inFullWords } from '../../support/days.ts';
import { tabTo } from '../../support/pages/keyboard.ts';
import { expect, test } from '../../support/test.ts';

/** More than all other wells together, so that the totals show it. */
const OIL = 654_321.25;

test('a reading that the operator enters by keyboard appears on the manager’s open pages by itself', async ({
  page,
  openAs,
  workspace,
}) => {
  const today = await workspace.today();
  const route = uniqueSlug('Route');
  const well = await workspace.addWell(
    { route },
    [3, 2, 1].map((ago) => ({ productionDate: daysBefore(today, ago), oilVolume: 600_000 + ago })),
  );

  await page.goto('/');
  const chartPage = await page.context().newPage();
  await chartPage.goto(`/wells/${well.id}`);
  const progress = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: route }) });
  await expect(progress).toContainText('0 of 1');
  const chart = new Chart(chartPage, well.name);
  await chart.expectToSay('End', new RegExp(`^${inFullWords(today)}: oil not measured`));
  const loadedAt = await Promise.all([page, chartPage].map(timeOfLoading));

  const operator = await openAs('operator');
  await operator.goto('/');
  await expect(operator.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  await operator.keyboard.press('/');
  await operator.keyboard.type(well.name);
  await expect(operator.getByRole('option', { name: well.name })).toBeVisible();
  await operator.keyboard.press('Enter');
  await tabTo(operator.getByRole('button', { name: 'Enter reading' }));
  await operator.keyboard.press('Enter');
  await expect(operator.getByRole('textbox', { name: 'Oil' })).toBeFocused();
  await operator.keyboard.type(String(OIL));
  await operator.keyboard.press('Tab');
  await operator.keyboard.type('1000');
  await operator.keyboard.press('Tab');
  await operator.keyboard.type('12.5');
  await operator.keyboard.press('Control+Enter');
  await expect(operator.getByText(/: saved$/)).toBeVisible();

  const activity = page.getByRole('list', { name: 'Live from the field' }).getByRole('listitem');
  await expect(activity.filter({ hasText: well.name }).first()).toContainText(
    'oil 654,321.3 bbl · gas 1,000.0 MCF · water 12.5 bbl · Jo Ortiz',
  );
  await expect(progress).toContainText('1 of 1');
  await expect(progress).toContainText('All entered');
  const oil = page.getByRole('region', { name: 'Totals of all routes' }).getByRole('article').first();
  await expect
    .poll(async () => Number(/[\d,]+/.exec(await oil.innerText())?.[0].replaceAll(',', '')))
    .toBeGreaterThan(OIL);

  await chart.expectToSay(
    'End',
    `${inFullWords(today)}: oil 654,321.3 bbl, gas 1,000.0 MCF, water 12.5 bbl.`,
  );
  const row = chartPage
    .getByRole('table', { name: 'Daily records' })
    .getByRole('row', { name: inFullWords(today) });
  await expect(row).toContainText('654,321.3');
  expect(await Promise.all([page, chartPage].map(timeOfLoading))).toEqual(loadedAt);
});

const timeOfLoading = (page: Page) => page.evaluate(() => performance.timeOrigin);
