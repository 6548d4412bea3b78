/** The map in a browser without WebGL, and its list, which is the keyboard's way to the wells in every browser. */
import { uniqueSlug } from '@wellpulse/testing';
import { tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/test.ts';

test('without WebGL the wells are drawn all the same', async ({ page, office }) => {
  const route = uniqueSlug('Drawn');
  const well = await office.addWell({ route, latitude: 31.9, longitude: -102.1 });
  await page.goto(`/?route=${route}`);
  const map = page.getByRole('region', { name: 'Map of wells' });
  await expect(page.getByText('this browser can’t show the map that zooms')).toBeVisible();
  await map.getByTitle(new RegExp(well.name)).click();
  await expect(page).toHaveURL(`/wells/${well.id}`);
});

test('the list of the map’s wells is searched and used by keyboard', async ({ page, office }) => {
  const route = uniqueSlug('Listed');
  const [first, second] = [
    await office.addWell({ route, latitude: 31.9, longitude: -102.1 }),
    await office.addWell({ route, latitude: 31.8, longitude: -102.2, status: 'SHUT_IN' }),
  ];
  await page.goto(`/?route=${route}`);
  await tabTo(page.getByRole('button', { name: 'List the wells' }));
  await page.keyboard.press('Enter');
  const search = page.getByRole('searchbox', { name: 'Search wells on the map' });
  await expect(search).toBeFocused();
  await page.keyboard.type(second.name);
  const listed = page.getByRole('region', { name: 'Map of wells' }).getByRole('listitem');
  await expect(listed).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(listed.getByRole('button', { name: `${second.name}, shut in` })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'List the wells' })).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.type(first.name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/wells/${first.id}`);
});
