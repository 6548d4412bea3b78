/**
 * Tells whether a JSON value, canonicalised, is at most so large, and looks no further than it must: a value of many
 * megabytes costs no more than one of the limit.
 */
export function fitsIn(maxBytes: number, value: unknown): boolean {
  let left = maxBytes;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && left >= 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) {
      left -= bytesOfPlain(next, left);
      continue;
    }
    const isList = Array.isArray(next);
    const members: unknown[] = isList ? next : Object.values(next);
    // Brackets, and commas between.
    left -= 2 + Math.max(0, members.length - 1);
    if (left < 0) return false;
    if (!isList) for (const key of Object.keys(next)) left -= bytesOfPlain(key, left) + 1;
    for (const member of members) waiting.push(member);
  }
  return left >= 0;
}

function bytesOfPlain(value: unknown, limit: number): number {
  // At least a byte for each UTF-16 unit: what is longer need not be written out.
  if (typeof value === 'string' && value.length > limit) return value.length;
  return value === undefined ? 0 : bytesOfText(JSON.stringify(value));
}

/** The bytes of a text in UTF-8. */
function bytesOfText(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
