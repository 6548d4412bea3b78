/** A digit that follows at once is never taken away. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { selectAll } from './select-all.web.ts';

/** As far as a browser's box matters here. */
class Box extends EventTarget {
  text = '44.1';
  isSelected = false;

  select(): void {
    this.isSelected = true;
  }

  type(digit: string): void {
    this.text = this.isSelected ? digit : this.text + digit;
    this.isSelected = false;
    this.dispatchEvent(new Event('input'));
  }
}

const page: { activeElement: unknown } = { activeElement: null };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('HTMLInputElement', Box);
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function entered(): Box {
  const box = new Box();
  page.activeElement = box;
  selectAll(box);
  return box;
}

test('what stands there is selected before the next key', () => {
  const box = entered();
  box.type('1');
  vi.runAllTimers();
  box.type('2');
  box.type('0');
  expect(box.text).toBe('120');
});

test('a tap that puts the caret between the digits selects them all the same', () => {
  const box = entered();
  box.isSelected = false;
  vi.runAllTimers();
  box.type('7');
  expect(box.text).toBe('7');
});

test('a box that was left meanwhile is left alone', () => {
  const box = entered();
  box.isSelected = false;
  page.activeElement = null;
  vi.runAllTimers();
  expect(box.isSelected).toBe(false);
});
