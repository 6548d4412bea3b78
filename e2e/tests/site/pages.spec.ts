/** Each page, in light and dark, on a phone and enlarged, by keyboard and by screen reader. */
import { endpoints } from '@wellpulse/contracts';
import type { Page } from '@playwright/test';
import { dayOfSeed, inTurn, isDeep } from '@wellpulse/testing/depth';
import type { Workspace } from '../../support/workspace.ts';
import { layoutShift, watchLayoutShifts } from '../../support/pages/layout-shifts.ts';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectVisibleFocus,
  settled,
} from '../../support/pages/page-checks.ts';
import type { Person } from '../../support/people.ts';
import { DAY_1, DAY_2, DAY_3, DEEP, expect, test } from '../../support/test.ts';

const PHONE = { width: 360, height: 740 };
/** 1280 by 800, enlarged to 200 %. */
const ENLARGED = { width: 640, height: 400 };
const ACCEPTED_SHIFT = 0.05;

const SERIAL = 'PJ-PAGES';

/** `:well` stands for one of the demo, with a season of readings, or two years (deep); `:item` for an item of equipment. */
const PAGES: { path: string; title: string; person?: Person | null }[] = [
  { path: '/sign-in', title: 'Sign in', person: null },
  { path: '/', title: 'Home' },
  { path: '/wells', title: 'Wells' },
  { path: '/wells/:well', title: 'Haverhill #1' },
  { path: '/wells/:well/entry', title: 'Enter reading: Haverhill #1' },
  { path: '/wells/:well/bulk', title: '7 days: Haverhill #1' },
  { path: '/enter?route=North+route', title: 'Enter' },
  { path: '/alerts?status=ALL', title: 'Alerts' },
  { path: '/equipment', title: 'Equipment' },
  { path: '/equipment?search=nothing-is-called-so', title: 'Equipment' },
  { path: '/equipment/:item', title: `Pump jack ${SERIAL}` },
  { path: '/maintenance', title: 'Maintenance' },
  { path: '/conflicts?status=ALL', title: 'Conflicts' },
  { path: '/sync', title: 'Sync' },
  { path: '/import', title: 'Import' },
  { path: '/audit', title: 'Audit' },
  { path: '/users', title: 'Users' },
  { path: '/settings', title: 'Settings' },
  { path: '/no-such-page', title: 'Not found' },
];

/** So many days look at all pages. Contrast is measured on each: that of each pair of colours is proved beside the styles. */
const DAYS = 5;
/** The first five days look at them in the one, the next five in the other. */
const SCHEMES = inTurn(['light', 'dark'] as const, 2, Math.floor(dayOfSeed / DAYS));

async function addressOf(workspace: Workspace, path: string): Promise<string> {
  if (path.includes(':item')) return path.replace(':item', await itemId(workspace));
  if (!path.includes(':well')) return path;
  const viewer = await workspace.as('viewer');
  const { items } = await viewer.ask(endpoints.wells.list, { query: { search: 'Haverhill #1' } });
  return path.replace(':well', items[0]?.id ?? '');
}

async function itemId(workspace: Workspace): Promise<string> {
  const viewer = await workspace.as('viewer');
  const { items } = await viewer.ask(endpoints.equipment.list, { query: { serialNumber: SERIAL } });
  return items[0]?.id ?? (await workspace.addItem({ serialNumber: SERIAL })).id;
}

/** What others enter meanwhile moves the rows of a list, as it should. It is kept away from who measures jumps. */
const hearNothing = (page: Page) => page.route(`**/api${endpoints.live.stream.path}`, () => undefined);

for (const { path, title, person = 'admin' } of inTurn(PAGES, DAYS)) {
  test.describe(`the page ${path}`, () => {
    test.use({ person });

    test('has a title, doesn’t jump, and is usable by everybody', async ({ page, workspace }) => {
      await watchLayoutShifts(page);
      await hearNothing(page);
      await page.goto(await addressOf(workspace, path));
      await settled(page);
      await expect(page).toHaveTitle(`${title} · WellPulse`);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await test.step(`in ${colorScheme}`, () => expectAccessible(page));
      }
      await test.step('by keyboard', () => expectVisibleFocus(page));
      // Until here: a page that is given another size moves, as it should.
      expect.soft(await layoutShift(page)).toBeLessThan(ACCEPTED_SHIFT);
      await page.setViewportSize(ENLARGED);
      await test.step('enlarged', () => expectNoSidewaysScroll(page));
      await page.setViewportSize(PHONE);
      if (isDeep) {
        await page.reload();
        await settled(page);
        expect.soft(await layoutShift(page)).toBeLessThan(ACCEPTED_SHIFT);
      }
      await test.step('on a phone', () => expectNoSidewaysScroll(page));
    });
  });
}

test.describe('on a phone', () => {
  test.use({ ownBrowser: true, viewport: PHONE });

  test('the other pages are behind "More", at the thumb', DAY_1, async ({ page }) => {
    await page.goto('/');
    await settled(page);
    await expectAccessible(page);
    const menu = page.getByRole('navigation', { name: 'Pages' });
    await menu.getByRole('button', { name: 'More' }).click();
    const others = page.getByRole('dialog', { name: 'More pages' });
    await expectAccessible(page, { onTop: true });
    await others.getByRole('link', { name: 'Audit' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
    await expect(others).toBeHidden();
  });
});

test('what opens on top of a page is usable by everybody too', DAY_2, async ({ page, workspace }) => {
  await page.goto(await addressOf(workspace, '/wells/:well'));
  await settled(page);
  const others = [/^History of/, /^Edit/, 'More about this well', /^Your account/];
  for (const open of ['Enter reading', /^Delete/, 'Search', ...(isDeep ? others : [])]) {
    await test.step(`opened by ${String(open)}`, async () => {
      const opener = page.getByRole('button', { name: open }).first();
      await opener.click();
      await expectAccessible(page, { onTop: true, contrast: isDeep });
      await page.keyboard.press('Escape');
      await expect(opener).toBeFocused();
    });
  }
});

test('nothing moves for people who asked for less motion', DAY_3, async ({ page }) => {
  await page.goto('/wells');
  const times = await page.evaluate(() => {
    const drawn = document.createElement('span');
    drawn.className = 'animate-shimmer transition-colors';
    document.body.append(drawn);
    const { animationDuration, animationIterationCount, transitionDuration } = getComputedStyle(drawn);
    return { animationDuration, animationIterationCount, transitionDuration };
  });
  expect(times).toEqual({
    animationDuration: '1e-05s',
    animationIterationCount: '1',
    transitionDuration: '1e-05s',
  });
});

test.describe('in a browser of one’s own', () => {
  test.use({ ownBrowser: true });

  test('the appearance is chosen by hand as well, and kept', DEEP, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/settings');
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await background();
    await page.getByRole('button', { name: /^Your account/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
    await expect.poll(background).not.toBe(light);
    await page.reload();
    expect(await background()).not.toBe(light);
  });
});
