/** Pictures of the gauge or the ticket, from the form of a day to its record. And days that nobody read off. */
import { endpoints } from '@wellpulse/contracts';
import { uniqueSlug } from '@wellpulse/testing';
import { daysBefore, inWords } from '../../support/days.ts';
import { EntryForm } from '../../support/pages/entry-form.ts';
import { expectAccessible } from '../../support/pages/page-checks.ts';
import { aPicture } from '../../support/pictures.ts';
import { DAY_1, DAY_3, expect, test } from '../../support/test.ts';

test.use({ person: 'manager' });

test(
  'photos of a reading are chosen in its form, and its record shows them',
  DAY_3,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const well = await workspace.addWell();
    const form = await EntryForm.open(page, well);
    await form.oil.fill('42.5');
    await page.getByLabel('Add photos').setInputFiles([await aPicture(page, { name: 'gauge.jpg' })]);
    await form.save.click();
    await expect(page.getByText(`${well.name}, ${inWords(today)}: saved`)).toBeVisible({ timeout: 30_000 });
    const [record] = await workspace.recordsOf(well);
    expect(record?.photoHashes).toHaveLength(1);

    await page.getByRole('button', { name: `Photos of ${inWords(today)}: 1` }).click();
    const history = page.getByRole('dialog', { name: 'History' });
    await expect(history.getByRole('list', { name: `Photos of ${inWords(today)}` })).toBeVisible();
    await expect(history.getByText('1 photo')).toBeVisible();
    await expectAccessible(page);

    const again = await EntryForm.open(page, well);
    await expect(page.getByRole('list', { name: `Photos of ${inWords(today)}` })).toBeVisible();
    await page.getByLabel('Add photos').setInputFiles([await aPicture(page, { name: 'ticket.jpg' })]);
    await again.save.click();
    await expect
      .poll(async () => (await workspace.recordsOf(well))[0]?.photoHashes.length, { timeout: 30_000 })
      .toBe(2);
  },
);

test(
  'a share of a month is shown as an estimate until somebody types the day',
  DAY_1,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const day = daysBefore(today, 1);
    const route = uniqueSlug('Estimate');
    const well = await workspace.addWell({ route });
    const body = new FormData();
    const mapping = {
      well: { column: 'well', by: 'ID' },
      date: { column: 'day', format: 'yyyy-MM-dd' },
      oil: { column: 'oil', unit: 'BBL' },
      gas: { column: 'gas', unit: 'MCF' },
      estimatedFrom: { column: 'month' },
    };
    body.set('mapping', JSON.stringify(mapping));
    body.set(
      'file',
      new Blob([`well,day,oil,gas,month\n${well.id},${day},30,100,${day.slice(0, 7)}\n`]),
      'month.csv',
    );
    const manager = await workspace.as('manager');
    const { method, path } = endpoints.imports.production;
    expect((await manager.fetch(path, { method, body })).ok).toBe(true);

    await page.goto(`/wells/${well.id}`);
    await expect(page.getByText('Shaded days are estimates.')).toBeVisible();
    const row = page.getByRole('row').filter({ hasText: inWords(day) });
    await expect(row.getByText('Estimated', { exact: true })).toBeVisible();

    await page.goto(`/enter?route=${route}&date=${day}`);
    const line = page.getByRole('group', { name: well.name });
    await expect(line.getByText('Estimated', { exact: true })).toBeVisible();
    const oil = page.getByRole('textbox', { name: `Oil, ${well.name}` });
    await expect(oil).toHaveValue('');
    await expect(oil).toHaveAttribute('placeholder', 'est. 30.0');

    const form = await EntryForm.open(page, well, day);
    await expect(form.oil).toHaveAttribute('placeholder', 'est. 30.0');
    await form.oil.fill('41');
    await form.save.click();
    await expect(page.getByText(`${well.name}, ${inWords(day)}: saved`)).toBeVisible();
    await expect(row).toContainText('41.0');
    await expect(row).not.toContainText('100.0');
    await expect(row.getByText('Estimated', { exact: true })).toHaveCount(0);
  },
);
