/** The map in a browser without WebGL, and its list. In every browser the list is the keyboard's way to the wells. */
import { uniqueSlug } from '@wellpulse/testing';
import { tabTo } from '../../support/pages/keyboard.ts';
import { DAY_1, DEEP, expect, test } from '../../support/test.ts';

test('without WebGL the wells are drawn all the same', DEEP, async ({ page, workspace }) => {
  const route = uniqueSlug('Drawn');
  const well = await workspace.addWell({ route, latitude: 31.9, longitude: -102.1 });
  await page.goto(`/?route=${route}`);
  const map = page.getByRole('region', { name: 'Map of wells' });
  await expect(page.getByText('this browser can’t show the map that zooms')).toBeVisible();
  await map.getByTitle(new RegExp(well.name)).click();
  await expect(page).toHaveURL(`/wells/${well.id}`);
});

test(
  'an entry stands where it was made, and far from its well it warns',
  DAY_1,
  async ({ page, workspace }) => {
    const route = uniqueSlug('Placed');
    const today = await workspace.today();
    const place = { latitude: 31.9, longitude: -102.1 };
    const [near, far] = [
      await workspace.addWell({ route, ...place }),
      await workspace.addWell({ route, ...place }),
    ];
    const location = { ...place, accuracyFeet: 16, capturedAt: new Date().toISOString() };
    await workspace.enter(near, {
      productionDate: today,
      oilVolume: 40,
      location: { ...location, distanceFeet: 365 },
    });
    await workspace.enter(far, {
      productionDate: today,
      oilVolume: 40,
      location: { ...location, distanceFeet: 700 },
    });
    await page.goto(`/?route=${route}`);
    const map = page.getByRole('region', { name: 'Map of wells' });
    await expect(page.getByRole('listitem').filter({ hasText: /^Entry 2$/ })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: /^Over 500 ft away 1$/ })).toBeVisible();
    await expect(
      map.getByTitle(new RegExp(`Entry ${far.name}.*700 ft from the well.*over 500 ft`)),
    ).toBeAttached();
    await page.getByRole('button', { name: 'List the wells' }).click();
    await map
      .getByRole('listitem')
      .getByRole('button', { name: `Entry ${near.name}` })
      .click();
    await expect(page).toHaveURL(`/wells/${near.id}`);

    await page.getByRole('button', { name: 'History' }).first().click();
    const history = page.getByRole('dialog', { name: 'History' });
    await expect(history).toContainText('365 ft from the well, within 16 ft');
    await expect(history).toContainText('31.9, -102.1');
  },
);

test('the list of the map’s wells is searched and used by keyboard', DEEP, async ({ page, workspace }) => {
  const route = uniqueSlug('Listed');
  const [first, second] = [
    await workspace.addWell({ route, latitude: 31.9, longitude: -102.1 }),
    await workspace.addWell({ route, latitude: 31.8, longitude: -102.2, status: 'SHUT_IN' }),
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
