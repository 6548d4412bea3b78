/** Whether a screen can be used with gloves: how large its targets are, and how far from each other. */
import type { Page } from '@playwright/test';

/** In CSS pixels: what a hand in a glove hits. */
const LEAST = { button: 60, box: 50, gap: 20 } as const;

const TARGETS =
  'button, a[href], input:not([type=hidden]), select, textarea, [role=button], [role=switch], [role=tab], [role=option]';

/**
 * What of a screen is too small or too near to its neighbour, in words; empty if gloves find all of it. It looks at the whole page, from
 * its top to its end, as a person scrolls through it; below a dialog it looks at the dialog. What stands inside of another target belongs
 * to that. What is drawn smaller than its label is as large as the label.
 */
export const wrongForGloves = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ least, targets }) => {
      const inFront = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=listbox]')].at(
        -1,
      );
      const root = inFront ?? document.body;
      const scrolls = (element: Element): boolean =>
        element.scrollHeight > element.clientHeight + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
      const scroller = [root, ...root.querySelectorAll('*')].filter(scrolls).at(-1) ?? null;

      /** The part of an element that shows: within all that scrolls, and not behind a bar that stays at the end of the page. */
      const shownOf = (element: Element): DOMRect => {
        const whole = element.getBoundingClientRect();
        const { left, right } = whole;
        let { top, bottom } = whole;
        for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
          if (getComputedStyle(outer).overflowY === 'visible') continue;
          const frame = outer.getBoundingClientRect();
          top = Math.max(top, frame.top);
          bottom = Math.min(bottom, frame.bottom);
        }
        for (const bar of document.querySelectorAll('.sticky')) {
          if (bar.contains(element) || getComputedStyle(bar).position !== 'sticky') continue;
          const { top: edge, bottom: end } = bar.getBoundingClientRect();
          if (end > top && edge < bottom) bottom = Math.min(bottom, edge);
        }
        bottom = Math.min(bottom, innerHeight);
        top = Math.max(top, 0);
        return new DOMRect(left, top, right - left, Math.max(0, bottom - top));
      };

      /** What is hit for it: a switch or a file's box by the label around it. */
      const hitOf = (element: HTMLElement): HTMLElement => {
        const label = element.closest('label');
        const { width, height } = element.getBoundingClientRect();
        return label !== null &&
          (width < 2 || height < 2 || element.matches('[role=switch], [type=file], [type=radio]'))
          ? label
          : element;
      };

      const wrong = new Set<string>();
      // A page that is wider than its screen hides what stands at its end. A table may scroll in its frame.
      for (const element of document.querySelectorAll('html, body *')) {
        const isWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
        const isFrame = element.firstElementChild?.tagName === 'TABLE';
        if (isWide && !isFrame && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)) {
          wrong.add(`${element.tagName} scrolls sideways`);
        }
      }
      const look = (): void => {
        const shown = [...root.querySelectorAll<HTMLElement>(targets)].filter(
          (element) =>
            hitOf(element).checkVisibility({ visibilityProperty: true }) &&
            !element.hasAttribute('disabled') &&
            element.getAttribute('aria-hidden') !== 'true' &&
            element.tabIndex >= 0,
        );
        const outer = [...new Set(shown.map(hitOf))].filter(
          (element) => !shown.some((other) => other !== element && other.contains(element)),
        );
        const placed = outer
          .map((element) => ({
            name:
              element.getAttribute('aria-label') ??
              element.getAttribute('name') ??
              element.textContent.trim(),
            isBox: element.matches('input, select, textarea'),
            whole: element.getBoundingClientRect(),
            box: shownOf(element),
          }))
          .filter(({ box }) => box.height > 1);
        for (const { name, isBox, whole } of placed) {
          const side = isBox ? least.box : least.button;
          if (whole.height < side - 0.5 || whole.width < side - 0.5) {
            wrong.add(`${name}: ${Math.round(whole.width)}x${Math.round(whole.height)}`);
          }
        }
        for (const [index, one] of placed.entries()) {
          for (const other of placed.slice(index + 1)) {
            const across = Math.max(other.box.left - one.box.right, one.box.left - other.box.right);
            const down = Math.max(other.box.top - one.box.bottom, one.box.top - other.box.bottom);
            const gap = Math.max(across, down);
            if (gap < least.gap - 0.5) wrong.add(`${one.name} and ${other.name}: ${Math.round(gap)} apart`);
          }
        }
      };
      if (scroller === null) look();
      else {
        const before = scroller.scrollTop;
        const step = Math.max(100, scroller.clientHeight / 2);
        for (let at = 0; at <= scroller.scrollHeight - scroller.clientHeight + step; at += step) {
          scroller.scrollTop = at;
          look();
        }
        scroller.scrollTop = before;
      }
      return [...wrong];
    },
    { least: LEAST, targets: TARGETS },
  );
