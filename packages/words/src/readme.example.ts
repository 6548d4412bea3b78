import { createWords } from '@wellpulse/words';

const english = createWords('en');
const spanish = createWords('es');

export const oil = english.formatVolumeWithUnit(1234.5, 'OIL'); // '1,234.5 bbl'
export const friday = english.formatDay('2025-10-24'); // 'Fri 24 Oct'
export const viernes = spanish.formatDay('2025-10-24'); // 'vie 24 oct'
