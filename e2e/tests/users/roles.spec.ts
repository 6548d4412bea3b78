/** Who sees and reaches what. The API decides for itself; here the pages must not offer what it would refuse. */
import { endpoints } from '@wellpulse/contracts';
import { aWell } from '@wellpulse/testing';
import type { Person } from '../../support/people.ts';
import { DAY_1, DAY_2, DAY_3, DAY_4, DAY_5, type DAYS, expect, test } from '../../support/test.ts';

declare global {
  interface Window {
    /** What the live stream said. */
    heard?: string[];
  }
}

const DAILY = ['Alerts', 'Equipment', 'Maintenance', 'Conflicts', 'Sync'];
const MENUS: [Person, string[], (typeof DAYS)[number]][] = [
  ['viewer', ['Home', 'Wells', ...DAILY, 'Settings'], DAY_1],
  ['operator', ['Home', 'Wells', 'Enter', ...DAILY, 'Settings'], DAY_4],
  ['manager', ['Home', 'Wells', 'Enter', ...DAILY, 'Import', 'Audit', 'Settings'], DAY_3],
  ['admin', ['Home', 'Wells', 'Enter', ...DAILY, 'Import', 'Audit', 'Users', 'Settings'], DAY_2],
];
const PAGES = { Enter: '/enter', Import: '/import', Audit: '/audit', Users: '/users' };

for (const [person, menu, day] of MENUS) {
  test.describe(`the ${person}`, () => {
    test.use({ person });

    test(
      'has a menu of the pages that the role allows, and is told so on the others',
      day,
      async ({ page }) => {
        await page.goto('/wells');
        const links = page.getByRole('navigation', { name: 'Pages' }).first().getByRole('listitem');
        await expect(links).toHaveCount(menu.length);
        for (const [index, name] of menu.entries()) await expect(links.nth(index)).toContainText(name);
        for (const [name, path] of Object.entries(PAGES)) {
          await page.goto(path);
          const refusal = page.getByText('Your role does not allow this');
          await (menu.includes(name) ? expect(refusal).toBeHidden() : expect(refusal).toBeVisible());
        }
      },
    );
  });
}

test.describe('a viewer', () => {
  test.use({ person: 'viewer' });

  test('is offered nothing that changes anything', DAY_2, async ({ page, workspace }) => {
    const today = await workspace.today();
    const well = await workspace.addWell({}, [{ productionDate: today, oilVolume: 5 }]);
    await page.goto(`/wells/${well.id}`);
    await expect(page.getByRole('button', { name: /^History of/ })).toBeVisible();
    const changing = /^(Enter reading|Edit|Delete|Acknowledge|More about this well|Add well)/;
    await expect(page.getByRole('button', { name: changing })).toHaveCount(0);
    await page.goto('/wells');
    await expect(page.getByRole('button', { name: changing })).toHaveCount(0);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: changing })).toHaveCount(0);
    for (const path of ['entry', 'bulk']) {
      await page.goto(`/wells/${well.id}/${path}`);
      await expect(page.getByText('Your role does not allow this')).toBeVisible();
    }
    await page.goto('/settings');
    await expect(page.getByText('Only administrators can change them.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save settings' })).toBeHidden();
  });
});

test.describe('another tenant’s manager', () => {
  test.use({ person: 'bravoManager' });

  test('sees nothing of acme, and hears nothing of it', DAY_5, async ({ page, workspace }) => {
    const well = await workspace.addWell();
    await page.goto('/wells');
    await page.getByRole('searchbox', { name: 'Search wells' }).fill(well.name);
    await expect(page.getByText('No well matches')).toBeVisible();
    for (const path of ['', '/entry', '/bulk']) {
      await page.goto(`/wells/${well.id}${path}`);
      await expect(page.getByText('There is no such well')).toBeVisible();
      await expect(page).not.toHaveTitle(new RegExp(well.name));
    }
    await page.goto(`/audit?well=${well.id}`);
    await expect(page.getByText('No event matches')).toBeVisible();

    await page.goto('/');
    await page.evaluate((path) => {
      window.heard = [];
      const stream = new EventSource(path);
      stream.addEventListener('change', ({ data }) => window.heard?.push(String(data)));
      return new Promise((resolve) => {
        stream.addEventListener('open', resolve);
      });
    }, `/browser${endpoints.live.stream.path}`);
    const heard = () => page.evaluate(() => window.heard?.join() ?? '');
    await workspace.enter(well, { productionDate: await workspace.today(), oilVolume: 1 });
    // What bravo itself does is heard, and by then acme's change would have been.
    const bravo = await workspace.as('bravoManager');
    const own = await bravo.ask(endpoints.wells.create, { body: aWell() });
    await expect.poll(heard).toContain(own.id);
    expect(await heard()).not.toContain(well.id);
    await expect(page.getByText(well.name)).toBeHidden();
  });
});
