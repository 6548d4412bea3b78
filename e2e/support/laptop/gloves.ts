/** Whether a screen can be used with gloves: how large its targets are, and how far from each other. */
import type { Page } from '@playwright/test';

/** In CSS pixels: what a hand in a glove hits. */
const LEAST = { button: 60, box: 50, gap: 20 } as const;

const TARGETS =
  'button, a[href], input:not([type=hidden]), select, textarea, [role=button], [role=switch], [role=tab]';

/**
 * What of a screen is too small or too near to its neighbour, in words; empty if gloves find all of it. A box that stands inside of
 * another target belongs to that.
 */
export const wrongForGloves = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ least, targets }) => {
      const shown = [...document.querySelectorAll<HTMLElement>(targets)].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.hasAttribute('disabled'),
      );
      const outer = shown.filter(
        (element) => !shown.some((other) => other !== element && other.contains(element)),
      );
      const placed = outer.map((element) => {
        const isBox = element.matches('input, select, textarea');
        const name =
          element.getAttribute('aria-label') ?? element.getAttribute('name') ?? element.textContent.trim();
        // What is drawn smaller than it is to be hit says so by its label.
        return { name, isBox, box: element.getBoundingClientRect() };
      });
      const wrong: string[] = [];
      for (const { name, isBox, box } of placed) {
        const side = isBox ? least.box : least.button;
        if (box.height < side - 0.5 || box.width < side - 0.5) {
          wrong.push(`${name}: ${Math.round(box.width)}x${Math.round(box.height)}`);
        }
      }
      for (const [index, one] of placed.entries()) {
        for (const other of placed.slice(index + 1)) {
          const across = Math.max(other.box.left - one.box.right, one.box.left - other.box.right);
          const down = Math.max(other.box.top - one.box.bottom, one.box.top - other.box.bottom);
          const gap = Math.max(across, down);
          if (gap < least.gap - 0.5) wrong.push(`${one.name} and ${other.name}: ${Math.round(gap)} apart`);
        }
      }
      return wrong;
    },
    { least: LEAST, targets: TARGETS },
  );
