import { describe, expect, it } from 'vitest';
import { readBytes, readJson, TOO_LARGE } from './read-body.ts';

const KIB = 1024;

/** A body that has no end, and counts what was taken of it. */
function endless() {
  const taken = { bytes: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken.bytes += KIB;
        controller.enqueue(new Uint8Array(KIB).fill(32));
      },
      cancel() {
        taken.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { taken, request: requestWith(body) };
}

const requestWith = (body: BodyInit) =>
  new Request('http://wells.example/', { method: 'POST', body, duplex: 'half' } as RequestInit);

describe('reading a body', () => {
  it('stops at the first chunk beyond the limit', async () => {
    const { taken, request } = endless();
    expect(await readJson(request, 16 * KIB)).toBe(TOO_LARGE);
    expect(taken).toEqual({ bytes: 17 * KIB, isCancelled: true });
    await expect(readBytes(endless().request, 10)).rejects.toThrow(RangeError);
  });

  it('takes what is just as large as it may be', async () => {
    expect(await readJson(requestWith('"1234"'), 6)).toBe('1234');
    expect(await readBytes(requestWith('123456'), 6)).toHaveLength(6);
    expect(await readJson(requestWith('"1234" '), 6)).toBe(TOO_LARGE);
  });

  it.each(['', '{', 'text', '\u0000'])('finds nothing in %j', async (text) => {
    expect(await readJson(requestWith(text), 100)).toBeNull();
  });

  it('finds nothing in a body that breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.error(new Error('gone'));
      },
    });
    expect(await readJson(requestWith(body), 100)).toBeNull();
  });
});
