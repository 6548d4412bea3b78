'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';

/** As many rows as an operator's longest route has, and some more. */
const STEP = 100;
/** Rows are there well before they are scrolled or tabbed to. */
const AHEAD = '0px 0px 1600px';

/**
 * How many of `total` rows to draw: a sheet of a thousand wells appears as quickly as one of a hundred, and grows while
 * it is scrolled. Put `sentinel` on what stands below the last row.
 */
export function useGrowingLimit(total: number): {
  limit: number;
  sentinel: RefObject<HTMLParagraphElement | null>;
} {
  const sentinel = useRef<HTMLParagraphElement>(null);
  const [limit, setLimit] = useState(STEP);
  useEffect(() => {
    const element = sentinel.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setLimit((before) => before + STEP);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
    // Observed anew after each growth: a sentinel that is still in sight would else not be reported again.
  }, [limit, total]);
  return { limit, sentinel };
}
