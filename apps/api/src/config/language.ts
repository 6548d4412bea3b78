import { createWords } from '@wellpulse/words';

/** What the API says to people is English: names in calendars and in the list of costs. */
export const words = createWords('en');
