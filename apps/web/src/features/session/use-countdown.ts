import { useEffect, useState } from 'react';

/**
 * Seconds left until something may be tried again, counting down to 0. Starts anew with each new `cause`, such as
 * the error that asked to wait.
 */
export function useCountdown(seconds: number | null, cause: unknown): number {
  const [counting, setCounting] = useState({ cause, left: seconds ?? 0 });
  if (counting.cause !== cause) setCounting({ cause, left: seconds ?? 0 });
  const running = counting.left > 0;

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      setCounting((current) => ({ ...current, left: Math.max(0, current.left - 1) }));
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [running, cause]);

  return Math.ceil(counting.left);
}
