/**
 * What a `.wellpulse` file says, part by part: its head, then each event as it was signed, then each photo that the server
 * has not got. Parts are read and written one after the other, so a file of any size fits into a phone's memory.
 *
 * In bytes, a part is a letter, the length of its content (4 bytes, big-endian) and the content. A head (H), an event (E) and
 * the facts of a photo (P) are JSON. The bytes of a photo (B) come after its facts, piece by piece (ADR 89).
 */
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { MAX_PHOTO_BYTES, signedEventSchema, type SignedEvent } from '@wellpulse/contracts';
import { Digest } from '../lib/digest.ts';
import { PIECE_BYTES } from '../lib/pieces.ts';
import { ByteReader } from './byte-reader.ts';
import { exportedPhotoSchema, exportHeadSchema, type ExportedPhoto, type ExportHead } from './container.ts';
import { damaged } from './export-file-error.ts';

/** One part of a `.wellpulse` file. The head comes first, then each event, then each photo. */
export type ExportPart =
  | { readonly kind: 'HEAD'; readonly head: ExportHead }
  | { readonly kind: 'EVENT'; readonly event: SignedEvent }
  | {
      readonly kind: 'PHOTO';
      readonly photo: ExportedPhoto;
      /** Of a file that is being read: once, and before the next part is asked for. */
      readonly pieces: () => AsyncIterable<Uint8Array>;
    };

type PhotoPart = Extract<ExportPart, { readonly kind: 'PHOTO' }>;

/** `UNREAD` is what a newer app wrote and this one cannot read: it is left out, and told. */
export type ReadPart = ExportPart | { readonly kind: 'UNREAD' };

const LENGTH_BYTES = 4;
/** Far more than any head, event or facts of a photo take. */
const MOST_JSON_BYTES = 4 * 1024 * 1024;
const UNREAD = { kind: 'UNREAD' } as const;
const LETTERS = { HEAD: 'H', EVENT: 'E', PHOTO: 'P', BYTES: 'B' } as const;
type Letter = (typeof LETTERS)[keyof typeof LETTERS];

export async function* encodeParts(
  parts: AsyncIterable<ExportPart> | Iterable<ExportPart>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const part of parts) {
    if (part.kind === 'HEAD') yield frame('H', json(part.head));
    if (part.kind === 'EVENT') yield frame('E', json(part.event));
    if (part.kind !== 'PHOTO') continue;
    yield frame('P', json(part.photo));
    yield* photoFrame(part);
  }
}

const json = (value: object): Uint8Array => utf8ToBytes(JSON.stringify(value));

const frame = (letter: Letter, content: Uint8Array): Uint8Array =>
  concatBytes(frameHead(letter, content.length), content);

function frameHead(letter: Letter, length: number): Uint8Array {
  const head = new Uint8Array(1 + LENGTH_BYTES);
  head[0] = letter.charCodeAt(0);
  new DataView(head.buffer).setUint32(1, length);
  return head;
}

async function* photoFrame({ photo, pieces }: PhotoPart): AsyncGenerator<Uint8Array, void, undefined> {
  yield frameHead('B', photo.sizeBytes);
  const digest = new Digest();
  yield* digest.of(pieces());
  if (!digest.isOf(photo)) throw new Error(`The photo ${photo.photoId} changed while it was written`);
}

/**
 * Throws `FILE_DAMAGED` if anything that this app knows is missing or out of place. It does so too if a photo isn't the one that its
 * event names.
 */
export async function* decodeParts(
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadPart, void, undefined> {
  const reader = new ByteReader(plain);
  try {
    yield { kind: 'HEAD', head: readHead(await readFrame(reader, 'H')) };
    for (;;) {
      const letter = await readLetter(reader);
      if (letter === null) return;
      if (letter === LETTERS.EVENT) {
        const event = signedEventSchema.safeParse(readJson(await readContent(reader, MOST_JSON_BYTES))).data;
        yield event === undefined ? UNREAD : { kind: 'EVENT', event };
      } else if (letter === LETTERS.PHOTO) {
        yield* readPhoto(reader);
      } else {
        await skip(reader, await readLength(reader, MAX_PHOTO_BYTES));
        yield UNREAD;
      }
    }
  } finally {
    await reader.end();
  }
}

async function* readPhoto(reader: ByteReader): AsyncGenerator<ReadPart, void, undefined> {
  const photo = exportedPhotoSchema.safeParse(readJson(await readContent(reader, MOST_JSON_BYTES))).data;
  if ((await readLetter(reader)) !== LETTERS.BYTES) throw damaged();
  const length = await readLength(reader, MAX_PHOTO_BYTES);
  if (photo === undefined) {
    await skip(reader, length);
    yield UNREAD;
    return;
  }
  if (length !== photo.sizeBytes) throw damaged();
  const bytes = new PhotoBytes(reader, photo);
  yield { kind: 'PHOTO', photo, pieces: () => bytes.pieces() };
  // What nobody read is checked all the same.
  for await (const _ of bytes.pieces()) continue;
}

/** The bytes of a photo that is being read. Whoever breaks off, the next one goes on where they were. */
class PhotoBytes {
  readonly #reader: ByteReader;
  readonly #photo: ExportedPhoto;
  readonly #digest = new Digest();
  #left: number;

  constructor(reader: ByteReader, photo: ExportedPhoto) {
    this.#reader = reader;
    this.#photo = photo;
    this.#left = photo.sizeBytes;
  }

  async *pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    while (this.#left > 0) {
      const piece = await takePiece(this.#reader, this.#left);
      this.#left -= piece.length;
      this.#digest.add(piece);
      // Before the last piece: nobody takes for whole what is another photo.
      if (this.#left === 0 && !this.#digest.isOf(this.#photo)) throw damaged();
      yield piece;
    }
  }
}

/** At most a piece of what is left of something. */
async function takePiece(reader: ByteReader, left: number): Promise<Uint8Array> {
  const piece = await reader.take(Math.min(left, PIECE_BYTES));
  if (piece.length === 0) throw damaged();
  return piece;
}

async function skip(reader: ByteReader, length: number): Promise<void> {
  for (let left = length; left > 0;) left -= (await takePiece(reader, left)).length;
}

async function readFrame(reader: ByteReader, wanted: Letter): Promise<Uint8Array> {
  if ((await readLetter(reader)) !== wanted) throw damaged();
  return readContent(reader, MOST_JSON_BYTES);
}

/** Null at the end of the file. */
async function readLetter(reader: ByteReader): Promise<string | null> {
  const [code] = await reader.take(1);
  return code === undefined ? null : String.fromCharCode(code);
}

async function readLength(reader: ByteReader, most: number): Promise<number> {
  const head = await reader.take(LENGTH_BYTES);
  if (head.length < LENGTH_BYTES) throw damaged();
  const length = new DataView(head.buffer, head.byteOffset).getUint32(0);
  if (length > most) throw damaged();
  return length;
}

async function readContent(reader: ByteReader, most: number): Promise<Uint8Array> {
  const length = await readLength(reader, most);
  const content = await reader.take(length);
  if (content.length < length) throw damaged();
  return content;
}

function readHead(text: Uint8Array): ExportHead {
  const head = exportHeadSchema.safeParse(readJson(text)).data;
  if (head === undefined) throw damaged();
  return head;
}

function readJson(text: Uint8Array): unknown {
  try {
    return JSON.parse(bytesToUtf8(text)) as unknown;
  } catch {
    throw damaged();
  }
}
