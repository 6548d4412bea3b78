import { expect, it } from 'vitest';
import { compareNames, compareTexts, inRouteOrder } from './route-order.ts';

const well = (route: string | null, routePosition: number | null, name: string) => ({
  id: name,
  route,
  routePosition,
  name,
});
const shuffled = <Item>(items: readonly Item[]): Item[] =>
  [...items].sort((left, right) =>
    JSON.stringify(left).split('').reverse().join('') < JSON.stringify(right).split('').reverse().join('')
      ? -1
      : 1,
  );

it('is route, then position with none last, then name; wells without a route come last', () => {
  const wells = [
    well('Route 2', 1, 'Zia #1'),
    well('Route 2', 10, 'Acme #1'),
    well('Route 2', null, 'Acme #2'),
    well('Route 2', null, 'Acme #10'),
    well('Route 2 North', 1, 'Able'),
    well('Route 10', 1, 'Able #2'),
    well(null, 1, 'Able #3'),
    well(null, null, 'Able #4'),
  ];
  expect(inRouteOrder(shuffled(wells))).toEqual(wells);
});

it('keeps the wells of two routes apart that differ in case alone', () => {
  const wells = [well('NORTH', 1, 'a'), well('NORTH', 3, 'b'), well('North', 2, 'c')];
  expect(inRouteOrder(shuffled(wells)).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

it('names stand as people count, without case and accents', () => {
  const names = ['#2', 'Acme 2', 'acme 10', 'Acme 10 B', 'PEÑA', 'Peñb', 'Well 007', 'Well 8'];
  expect(names.toReversed().sort(compareNames)).toEqual(names);
  expect([null, 'b', 'A'].sort(compareNames)).toEqual(['A', 'b', null]);
});

it('texts stand by code points', () => {
  expect(['😀', '\uFF5E', 'a'].sort(compareTexts)).toEqual(['a', '\uFF5E', '😀']);
});
