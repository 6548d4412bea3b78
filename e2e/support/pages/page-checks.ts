/** What every page owes to everybody who uses it. */
import AxeBuilder from '@axe-core/playwright';
import { times } from '@wellpulse/testing/depth';
import { expect, type Page } from '@playwright/test';

/** Waits until the page shows what it is about, and not that it loads. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  await expect(page.locator('.animate-shimmer')).toHaveCount(0);
}

/** Waits until nothing moves or changes its colour any more, except what never ends. */
export const standsStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // What changed the page begins its transitions with the next frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/**
 * No violation of the rules of axe, whatever its weight. What is `onTop` of a page stands outside of its landmarks.
 * `contrast` takes most of the time: it is measured text by text.
 */
export async function expectAccessible(page: Page, { onTop = false, contrast = true } = {}): Promise<void> {
  await standsStill(page);
  const disabled = [...(onTop ? ['region'] : []), ...(contrast ? [] : ['color-contrast'])];
  const { violations } = await new AxeBuilder({ page })
    // Only violations are described element by element, and no style sheet is loaded a second time.
    .options({ resultTypes: ['violations'], preload: false })
    // No page has frames, so none needs a second page to put their results together.
    .setLegacyMode()
    .disableRules(disabled)
    .analyze();
  const found = violations.map(({ id, impact, nodes }) => ({
    rule: `${id} (${impact ?? 'unknown'})`,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
}

/** Nothing stands out of the page to the right. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const culprits = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return culprits.slice(-5).map((element) => `${element.tagName} ${element.className}`);
  });
  expect(wide).toEqual([]);
}

/** How many stops of the Tab key are looked at. */
const STOPS = times(10, 25);

/** Tabs through the page; each stop must look different from how it looks without the focus. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const unseen: string[] = [];
  await page.locator('body').press('Tab');
  for (let stop = 0; stop < STOPS; stop += 1) {
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      // A file input is drawn by its label.
      const drawn =
        element instanceof HTMLInputElement && element.type === 'file' ? element.closest('label') : element;
      const look = () => {
        const style = getComputedStyle(drawn ?? element);
        return [
          style.outlineStyle,
          style.outlineWidth,
          style.boxShadow,
          style.borderColor,
          style.transform,
        ].join(' ');
      };
      const focused = look();
      element.blur();
      const plain = look();
      element.focus();
      return focused === plain ? element.outerHTML.slice(0, 120) : null;
    });
    if (name !== null) unseen.push(name);
    await page.keyboard.press('Tab');
  }
  expect(unseen).toEqual([]);
}
