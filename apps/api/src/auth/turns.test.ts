import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('those with one key go in turn, whatever happens to the one before, and others beside them', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const { promise: hold, resolve: letGo } = Promise.withResolvers<undefined>();
  const first = turns.take('a', async () => {
    await hold;
    seen.push('first');
    throw new Error('failed');
  });
  const second = turns.take('a', () => Promise.resolve(seen.push('second')));
  await turns.take('b', () => Promise.resolve(seen.push('other')));
  letGo(undefined);
  await expect(first).rejects.toThrow('failed');
  await second;
  expect(seen).toEqual(['other', 'first', 'second']);
});
