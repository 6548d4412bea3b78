/** English. Its shape is the shape of every language: a key that another lacks, or has too many, fails the types. */
import { calendar } from './calendar.ts';
import { codes } from './codes.ts';
import { conflicts } from './conflicts.ts';
import { fields } from './fields.ts';
import { pending } from './pending.ts';
import { quantities } from './quantities.ts';

export const english = { calendar, codes, conflicts, fields, pending, quantities };

/** All texts of one language, by topic. */
export type Texts = typeof english;
