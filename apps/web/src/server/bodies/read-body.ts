/**
 * The one way in which the dashboard's server reads a body: counted while it arrives, and left alone from the first byte
 * beyond the limit on. Lint refuses `request.json()` and its like, which read as much as is sent.
 */

/** What comes of a body beyond its limit. */
export const TOO_LARGE = Symbol('too large');

/** Rejects beyond `limit` bytes, and when the body breaks off. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const bytes = await readUpTo(request, limit);
  if (bytes === TOO_LARGE) throw new RangeError(`The body has more than ${limit} bytes`);
  return bytes;
}

/** The body's JSON; null for what is none, or broke off. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  try {
    const bytes = await readUpTo(request, limit);
    return bytes === TOO_LARGE ? TOO_LARGE : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
  } catch {
    return null;
  }
}

async function readUpTo(request: Request, limit: number): Promise<Uint8Array | typeof TOO_LARGE> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > limit) return TOO_LARGE;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
