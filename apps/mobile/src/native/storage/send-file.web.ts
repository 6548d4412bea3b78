/** A browser keeps the bytes of a photo in a `Blob`. It does not tell how much of it has left. */
import type { SendFile } from '../ports.ts';

export const sendFile: SendFile = async ({ url, headers, file, signal }) => {
  const pieces: BlobPart[] = [];
  for await (const piece of file.pieces()) pieces.push(new Uint8Array(piece));
  const response = await fetch(url, { method: 'PUT', headers, body: new Blob(pieces), signal });
  await response.arrayBuffer();
  return response.status;
};
