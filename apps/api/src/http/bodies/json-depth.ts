/**
 * How deep JSON may be nested. Parsing, walking and freeing a value of millions of levels takes seconds and gigabytes. So the
 * depth is looked for in the bytes, before anything is parsed. What a device or a page sends has about five levels.
 */
export const MAX_JSON_DEPTH = 1000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** True as soon as the text opens more lists and objects at once than that. It need not be JSON. */
export function isNestedTooDeeply(json: Uint8Array, most = MAX_JSON_DEPTH): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (isInText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if (OPENING.has(byte)) depth += 1;
    else if (CLOSING.has(byte)) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
