import { daysNamed, placePaste, readPaste } from '@wellpulse/forms';

const days = ['2025-10-20', '2025-10-21'];
const block = readPaste('Day\tOil\n10/21/2025\t42.5', 'NUMBER') ?? [];

export const { cells } = placePaste(block, { row: 0, field: 'gasVolume' }, days.length, daysNamed(days));
// [{ row: 1, field: 'oilVolume', text: '42.5' }]
