import { Button, useWords } from '@wellpulse/ui';
import type { ReactNode } from 'react';
import type { Pages } from '../lib/use-pages.ts';

export interface PagedListProps<Item> extends Pages<Item> {
  readonly keyOf: (item: Item) => string;
  readonly row: (item: Item) => ReactNode;
}

/** As much of a long list as somebody has read, and the button that reads more. */
export function PagedList<Item>({ items = [], hasMore, readMore, keyOf, row }: PagedListProps<Item>) {
  const { deskWords } = useWords();
  return (
    <>
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={keyOf(item)}>{row(item)}</li>
        ))}
      </ul>
      {hasMore && (
        <Button size="field" className="m-5" onClick={readMore}>
          {deskWords.showMore}
        </Button>
      )}
    </>
  );
}
