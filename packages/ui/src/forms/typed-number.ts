/** Digits with a point; thousands separated by commas or spaces, or not at all. */
const NUMBER = /^[-+]?(\d+|\d{1,3}([, \u00a0\u202f]\d{3})+)?(\.\d*)?$/u;

/** Reads what was typed as a number: "1,234.5" is 1234.5. Null for nothing, NaN for what is no number. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!NUMBER.test(trimmed) || !/\d/.test(trimmed)) return Number.NaN;
  return Number(trimmed.replaceAll(/[, \u00a0\u202f]/gu, ''));
}
