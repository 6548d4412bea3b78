/**
 * How texts compare that people type: serial numbers, tags and names. Case, accents, the kind of a dash and the number of
 * blanks make no difference: `Pena` finds `PEÑA`, and what is the same serial number on a device is so on the server.
 *
 * PostgreSQL has the same rule as a function `search_key`, which a test holds to this one (ADR 42).
 */

/** Letters of Latin, Greek and Cyrillic, whose capitals are older than any database: the same ones are known everywhere. */
const CAPITALS = /[A-Z\u00c0-\u052f]/g;
const MARKS = /[\u0300-\u036f]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const BLANKS = /[\t-\r \u0085\u1680\u2028\u2029\ufeff]+/g;

/**
 * The text by which two texts are the same, and in which another's is looked for.
 *
 * @example
 * searchKey('Cooper 14') === searchKey(' cooper 14'); // true
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .replaceAll(CAPITALS, (letter) => letter.toLowerCase())
    .replaceAll(DASHES, '-')
    .replaceAll(BLANKS, ' ')
    .replaceAll(/^ | $/g, '');

/**
 * Whether `text` holds what was `searched`.
 *
 * @example
 * isFoundIn('Cooper 14', 'coop'); // true
 */
export const isFoundIn = (text: string, searched: string): boolean =>
  searchKey(text).includes(searchKey(searched));
