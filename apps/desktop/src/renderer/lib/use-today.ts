import { useDayInZone } from '@wellpulse/forms';
import { useSession } from './session.tsx';

/** The company's day, `YYYY-MM-DD`. */
export const useToday = (): string => useDayInZone(useSession().company.timeZone);
