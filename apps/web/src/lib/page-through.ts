import type { Page } from '@wellpulse/contracts';

/** All items of a list that the server sends page by page, for an export. `load` takes a page's cursor. */
export async function pageThrough<Item>(
  load: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
