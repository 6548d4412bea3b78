import { expect, test } from 'vitest';
import { BodyBudget } from './body-budget.ts';

test('what does not fit beside the others is to be sent again, and fits when they are gone', async () => {
  const budget = new BodyBudget(10);
  let finish = (): void => undefined;
  const first = budget.hold(7, () => new Promise<void>((resolve) => (finish = resolve)));
  await expect(budget.hold(4, () => Promise.resolve())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(await budget.hold(3, () => Promise.resolve('small'))).toBe('small');
  finish();
  await first;
  expect(await budget.hold(10, () => Promise.resolve('all'))).toBe('all');
});

test('a body that fails gives back what it held', async () => {
  const budget = new BodyBudget(10);
  await expect(budget.hold(10, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await budget.hold(10, () => Promise.resolve('all'))).toBe('all');
});
