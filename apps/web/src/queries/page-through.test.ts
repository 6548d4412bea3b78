import { expect, test } from 'vitest';
import { pageThrough } from './page-through.ts';

test('a list of many pages is asked for page by page until the last, in its order', async () => {
  const pages = new Map([
    [undefined, { items: [1, 2], nextCursor: 'second' }],
    ['second', { items: [3], nextCursor: 'third' }],
    ['third', { items: [4], nextCursor: null }],
  ]);
  const asked: unknown[] = [];
  const items = await pageThrough<number>((page) => {
    asked.push(page);
    return Promise.resolve(pages.get(page.cursor) ?? { items: [], nextCursor: null });
  });
  expect(items).toEqual([1, 2, 3, 4]);
  expect(asked).toEqual([
    { limit: '1000' },
    { limit: '1000', cursor: 'second' },
    { limit: '1000', cursor: 'third' },
  ]);
});
