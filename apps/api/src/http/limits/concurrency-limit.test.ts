import { expect, test } from 'vitest';
import { ConcurrencyLimit } from './concurrency-limit.ts';

test('no more run at a time than there are slots, and all have their turn in order, whatever fails', async () => {
  const limit = new ConcurrencyLimit(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const work = (index: number) => async (): Promise<void> => {
    order.push(index);
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    if (index % 3 === 0) throw new Error('failed');
  };
  const results = await Promise.allSettled(Array.from({ length: 9 }, (_, index) => limit.run(work(index))));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(3);
});
