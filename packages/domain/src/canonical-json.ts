/**
 * JSON that each engine writes with the same bytes: RFC 8785. Numbers and texts are as `JSON.stringify` writes them, which is what
 * the RFC asks for. The published library needs what phones lack (ADR 82).
 */
import { isWellFormedText } from '@wellpulse/contracts';

/**
 * The text of a value; members that are undefined are left out. Throws for what JSON can't carry: a number that is not finite, half
 * of a character, a function.
 *
 * @example
 * canonicalJson({ b: 1.0, a: 'x' }); // '{"a":"x","b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
    if (writesItself(value)) return canonicalJson(value.toJSON());
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      // Of two keys none is equal, and `<` compares by UTF-16 units, as the RFC does.
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const isCarried =
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && isWellFormedText(value));
  if (!isCarried) throw new TypeError(`JSON can't carry this ${typeof value}`);
  return JSON.stringify(value);
}

/** Such as a date. */
const writesItself = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';
