import { daysBefore, inWords } from './days.ts';

const yesterday = daysBefore('2025-10-25', 1);

export const asTheDashboardSaysIt = inWords(yesterday); // 'Fri 24 Oct'
