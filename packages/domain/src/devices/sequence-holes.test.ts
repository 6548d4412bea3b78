import { expect, test } from 'vitest';
import { sequenceHoles } from './sequence-holes.ts';

test('a hole is a run of numbers that never arrived although later ones did', () => {
  expect(sequenceHoles([])).toEqual([]);
  expect(sequenceHoles([3, 1, 2])).toEqual([]);
  expect(sequenceHoles([7, 1, 4])).toEqual([
    { from: 2, to: 3 },
    { from: 5, to: 6 },
  ]);
  expect(sequenceHoles([3])).toEqual([{ from: 1, to: 2 }]);
});
