/**
 * Opens a `.wellpulse` file in this browser: neither the passphrase nor what is inside leaves it until it is sent. The file is read
 * piece by piece, once to check all of it and once to send it. So one of any size takes the memory of one photo (ADR 41).
 */
import type { SignedEvent } from '@wellpulse/contracts';
import type { ExportHead, ReadPart } from '@wellpulse/offline/export-file';
import type { FileOpener, HandoverRefusal } from '@wellpulse/forms';

/** Of a file that can't be taken. */
class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly refusal: HandoverRefusal;

  constructor(refusal: HandoverRefusal) {
    super(refusal.kind === 'FILE' ? refusal.code : refusal.refusal.code);
    this.refusal = refusal;
  }
}

/** A file that was read to its end, and is whole. */
export interface OpenedFile {
  readonly head: ExportHead;
  readonly events: number;
  readonly photos: number;
  /** How many entries and photos this app cannot read: a newer one made them. */
  readonly unread: number;
  /** The first of the entries, as many as anybody reads. */
  readonly shown: readonly SignedEvent[];
  /** Reads the file from its beginning, at each call. */
  readonly parts: () => AsyncIterable<ReadPart>;
}

/** More than anybody reads. */
export const SHOWN = 300;
const PIECE_BYTES = 1024 * 1024;

/** Throws `FileRefused`. The code that opens files is loaded when the first one is opened. */
export async function openFile(file: Blob, passphrase: string, tenantId: string): Promise<OpenedFile> {
  const { ExportFileError, openParts } = await import('@wellpulse/offline/export-file');
  try {
    const parts = await openParts(() => piecesOf(file), passphrase);
    return { ...(await readThrough(parts(), tenantId)), parts };
  } catch (error) {
    throw error instanceof ExportFileError ? new FileRefused({ kind: 'FILE', code: error.code }) : error;
  }
}

/** Opens the files of a tenant for a form. */
export const fileOpener = (tenantId: string): FileOpener<Blob, OpenedFile> => ({
  open: async (file, passphrase) => {
    try {
      return { kind: 'DONE', value: await openFile(file, passphrase, tenantId) };
    } catch (error) {
      if (error instanceof FileRefused) return { kind: 'REFUSED', refusal: error.refusal };
      throw error;
    }
  },
});

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE_BYTES)
    yield new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
}

async function readThrough(
  parts: AsyncIterable<ReadPart>,
  tenantId: string,
): Promise<Omit<OpenedFile, 'parts'>> {
  const counts = { EVENT: 0, PHOTO: 0, UNREAD: 0 };
  const shown: SignedEvent[] = [];
  let head: ExportHead | undefined;
  for await (const part of parts) {
    if (part.kind === 'HEAD') {
      head = part.head;
      if (head.tenantId !== tenantId) {
        throw new FileRefused({ kind: 'REFUSED', refusal: { code: 'OTHER_TENANT', of: 'FILE' } });
      }
    } else counts[part.kind] += 1;
    if (part.kind === 'EVENT' && shown.length < SHOWN) shown.push(part.event);
  }
  if (head === undefined) throw new FileRefused({ kind: 'FILE', code: 'FILE_DAMAGED' });
  return { head, events: counts.EVENT, photos: counts.PHOTO, unread: counts.UNREAD, shown };
}
