import { readBytes } from './read-body.ts';

/**
 * A body that can be sent twice, if it is small. The API may refuse an access token that looked good to us (its clock
 * is ahead, its key has changed); then the session is renewed and the request sent again. An upload is not buffered: it
 * streams, and the margin before expiry has to be enough for it.
 */
export const MOST_BUFFERED_BYTES = 256 * 1024;

export interface BufferedBody {
  readonly body: ReadableStream<Uint8Array> | Uint8Array | null;
  readonly canBeSentAgain: boolean;
}

export async function bufferSmallBody(request: Request): Promise<BufferedBody> {
  if (request.body === null) return { body: null, canBeSentAgain: true };
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= MOST_BUFFERED_BYTES)) return { body: request.body, canBeSentAgain: false };
  return { body: await readBytes(request, MOST_BUFFERED_BYTES), canBeSentAgain: true };
}
