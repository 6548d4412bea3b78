import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFoundIn, searchKey } from './texts.ts';

describe('texts that are the same', () => {
  it.each([
    ['PEÑA-1', 'pen\u0303a-1'],
    ['PEÑA-1', 'Pena-1'],
    ['MÆRSK 7', 'mærsk 7'],
    ['A–1', 'a-1'],
    ['A—1', 'A‑1'],
    ['  A \t  1\u00a0', 'a 1'],
    ['ΩMEGA', 'ωmega'],
    ['ЩИТ', 'щит'],
    ['ﬁeld №１', 'FIELD No1'],
    ['İ', 'i'],
  ])('%j and %j', (left, right) => {
    expect(searchKey(left)).toBe(searchKey(right));
  });

  it.each([
    ['A-1', 'A1'],
    ['MÆRSK', 'MAERSK'],
    ['A 1', 'A1'],
    ['', '-'],
  ])('not %j and %j', (left, right) => {
    expect(searchKey(left)).not.toBe(searchKey(right));
  });

  it('are the same in any form of Unicode, and the key of a key is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = searchKey(text);
        expect(searchKey(key)).toBe(key);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(searchKey(text.normalize(form))).toBe(key);
      }),
    );
  });

  it('are found in what holds them', () => {
    expect(isFoundIn('Peña Blanca #4', 'pena  blanca')).toBe(true);
    expect(isFoundIn('Peña Blanca #4', '')).toBe(true);
    expect(isFoundIn('Peña Blanca #4', 'pena-blanca')).toBe(false);
  });
});
