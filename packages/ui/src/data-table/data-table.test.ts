import { describe, expect, it } from 'vitest';
import { compareValues } from './column.ts';
import { rowAfterKey } from './row-keys.ts';

describe('sorting', () => {
  it('orders numbers by size and names as people count', () => {
    expect([100, 9, 20].sort(compareValues)).toEqual([9, 20, 100]);
    expect(['Acme #10', 'acme #2', 'Acme #1'].sort(compareValues)).toEqual([
      'Acme #1',
      'acme #2',
      'Acme #10',
    ]);
    expect([true, false].sort(compareValues)).toEqual([false, true]);
  });
});

describe('the keyboard in a table', () => {
  it('moves by rows and pages and stops at both ends', () => {
    expect(rowAfterKey('ArrowDown', 3, 100, 10)).toBe(4);
    expect(rowAfterKey('ArrowUp', 0, 100, 10)).toBe(0);
    expect(rowAfterKey('PageDown', 95, 100, 10)).toBe(99);
    expect(rowAfterKey('Home', 95, 100, 10)).toBe(0);
    expect(rowAfterKey('End', 0, 100, 10)).toBe(99);
  });

  it('leaves other keys, and a table without rows, alone', () => {
    expect(rowAfterKey('a', 3, 100, 10)).toBeNull();
    expect(rowAfterKey('End', 0, 0, 10)).toBeNull();
  });
});
