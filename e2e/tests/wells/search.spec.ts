/** The search over everything: what it finds besides wells, equipment and pages, and where that leads. */
import { uniqueSlug } from '@wellpulse/testing';
import type { Page } from '@playwright/test';
import { daysBefore } from '../../support/days.ts';
import { addDevice } from '../../support/devices.ts';
import { DAY_4, DEEP, expect, test } from '../../support/test.ts';

/** Types into the search from Home, and chooses what stands under a heading. */
async function choose(page: Page, text: string, heading: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.getByRole('group', { name: heading }).getByRole('option', { name: text }).click();
}

test('a manager finds what a person did, and a device', DAY_4, async ({ page, workspace }) => {
  await choose(page, 'Jo Ortiz', 'People');
  await expect(page).toHaveURL(/\/audit\?user=/);
  const { name } = await addDevice(workspace, 'operator');
  await choose(page, name, 'Devices');
  await expect(page).toHaveURL(/\/sync\?device=/);
  await expect(page.getByText(name).first()).toBeVisible();
});

test('the open alerts of a well are found by its name', DEEP, async ({ page, workspace }) => {
  const today = await workspace.today();
  const well = await workspace.addWell({ name: uniqueSlug('Searched') }, [
    { productionDate: daysBefore(today, 2), oilVolume: 100 },
    { productionDate: daysBefore(today, 1), oilVolume: 40 },
  ]);
  await choose(page, well.name, 'Open alerts');
  await expect(page).toHaveURL(`/alerts?well=${well.id}`);
  await expect(page.getByRole('row', { name: well.name })).toBeVisible();
});

test('Enter never takes what was found for half of the text', DEEP, async ({ page, workspace }) => {
  const family = uniqueSlug('Family');
  await workspace.addWell({ name: `${family} A` });
  const wanted = await workspace.addWell({ name: `${family} B` });
  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(family);
  await expect(page.getByRole('option', { name: wanted.name })).toBeVisible();
  await page.keyboard.type(' B');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: wanted.name })).toBeVisible();
});
