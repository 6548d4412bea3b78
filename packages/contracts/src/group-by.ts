/**
 * The items by their key, in the order of their first one. `Map.groupBy` does the same, and is missing on phones (ADR 82).
 *
 * @example
 * groupBy(['a1', 'b1', 'a2'], (text) => text[0]).get('a'); // ['a1', 'a2']
 */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
