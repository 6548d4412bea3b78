import type { Page } from '@playwright/test';
import type { Well } from '@wellpulse/contracts';
import { readFile } from 'node:fs/promises';
import { Chart } from '../../support/pages/chart.ts';
import { daysBefore, inFullWords } from '../../support/days.ts';
import type { Workspace } from '../../support/workspace.ts';
import { DAY_3, DAY_5, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: 'viewer' });

const DAYS = 400;
/** The day on which the oil falls to half. */
const FALL = 10;

const volumesOf = (ago: number) => ({
  oilVolume: ago === FALL ? 50 : 100,
  gasVolume: 300 + (ago % 7),
  waterVolume: ago % 100 === 0 ? null : 20.25,
});

/** A well with 400 days up to today, its page open. */
async function openWell(
  page: Page,
  workspace: Workspace,
): Promise<{ well: Well; today: string; chart: Chart }> {
  const today = await workspace.today();
  const entries = Array.from({ length: DAYS }, (_, ago) => ({
    productionDate: daysBefore(today, ago),
    ...volumesOf(ago),
  }));
  const well = await workspace.addWell({}, entries);
  await page.goto(`/wells/${well.id}`);
  return { well, today, chart: new Chart(page, well.name) };
}

test(
  'the chart says each day’s values, in the chosen range and for the chosen products',
  DAY_5,
  async ({ page, workspace }) => {
    const { today, chart } = await openWell(page, workspace);
    await chart.expectToSay(
      'End',
      `${inFullWords(today)}: oil 100.0 bbl, gas 300.0 MCF, water not measured.`,
    );
    await chart.expectNext(
      'ArrowLeft',
      `${inFullWords(daysBefore(today, 1))}: oil 100.0 bbl, gas 301.0 MCF, water 20.3 bbl.`,
    );
    for (const { range, days } of [
      { range: '30 d', days: 30 },
      { range: '90 d', days: 90 },
      { range: '1 y', days: 365 },
      { range: 'All', days: DAYS },
    ]) {
      await page.getByRole('radiogroup', { name: 'Range' }).getByRole('radio', { name: range }).click();
      await chart.expectToSay('Home', new RegExp(`^${inFullWords(daysBefore(today, days - 1))}: `));
    }

    await page.getByRole('button', { name: 'Gas', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Gas', exact: true })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    await chart.expectToSay('End', `${inFullWords(today)}: oil 100.0 bbl, water not measured.`);
    await page.getByRole('radio', { name: 'Cumulative' }).click();
    const oil = (100 * DAYS - 50).toLocaleString('en-US', { minimumFractionDigits: 1 });
    await chart.expectToSay('End', new RegExp(`: oil ${oil} bbl`));
    await page.getByRole('radio', { name: 'Log' }).click();
    await expect(chart.box).toHaveAccessibleName(/cumulative, logarithmic$/);

    // The view is in the address.
    await page.reload();
    await expect(chart.box).toHaveAccessibleName(/cumulative, logarithmic$/);
    await chart.expectToSay(
      'Home',
      new RegExp(`^${inFullWords(daysBefore(today, DAYS - 1))}: oil 100.0 bbl, water 20.3 bbl`),
    );
  },
);

test(
  'zooming shows a part, by keyboard and by dragging, and can be undone',
  DAY_3,
  async ({ page, workspace }) => {
    const { chart } = await openWell(page, workspace);
    const reset = page.getByRole('button', { name: 'Show everything again' });
    await chart.expectToSay('End', /oil 100\.0/);
    await expect(reset).toBeDisabled();
    await chart.box.press('+');
    await expect(reset).toBeEnabled();
    await chart.box.press('0');
    await expect(reset).toBeDisabled();

    await chart.drag(0.4, 0.6);
    await expect(reset).toBeEnabled();
    await reset.click();
    await expect(reset).toBeDisabled();
  },
);

test(
  'alerts that come late mark the chart, and a drag that is under way goes on',
  DEEP,
  async ({ page, workspace }) => {
    const late = Promise.withResolvers<undefined>();
    await page.route('**/alerts?**', async (route) => {
      await late.promise;
      await route.continue();
    });
    const { today, chart } = await openWell(page, workspace);
    await chart.expectToSay('End', /oil/);
    await chart.drag(0.4, 0.6, async () => {
      late.resolve(undefined);
      // Marks are drawn on a canvas: what can be seen of them here is that the answer is there, and two frames later.
      await page.waitForFunction(() =>
        performance
          .getEntriesByType('resource')
          .some(({ name, duration }) => name.includes('/alerts?') && duration > 0),
      );
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
    });
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await chart.expectToSay('End', new RegExp(`^${inFullWords(today)}: `));
    for (let ago = 1; ago < FALL; ago += 1) await chart.box.press('ArrowLeft');
    await chart.expectNext('ArrowLeft', /oil 50\.0 bbl \(−50 %\), gas/);
  },
);

test('a fall beyond the threshold is marked where it happened', DEEP, async ({ page, workspace }) => {
  const { today, chart } = await openWell(page, workspace);
  await chart.expectToSay('End', /oil/);
  for (let ago = 1; ago < FALL; ago += 1) await chart.box.press('ArrowLeft');
  await chart.expectNext(
    'ArrowLeft',
    new RegExp(`^${inFullWords(daysBefore(today, FALL))}: oil 50\\.0 bbl \\(−50 %\\), gas`),
  );
});

test('the chart’s numbers can be read as a table', DEEP, async ({ page, workspace }) => {
  const { well, today } = await openWell(page, workspace);
  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = page.getByRole('table', { name: `Production of ${well.name}` });
  await expect(table).toHaveAttribute('aria-rowcount', '91');
  await expect(table.getByRole('row', { name: inFullWords(daysBefore(today, FALL)) })).toContainText('50.0');
});

test('the picture and the table of the chart are what it shows', DEEP, async ({ page, workspace }) => {
  const { well, today, chart } = await openWell(page, workspace);
  await chart.expectToSay('End', /oil/);
  const save = async (choice: string) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: choice }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const name = `${well.name} production ${daysBefore(today, 89)} ${today}`.toLowerCase().replaceAll(' ', '-');

  const csv = await save('Table (CSV)');
  expect(csv.name).toBe(`${name}.csv`);
  const rows = Array.from({ length: 90 }, (_, row) => {
    const { oilVolume, gasVolume, waterVolume } = volumesOf(89 - row);
    return `${daysBefore(today, 89 - row)},${oilVolume},${gasVolume},${waterVolume ?? ''},`;
  });
  expect(csv.bytes.toString('utf8').trim().split('\r\n')).toEqual([
    'Date,Oil (bbl),Gas (MCF),Water (bbl),Estimated',
    ...rows,
  ]);

  const png = await save('Picture (PNG)');
  expect(png.name).toBe(`${name}.png`);
  expect(png.bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(800);
  // A picture with lines on it: an empty one of this size is much smaller.
  expect(png.bytes.length).toBeGreaterThan(15_000);
});
