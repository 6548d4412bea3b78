/** The dashboard speaks English. This is the one place that says so. */
import { createWords } from '@wellpulse/words';

export const words = createWords('en');
