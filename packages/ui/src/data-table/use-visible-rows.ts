'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type RefObject } from 'react';
import { rowAfterKey } from './row-keys.ts';

/** Rows kept beyond what is in sight, so that a fast scroll shows no holes. */
const OVERSCAN = 12;
/** How far before the end more rows are asked for. */
const ROWS_BEFORE_END = 10;
const PAGE = 10;
/** The sticky header covers the first of a scrolled row. */
const HEADER_HEIGHT = 36;

export interface VisibleRowsProps {
  scroller: RefObject<HTMLDivElement | null>;
  count: number;
  height: number;
  onEndReached: (() => void) | undefined;
}

/** Which rows are in the document, the space that stands for the others, and the keyboard's way through them. */
export function useVisibleRows({ scroller, count, height, onEndReached }: VisibleRowsProps) {
  const [active, setActive] = useState(0);
  const [takesFocus, setTakesFocus] = useState<number | null>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    scrollPaddingStart: HEADER_HEIGHT,
  });
  const visible = virtualizer.getVirtualItems();
  const first = visible[0]?.index ?? 0;
  const last = visible.at(-1)?.index ?? -1;

  const reachEnd = useEffectEvent(() => onEndReached?.());
  const atEnd = count > 0 && last >= count - ROWS_BEFORE_END;
  useEffect(() => {
    if (atEnd) reachEnd();
  }, [atEnd, count]);

  return {
    indexes: visible.map((row) => row.index),
    spaceBefore: first * height,
    spaceAfter: Math.max(0, count - 1 - last) * height,
    /** The row that Tab reaches: the one used last, as long as it is there. */
    tabbable: active >= first && active <= last ? active : first,
    takesFocus,
    onFocus: (index: number) => {
      setActive(index);
      setTakesFocus(null);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLTableRowElement)) return;
      const target = rowAfterKey(event.key, active, count, PAGE);
      if (target === null) return;
      event.preventDefault();
      virtualizer.scrollToIndex(target);
      setTakesFocus(target);
    },
  };
}
