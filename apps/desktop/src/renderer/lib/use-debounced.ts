import { useEffect, useState } from 'react';

const PAUSE_MS = 150;

/** The value as it was when it last stood still for a moment. */
export function useDebounced<Value>(value: Value): Value {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setStill(value);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return still;
}
