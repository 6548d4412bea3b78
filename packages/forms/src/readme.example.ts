import { daysNamed, parseReading, placePaste, readPaste } from '@wellpulse/forms';
import { createWords } from '@wellpulse/words';

const days = ['2025-10-20', '2025-10-21'];

export const typed = parseReading(createWords('en'), '1,234.5', 'oilVolume'); // { ok: true, value: 1234.5 }
export const block = readPaste('Day\tOil\n10/21/2025\t42.5', 'NUMBER'); // [['Day', 'Oil'], ['10/21/2025', '42.5']]
export const note = readPaste('Pump down, called Joe', 'TEXT'); // null
export const placed = placePaste(block ?? [], { row: 0, field: 'gasVolume' }, 2, daysNamed(days)); // { cells: [{ row: 1, field: 'oilVolume', text: '42.5' }], leftOut: 0 }
