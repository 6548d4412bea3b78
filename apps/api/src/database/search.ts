/** Searching in texts, by the one rule of the domain for what makes no difference in them. */
import { searchKey } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';

/** Whether an expression holds what is searched; false where it is null. */
export const isFound = (texts: RawBuilder<unknown>, searched: string): RawBuilder<boolean> =>
  sql<boolean>`coalesce(search_key(${texts}) like ${pattern(searchKey(searched))}, false)`;

/** Any of an API number's digits, however they are written; no separator tells two numbers apart. */
const DIGITS = /^[\d\s/\u2010-\u2015\u2212-]+$/;

export function isApiNumberFound(apiNumber: RawBuilder<unknown>, searched: string): RawBuilder<boolean> {
  const digits = searched.replaceAll(/\D/g, '');
  if (digits === '' || !DIGITS.test(searched)) return sql<boolean>`false`;
  return sql<boolean>`replace(${apiNumber}, '-', '') like ${pattern(digits)}`;
}

/** `%text%` for `like`, with the text taken literally. */
const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
