import { expect, it } from 'vitest';
import { nearestFirst, placeOfOrder } from './nearest.ts';

const at = (latitude: number) => ({ latitude, longitude: -102 });
const stop = (name: string, latitude: number | null) => ({
  name,
  position: latitude === null ? null : at(latitude),
});

it('puts the nearest well first, and those without a position last, in their order', () => {
  const stops = [stop('far', 32), stop('b', null), stop('near', 31.01), stop('a', null), stop('here', 31)];
  expect(nearestFirst(stops, at(31)).map(({ name }) => name)).toEqual(['here', 'near', 'far', 'b', 'a']);
});

it('stays in order while a person walks around a well, and not when they drive on', () => {
  const first = at(31);
  // Some 290 and 310 feet.
  expect(placeOfOrder(first, at(31.000795))).toBe(first);
  const next = at(31.00085);
  expect(placeOfOrder(first, next)).toBe(next);
  expect(placeOfOrder(null, next)).toBe(next);
});
