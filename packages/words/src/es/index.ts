/** Spanish, as crews in Texas and Mexico speak it. Numbers are written as in English: 1,234.5. */
import type { Texts } from '../en/index.ts';
import { calendar } from './calendar.ts';
import { codes } from './codes.ts';
import { conflicts } from './conflicts.ts';
import { fields } from './fields.ts';
import { pending } from './pending.ts';
import { quantities } from './quantities.ts';

export const spanish: Texts = { calendar, codes, conflicts, fields, pending, quantities };
