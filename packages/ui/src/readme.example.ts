import { parseVolume } from '@wellpulse/ui';

export const typed = parseVolume('1,234.5', 'OIL'); // { ok: true, volume: 1234.5 }
export const blank = parseVolume('', 'OIL'); // { ok: true, volume: null }
export const wrong = parseVolume('-1', 'OIL'); // { ok: false, message: 'Oil must not be negative' }
