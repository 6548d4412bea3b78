import { dayInZone } from '@wellpulse/domain';

/** The zone of each company that a benchmark makes. The day of UTC would be a future one there in the evening. */
const TIME_ZONE = 'America/Chicago';

/** The company's day, `YYYY-MM-DD`. */
export const today = (): string => dayInZone(new Date().toISOString(), TIME_ZONE);
