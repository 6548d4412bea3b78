import type { Well } from '@wellpulse/contracts';
import { readFile } from 'node:fs/promises';
import { inFullWords } from '../../support/days.ts';
import { ImportPage } from '../../support/pages/import-page.ts';
import { DAY_5, DEEP, expect, test } from '../../support/test.ts';

/** As spreadsheets write it in many places: a byte order mark, semicolons, CRLF, thousands in quotes. */
const fileOf = (wells: readonly Well[]) => {
  const lines = [
    'Day;Well name;Oil bbl;Gas mcf;Water bbl;Shift',
    ...wells.flatMap(({ name }) => [
      `07-Apr-14;${name};"1,041.5";2110;30.25;day`,
      `08-Apr-14;${name};1040;2100;;day`,
      `09-Apr-14;${name};1039;2090;-14;day`,
      `10-Apr-14;${name};0;0;0;night`,
    ]),
    '07-Apr-14;No such well;1;2;3;day',
  ];
  return {
    name: 'readings.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
  };
};

test(
  'a file is mapped with its rows in view, tried out, taken once, and what is refused is listed',
  DAY_5,
  async ({ page, workspace }) => {
    const well = await workspace.addWell();
    const form = await ImportPage.open(page, fileOf([well]));
    await expect(form.field('Well')).toHaveText('Well name');
    await expect(form.field('Day')).toHaveText('Day');
    await expect(form.field('Written as')).toHaveValue('d-MMM-yy');
    await form.field('Written as').fill('dd-MMM-yy');
    await expect(form.field('Oil')).toHaveText('Oil bbl');
    await expect(form.field('Columns are parted by')).toHaveText('Semicolon');
    const first = form.preview.getByRole('row').nth(1);
    await expect(first).toContainText(/Mon 7 Apr 2014.*1,041\.5.*2,110\.0.*30\.3.*Taken/);
    await expect(form.preview.getByRole('row').nth(3)).toContainText(/Refused.*-14/);
    await form.choose('Oil is in', 'Sm³');
    await expect(first).toContainText('6,550.8');
    await form.choose('Oil is in', 'bbl');
    await page.getByRole('button', { name: 'Add filter' }).click();
    await form.choose('Column of filter 1', 'Shift');
    await form.field('Value of filter 1').fill('day');
    await expect(form.preview.getByRole('row').nth(4)).toContainText('Left out');
    await page.getByRole('radio', { name: 'As in the file' }).click();
    await expect(page.getByRole('table', { name: 'The first rows as in the file' })).toContainText('1,041.5');

    await form.tryOut();
    await form.expectCounts({ Rows: '5', New: '2', 'Left out': '1', Refused: '2' });
    expect(await workspace.recordsOf(well)).toEqual([]);
    await expect(form.refused.getByRole('row').nth(1)).toContainText(/4.*Negative volume.*Water bbl.*-14/);
    await expect(form.refused.getByRole('row').nth(2)).toContainText(/6.*No such well.*Well name/);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download refused rows' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('readings-refused.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^4,VOLUME_NEGATIVE,Water bbl,-14,/);

    await page.getByRole('button', { name: 'Import now' }).click();
    await expect(form.result.getByText('Imported')).toBeVisible();
    await form.expectCounts({ Taken: '2', Unchanged: '0', Refused: '2' });
    expect(await workspace.recordsOf(well)).toMatchObject([
      {
        productionDate: '2014-04-08',
        oilVolume: 1040,
        gasVolume: 2100,
        waterVolume: null,
        entryMethod: 'SCADA',
      },
      { productionDate: '2014-04-07', oilVolume: 1041.5, gasVolume: 2110, waterVolume: 30.25 },
    ]);
    await form.import();
    await form.expectCounts({ Taken: '0', Updated: '0', Unchanged: '2', Refused: '2' });

    // The same export comes every day: its mapping is remembered.
    await page.reload();
    await page.getByLabel('CSV file').setInputFiles(fileOf([well]));
    await expect(form.field('Value of filter 1')).toHaveValue('day');
  },
);

test('the column of the month makes estimates of its rows', DEEP, async ({ page, workspace }) => {
  const well = await workspace.addWell();
  const rows = [
    'Day,Well name,Oil bbl,Month',
    `2025-04-07,${well.name},30,2025-04`,
    `2025-04-08,${well.name},31,`,
  ];
  const file = { name: 'april.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  const form = await ImportPage.open(page, file);
  const first = form.preview.getByRole('row').nth(1);
  await expect(first).not.toContainText('Estimated');
  await form.choose('Month that the row is a share of', 'Month');
  await expect(first).toContainText(/Taken.*Estimated/);
  await expect(form.preview.getByRole('row').nth(2)).not.toContainText('Estimated');
  await form.import();
  await form.expectCounts({ Taken: '2' });
  expect(await workspace.recordsOf(well)).toMatchObject([
    { productionDate: '2025-04-08', estimatedFrom: null },
    { productionDate: '2025-04-07', estimatedFrom: '2025-04' },
  ]);
});

test('with "take none", one wrong row keeps all the others out', DEEP, async ({ page, workspace }) => {
  const well = await workspace.addWell();
  const form = await ImportPage.open(page, fileOf([well]));
  await form.choose('If a row is wrong', 'take none');
  await form.import();
  await expect(form.result.getByText('Nothing was taken, because some rows are wrong')).toBeVisible();
  expect(await workspace.recordsOf(well)).toEqual([]);
});

test('what is missing in the mapping is said before anything is sent', DEEP, async ({ page, workspace }) => {
  const form = await ImportPage.open(page, fileOf([await workspace.addWell()]));
  for (const product of ['Oil', 'Gas', 'Water']) await form.choose(product, 'Not in this file');
  await form.field('Written as').fill('yyyy');
  await form.import();
  await expect(form.field('Oil')).toHaveAccessibleDescription('Map at least one of oil, gas and water');
  await expect(form.field('Written as')).toHaveAccessibleDescription(/Must hold a year, a month and a day/);
});

test('while a long file is read, the page shows how far it is', DEEP, async ({ page, workspace }) => {
  const well = await workspace.addWell();
  const days = Array.from({ length: 15_000 }, (_, day) =>
    new Date(Date.UTC(1980, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const lines = days.map((day, row) => `${day},${well.apiNumber},${100 + (row % 50)}`);
  const buffer = Buffer.from(`date,api_number,oil\n${lines.join('\n')}\n`);
  const form = await ImportPage.open(page, { name: 'history.csv', mimeType: 'text/csv', buffer });
  const progress = page.getByText(/^[\d,]+ rows · [\d,]+ taken · 0 refused$/).waitFor();
  await form.import();
  await progress;
  await expect(form.result.getByText('Imported')).toBeVisible({ timeout: 30_000 });
  await form.expectCounts({ Rows: '15,000', Taken: '15,000', Refused: '0' });
  await page.goto(`/wells/${well.id}`);
  await page.getByRole('radiogroup', { name: 'Range' }).getByRole('radio', { name: 'All' }).click();
  await expect(page.getByRole('heading', { name: 'Daily records' }).locator('..')).toContainText(
    '15,000 days',
  );
  await page
    .getByRole('textbox', { name: 'To' })
    .or(page.getByLabel('To', { exact: true }))
    .fill(days[0] ?? '');
  await expect(page.getByRole('row', { name: inFullWords(days[0] ?? '') })).toBeVisible();
});
