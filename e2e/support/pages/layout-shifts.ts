import type { Page } from '@playwright/test';

declare global {
  interface Window {
    layoutShift?: number;
  }
}

/** The entries of the Layout Instability API, which TypeScript does not know. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/**
 * Adds up from now on how much the content of each page jumps without anybody having done anything. A page may be asked
 * for that again: it is counted once.
 */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window.layoutShift !== undefined) return;
    window.layoutShift = 0;
    const isShift = (entry: PerformanceEntry): entry is LayoutShift => 'hadRecentInput' in entry;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (isShift(entry) && !entry.hadRecentInput)
          window.layoutShift = (window.layoutShift ?? 0) + entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The cumulative layout shift of the page: 0 is none, 0.1 is where people begin to mind. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => window.layoutShift ?? Number.NaN);
