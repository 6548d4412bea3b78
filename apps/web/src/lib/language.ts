/** The dashboard speaks English. This is the one place that says so. */
import { createWords } from '@wellpulse/words';
import { officeWords } from '@wellpulse/words/office';

export const words = createWords('en');

/** What only pages of the office say. */
export const office = officeWords('en');
