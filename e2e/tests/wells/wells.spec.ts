import { uniqueApiNumber, uniqueSlug } from '@wellpulse/testing';
import { readFile } from 'node:fs/promises';
import { DAY_2, DAY_3, DEEP, expect, test } from '../../support/test.ts';

test(
  'wells are searched, sorted and filtered, and the address keeps it',
  DAY_2,
  async ({ page, workspace }) => {
    const lease = uniqueSlug('Lease');
    await workspace.addWell({ name: `${lease} A`, lease });
    await workspace.addWell({ name: `${lease} B`, lease, status: 'SHUT_IN' });
    await page.goto('/wells');
    const rows = page.getByRole('table', { name: 'Wells' }).getByRole('row');
    await page.getByRole('searchbox', { name: 'Search wells' }).fill(lease);
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText(`${lease} A`);
    await page.getByRole('button', { name: 'Name' }).click();
    await expect(rows.nth(1)).toContainText(`${lease} B`);
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Shut in' }).click();
    await expect(rows).toHaveCount(2);
    await page.reload();
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText(`${lease} B`);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    await rows.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: `${lease} B` })).toBeVisible();
  },
);

test(
  'a manager adds a well and changes it; a taken API number is said beside its field',
  DAY_3,
  async ({ page, workspace }) => {
    const other = await workspace.addWell();
    const name = uniqueSlug('Added');
    await page.goto('/wells');
    await page.getByRole('button', { name: 'Add well' }).click();
    const form = page.getByRole('dialog', { name: 'Add well' });
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('API number').fill(other.apiNumber);
    await form.getByLabel('Latitude').fill('31.85');
    await form.getByRole('button', { name: 'Add well' }).click();
    await expect(form.getByLabel('Longitude')).toHaveAccessibleDescription(/belong together/);
    await form.getByLabel('Longitude').fill('-102.37');
    await form.getByRole('button', { name: 'Add well' }).click();
    await expect(form.getByLabel('API number')).toHaveAccessibleDescription(/Another well has this/);
    await form.getByLabel('API number').fill(uniqueApiNumber());
    await form.getByRole('button', { name: 'Add well' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

    await page.getByRole('button', { name: 'More about this well' }).click();
    await expect(page.getByRole('menuitem', { name: 'Delete well' })).toBeHidden();
    await page.getByRole('menuitem', { name: 'Edit well' }).click();
    const edit = page.getByRole('dialog', { name: `Edit ${name}` });
    await edit.getByLabel('Status').click();
    await page.getByRole('option', { name: 'Plugged' }).click();
    await expect(edit.getByText('This is final')).toBeVisible();
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect(edit).toBeHidden();
    await expect(page.getByRole('main').getByText('Plugged').first()).toBeVisible();
    // Of days up to then.
    await expect(page.getByRole('button', { name: 'Enter reading' })).toBeVisible();
  },
);

test.describe('an administrator', () => {
  test.use({ person: 'admin' });

  test('deletes a well after a question', DAY_3, async ({ page, workspace }) => {
    const well = await workspace.addWell();
    await page.goto(`/wells/${well.id}`);
    await page.getByRole('button', { name: 'More about this well' }).click();
    await page.getByRole('menuitem', { name: 'Delete well' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page).toHaveURL('/wells');
    await page.goto(`/wells/${well.id}`);
    await expect(page.getByText('There is no such well')).toBeVisible();
  });
});

test('an API number is copied with one tap', DEEP, async ({ page, workspace }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const well = await workspace.addWell();
  await page.goto(`/wells/${well.id}`);
  await page.getByRole('button', { name: 'Copy API number' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(well.apiNumber);
});
