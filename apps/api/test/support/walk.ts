/** Follows the cursors of a list to its end. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** All items in the order met. `between` runs after each page but the last. */
export async function walk<Item>(
  read: (cursor: { cursor?: string }) => Promise<Page<Item>>,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Item[]> {
  const items: Item[] = [];
  let page = await read({});
  items.push(...page.items);
  while (page.nextCursor !== null) {
    await between();
    page = await read({ cursor: page.nextCursor });
    items.push(...page.items);
  }
  return items;
}
