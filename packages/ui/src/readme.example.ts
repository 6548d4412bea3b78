import { parseReading } from '@wellpulse/ui';
import { createWords } from '@wellpulse/words';

const words = createWords('en');

export const typed = parseReading(words, '1,234.5', 'oilVolume'); // { ok: true, value: 1234.5 }
export const blank = parseReading(words, '', 'oilVolume'); // { ok: true, value: null }
export const wrong = parseReading(words, '-1', 'oilVolume'); // { ok: false, message: 'Oil must not be negative' }
