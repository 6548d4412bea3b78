/** When a page shows something, to the frame: Playwright's own waiting looks half a second apart after a while. */
import type { Page } from '@playwright/test';

const PATIENCE_MS = 120_000;

/**
 * Resolves with the first frame in which an element of the page takes room and has such a text.
 *
 * @param selector in CSS
 */
export async function shown(page: Page, selector: string, text = ''): Promise<void> {
  await page.waitForFunction(isShown, { selector, text }, { polling: 'raf', timeout: PATIENCE_MS });
}

/** Runs in the page. */
const isShown = ({ selector, text }: { readonly selector: string; readonly text: string }): boolean =>
  [...document.querySelectorAll(selector)].some(
    (element) => element.getClientRects().length > 0 && element.textContent.includes(text),
  );
