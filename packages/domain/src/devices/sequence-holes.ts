/** Holes in a device's numbers: entries that were lost, or still wait on it. */
import type { SequenceHole } from '@wellpulse/contracts';

/**
 * The runs of numbers that never arrived although later ones did. `numbers` are those that are settled, and those that nothing will ever
 * come for, in any order. A device counts from 1.
 *
 * @example
 * sequenceHoles([1, 4, 5]); // [{ from: 2, to: 3 }]
 */
export function sequenceHoles(numbers: readonly number[]): SequenceHole[] {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1] ?? 0;
    return number > before + 1 ? [{ from: before + 1, to: number - 1 }] : [];
  });
}
