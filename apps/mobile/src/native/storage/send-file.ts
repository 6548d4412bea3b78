/** A phone's own upload takes a photo from the disk: it is never whole in JavaScript's memory, and the phone tells how much has left. */
import { File, FileMode, Paths, UploadType } from 'expo-file-system';
import type { SendFile } from '../ports.ts';

/** Unsealed, for as long as it leaves: one photo leaves at a time. */
export const outgoing = new File(Paths.cache, 'outgoing-photo');

/** React Native's `Blob` takes no bytes, and its `fetch` reads a stream whole. */
export const sendFile: SendFile = async ({ url, headers, file, signal, onSent }) => {
  try {
    outgoing.create({ overwrite: true });
    const handle = outgoing.open(FileMode.WriteOnly);
    try {
      for await (const piece of file.pieces()) handle.writeBytes(piece);
    } finally {
      handle.close();
    }
    const { status } = await outgoing.upload(url, {
      httpMethod: 'PUT',
      uploadType: UploadType.BINARY_CONTENT,
      headers: { ...headers },
      signal,
      onProgress: ({ bytesSent }) => {
        onSent(bytesSent);
      },
    });
    return status;
  } finally {
    if (outgoing.exists) outgoing.delete();
  }
};
