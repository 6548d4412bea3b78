/**
 * Joins class names, leaving out what is false, null or empty. Later names don't override earlier ones.
 *
 * @example
 * cx('num', isLate && 'text-bad'); // 'num' while nothing is late
 */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
