import { dayInZone } from '@wellpulse/domain';
import { useEffect, useState } from 'react';
import { useSession } from './session.tsx';

const LOOK_EVERY_MS = 10_000;

/** The company's day, `YYYY-MM-DD`. It changes at midnight, also while a screen is open. */
export function useToday(): string {
  const { timeZone } = useSession().company;
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
