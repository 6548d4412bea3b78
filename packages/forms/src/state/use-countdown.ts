'use client';

import { useEffect, useState } from 'react';

/**
 * Draws again each second for as long as `secondsLeft` is more than 0, and answers with it.
 *
 * @example
 * const wait = useCountdown(form.secondsToWait);
 */
export function useCountdown(secondsLeft: number): number {
  const [, setSeconds] = useState(0);
  const isRunning = secondsLeft > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => {
      setSeconds((passed) => passed + 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);
  return secondsLeft;
}
