'use client';

import { useEffect, useState } from 'react';

/**
 * The value, once it has stayed the same for `delayMs`: for a search that is asked with each letter.
 *
 * @example
 * const searched = useDebounced(text);
 */
export function useDebounced<Value>(value: Value, delayMs = 200): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, delayMs]);
  return settled;
}
