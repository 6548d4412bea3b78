/** Reads JSON out of the device's own database. It was whole when it was written. */

/** A text in a row is no JSON any more: its page was damaged, and SQLite itself does not notice that. */
export class NoJsonError extends Error {
  override readonly name = 'NoJsonError';
}

/**
 * Anything that JSON can carry. To be called inside `DeviceDatabase.read` or `write`: a driver that repairs then does so as if SQLite
 * had met the damage. Throws `NoJsonError`.
 */
export function storedJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text)) as unknown;
  } catch (cause) {
    throw new NoJsonError('NO_JSON', { cause });
  }
}

/** The same for what was an object or a list when it was written; a parser had read it then. */
export function storedObject(text: unknown): object {
  const value = storedJson(text);
  if (typeof value !== 'object' || value === null) throw new NoJsonError('NO_OBJECT');
  return value;
}
