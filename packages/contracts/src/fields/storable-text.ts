/**
 * Texts that every store and wire can hold. PostgreSQL refuses U+0000, and JSON can't carry a lone surrogate faithfully.
 * `isWellFormed` and `toWellFormed` are missing on phones (ADR 82).
 */

/** With `u`, a pair of surrogates is one character: only a lone one is found. */
const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;

/** False for a text with half of a character. */
export const isWellFormedText = (text: string): boolean => text.search(LONE_SURROGATES) === -1;

/** False for a text with U+0000 or with half of a character. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && isWellFormedText(text);

/**
 * The text without U+0000, and with U+FFFD for each half of a character.
 *
 * @example
 * storableText('Cooper\u0000 14'); // 'Cooper 14'
 */
export const storableText = (text: string): string =>
  text.replaceAll('\u0000', '').replace(LONE_SURROGATES, '\uFFFD');
