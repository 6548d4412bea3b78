import { describe, expect, it } from 'vitest';
import { officeWords } from './office.ts';

const { devices, handover, home, imports } = officeWords('en');

/** Each text under each key. */
const textsIn = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [value];

describe('the words of the office', () => {
  it('hold no empty text', () => {
    const texts = textsIn(officeWords('en'));
    expect(texts.length).toBeGreaterThan(250);
    expect(texts.filter((text) => typeof text !== 'function' && !/\p{L}/u.test(String(text)))).toEqual([]);
  });

  it('count things', () => {
    expect(home.notEntered(1)).toBe('1 well not entered yet');
    expect(home.notEntered(1204)).toBe('1,204 wells not entered yet');
    expect(handover.content(1, 0)).toBe('1 entry');
    expect(handover.content(2, 1)).toBe('2 entries and 1 photo');
    expect(imports.rowsOfMore(20)).toBe('20 rows of a longer file');
    expect(devices.yoursCounted(1)).toBe('Your devices · 1 device');
  });

  it('say who is not known any more', () => {
    expect(devices.typedBy('Ann', 'Truck 7')).toBe('Typed by Ann on Truck 7');
    expect(devices.typedBy(null, null)).toBe('Typed by a former user on an unknown device');
    expect(devices.waitsFor(null)).toBe('Waits for its author');
  });

  it('put what a page draws in its own way between the parts of a sentence', () => {
    expect(handover.savedFile('Truck 7', '5 minutes ago', '1 entry').join('')).toBe(
      'From Truck 7, saved 5 minutes ago: 1 entry.',
    );
  });
});
