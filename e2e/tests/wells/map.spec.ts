/** The map in a browser that has WebGL. */
import { uniqueSlug } from '@wellpulse/testing';
import { chromium } from '../../support/stack/chromium.ts';
import { daysBefore } from '../../support/days.ts';
import { DAY_2, DAY_3, expect, test } from '../../support/test.ts';

test.use({ launchOptions: chromium({ webGl: true }) });

test(
  'a well stands at its place on the map, says what it is, and leads to its page',
  DAY_2,
  async ({ page, workspace }) => {
    const route = uniqueSlug('Mapped');
    const today = await workspace.today();
    const entries = [100, 50].map((oilVolume, ago) => ({
      productionDate: daysBefore(today, ago + 1),
      oilVolume,
    }));
    const well = await workspace.addWell({ route, latitude: 31.9, longitude: -102.1 }, entries);
    await page.goto(`/?route=${route}`);
    const map = page.getByRole('region', { name: 'Map of wells' });
    const canvas = map.locator('canvas');
    await expect(canvas).toBeVisible();
    await expect(map.getByRole('button', { name: 'Show all wells' })).toBeVisible();
    const legend = page.getByRole('list').filter({ hasText: 'Not entered' }).last();
    await expect(legend).toHaveText(/Active 1.*Not entered 1.*Open alert 1/);

    // The only well of the route is what the map is centred on.
    await expect(async () => {
      await canvas.hover();
      await expect(map.getByText('Not entered')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(map.getByText(well.name)).toBeVisible();
    await canvas.click();
    await expect(page).toHaveURL(`/wells/${well.id}`);
  },
);

test('no outside server is asked for anything', DAY_3, async ({ page, workspace }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== workspace.addresses.webUrl) outside.push(url.href);
  });
  await page.goto('/');
  const map = page.getByRole('region', { name: 'Map of wells' });
  await map.getByRole('button', { name: 'Zoom in' }).click();
  await map.getByRole('button', { name: 'Show all wells' }).click();
  await expect(map.locator('canvas')).toBeVisible();
  expect(outside).toEqual([]);
});
