import type { Page } from '@wellpulse/contracts';
import type { PageQuery } from './use-pages.ts';

/** As many as the server gives at once. */
const PAGE_SIZE = '1000';

/** All items of a list that the server sends page by page. An export, for example, needs them all at once. */
export async function pageThrough<Item>(load: (page: PageQuery) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await load({ limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
