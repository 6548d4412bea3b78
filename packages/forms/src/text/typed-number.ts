import type { FieldFacts } from '@wellpulse/contracts';

/** Digits with a point; thousands separated by commas or spaces, or not at all. */
const NUMBER = /^[-+]?(\d+|\d{1,3}([, \u00a0\u202f]\d{3})+)?(\.\d*)?$/u;

/**
 * Reads what was typed as a number. Null for nothing, NaN for what is no number.
 *
 * @example
 * readNumber('1,234.5'); // 1234.5
 */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!NUMBER.test(trimmed) || !/\d/.test(trimmed)) return Number.NaN;
  return Number(trimmed.replaceAll(/[, \u00a0\u202f]/gu, ''));
}

/** What was typed in a box as a value of its field: null for nothing, where a value may be null. */
export function typedValue(text: string, { kind, unit, nullable }: FieldFacts): string | number | null {
  if (kind === 'NUMBER') return readNumber(unit === 'USD' ? text.replace('$', '') : text);
  return nullable && text.trim() === '' ? null : text;
}
