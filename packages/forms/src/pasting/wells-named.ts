import { groupBy } from '@wellpulse/contracts';
import { searchKey } from '@wellpulse/domain';
import type { RowNaming } from './place-paste.ts';

/**
 * How a column of names names rows, one well each: without case, accents and blanks. A name of two rows names neither.
 *
 * @example
 * wellsNamed(['Acme #7', 'Peña 1'])(['PENA 1'])?.('PENA 1'); // 1
 */
export const wellsNamed =
  (names: readonly string[]): RowNaming =>
  (cells) => {
    const keyOf = (name: string): string => searchKey(name).replaceAll(/[\s#.-]/gu, '');
    const byKey = groupBy(names.keys(), (at) => keyOf(names[at] ?? ''));
    const rowOf = (cell: string): number | undefined => {
      const [row, another] = byKey.get(keyOf(cell)) ?? [];
      return another === undefined ? row : undefined;
    };
    return cells.some((cell) => cell !== '' && rowOf(cell) !== undefined) ? rowOf : null;
  };
