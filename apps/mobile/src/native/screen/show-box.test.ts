/** What comes up out of sight is scrolled to, on a phone. */
import { expect, test } from 'vitest';
import { showPart } from './show-box.ts';

test('what has come up is scrolled to, by its place in what scrolls', () => {
  const whole = { name: 'column' };
  const to: unknown[] = [];
  showPart(
    {
      measureLayout: (within: typeof whole, onPlace) => {
        onPlace(0, within === whole ? 340 : 0);
      },
    },
    whole,
    { scrollTo: (place) => to.push(place) },
  );
  expect(to).toEqual([{ y: 340, animated: false }]);
});
