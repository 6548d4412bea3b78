import { dayInZone } from '@wellpulse/domain';
import { useEffect, useState } from 'react';

const LOOK_EVERY_MS = 10_000;

/**
 * The day in a time zone (IANA), `YYYY-MM-DD`. It changes at midnight, also while a screen is open.
 *
 * @example
 * const today = useDayInZone(company.timeZone);
 */
export function useDayInZone(timeZone: string): string {
  const [today, setToday] = useState(() => dayInZone(new Date().toISOString(), timeZone));
  useEffect(() => {
    const timer = setInterval(() => {
      setToday(dayInZone(new Date().toISOString(), timeZone));
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [timeZone]);
  return today;
}
