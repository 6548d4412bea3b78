import { searchKey } from '@wellpulse/domain';

const SAID = new Set(
  ['', '-', 'n/a', 'na', 'n.a.', 'nd', 'n/d', 'none', 'null', 'nil', 's/d'].map(searchKey),
);

/**
 * What spreadsheets write in a cell for "not measured". A zero is a measurement.
 *
 * @example
 * isNotMeasured('n/a'); // true
 * isNotMeasured('—'); // true
 * isNotMeasured('0'); // false
 */
export const isNotMeasured = (cell: string): boolean =>
  /^[\s\-–—−.]*$/u.test(cell) || SAID.has(searchKey(cell));
