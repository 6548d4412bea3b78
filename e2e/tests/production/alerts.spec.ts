import { endpoints } from '@wellpulse/contracts';
import { aWell, uniqueSlug } from '@wellpulse/testing';
import { readFile } from 'node:fs/promises';
import { daysBefore, inWords } from '../../support/days.ts';
import { DAY_3, DEEP, expect, test } from '../../support/test.ts';

test(
  'an alert appears with the reading, is acknowledged with a word, and clears when the reading is corrected',
  DAY_3,
  async ({ page, openAs, workspace }) => {
    const today = await workspace.today();
    const well = await workspace.addWell({}, [
      { productionDate: daysBefore(today, 1), oilVolume: 42, gasVolume: 90 },
    ]);
    await page.goto(`/alerts?status=ALL&well=${well.id}`);
    await expect(page.getByText('No alert matches')).toBeVisible();

    const record = await workspace.enter(well, { productionDate: today, oilVolume: 18, gasVolume: 0 });
    const oil = page.getByRole('row', { name: 'Oil' });
    const gas = page.getByRole('row', { name: 'Gas' });
    await expect(oil).toContainText(/42\.0.*18\.0.*bbl.*−57 %.*Open/);
    await expect(gas).toContainText(/90\.0.*0.*MCF.*stopped.*Open/);

    const operator = await openAs('operator');
    await operator.goto(`/wells/${well.id}`);
    await operator.getByRole('button', { name: `Acknowledge ${inWords(today)}` }).click();
    const dialog = operator.getByRole('dialog', { name: 'Acknowledge 2 alerts' });
    await dialog.getByLabel('Comment').fill('Down for a pump change');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await expect(dialog).toBeHidden();
    await expect(oil).toContainText(/Acknowledged.*Jo Ortiz.*Down for a pump change/);

    await (
      await workspace.as('manager')
    ).ask(endpoints.production.update, {
      params: { wellId: well.id, id: record.id },
      body: { oilVolume: 41, gasVolume: 88, version: record.version },
    });
    await expect(oil).toContainText('Cleared');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/productionDate,wellName,product/);
    await expect(gas).toContainText('Cleared');
    await page.getByRole('radiogroup', { name: 'Status' }).getByRole('radio', { name: 'Open' }).click();
    await expect(page.getByText('No alert matches')).toBeVisible();
  },
);

test('the open alerts of a well are acknowledged up to a day at once', DEEP, async ({ page, workspace }) => {
  const today = await workspace.today();
  const entries = [100, 50, 100, 50].map((oilVolume, ago) => ({
    productionDate: daysBefore(today, ago),
    oilVolume,
  }));
  const well = await workspace.addWell({}, entries);
  await page.goto(`/alerts?well=${well.id}`);
  await expect(page.getByRole('row').filter({ hasText: well.name })).toHaveCount(3);
  await page.getByRole('button', { name: /^Acknowledge all/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`The open alerts of ${well.name} only.`);
  await dialog.getByRole('button', { name: 'Acknowledge 2 alerts' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: well.name })).toHaveCount(1);
});

test.describe('in a tenant with few open alerts', () => {
  test.use({ person: 'bravoManager' });

  test('an alert is acknowledged from Home', DEEP, async ({ page, workspace }) => {
    const manager = await workspace.as('bravoManager');
    const { today } = await manager.ask(endpoints.auth.me, {});
    const well = await manager.ask(endpoints.wells.create, { body: aWell({ name: uniqueSlug('Well') }) });
    const enter = (productionDate: string, oilVolume: number) =>
      manager.ask(endpoints.production.create, {
        params: { wellId: well.id },
        body: { productionDate, oilVolume },
      });
    await enter(daysBefore(today, 1), 10);
    await page.goto('/');
    await enter(today, 30);
    await page.getByRole('button', { name: `Acknowledge ${well.name}` }).click();
    await page.getByRole('dialog').getByRole('textbox').press('Enter');
    await expect(page.getByText(`${well.name}: acknowledged`)).toBeVisible();
    await expect(page.getByRole('button', { name: `Acknowledge ${well.name}` })).toBeHidden();
    const alerts = await manager.ask(endpoints.alerts.list, { query: { wellId: well.id } });
    expect(alerts.items).toMatchObject([{ status: 'ACKNOWLEDGED', comment: null }]);
  });
});
