import { useEffect, useState } from 'react';

const TICK_MS = 20_000;

/** The time as this browser has it, so that "3 minutes ago" stays true while a page is open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
