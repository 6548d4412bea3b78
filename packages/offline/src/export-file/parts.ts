/**
 * What a `.wellpulse` file says, part by part: its head, then each event as it was signed, then each photo that the server
 * has not got. Parts are read and written one after the other, so a file of any size fits into a phone's memory.
 *
 * In bytes, a part is a letter, the length of what follows (4 bytes, big-endian), and that: JSON of a head (H), an event (E)
 * or the facts of a photo (P), or the bytes of the photo whose facts came before (B).
 */
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { deviceEventSchema, MAX_PHOTO_BYTES, type DeviceEvent } from '@wellpulse/contracts';
import type { z } from 'zod';
import { ByteReader } from './byte-reader.ts';
import { exportedPhotoSchema, exportHeadSchema, type ExportedPhoto, type ExportHead } from './container.ts';
import { damaged } from './export-file-error.ts';

export type ExportPart =
  | { readonly kind: 'HEAD'; readonly head: ExportHead }
  | { readonly kind: 'EVENT'; readonly event: DeviceEvent }
  | { readonly kind: 'PHOTO'; readonly photo: ExportedPhoto; readonly bytes: Uint8Array };

const LENGTH_BYTES = 4;
/** Far more than any head, event or facts of a photo take. */
const MOST_JSON_BYTES = 4 * 1024 * 1024;
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
    yield frame('B', part.bytes);
  }
}

const json = (value: object): Uint8Array => utf8ToBytes(JSON.stringify(value));

function frame(letter: Letter, content: Uint8Array): Uint8Array {
  const head = new Uint8Array(1 + LENGTH_BYTES);
  head[0] = letter.charCodeAt(0);
  new DataView(head.buffer).setUint32(1, content.length);
  return concatBytes(head, content);
}

/** Throws `FILE_DAMAGED` if anything is missing or out of place, or a photo isn't the one that its event names. */
export async function* decodeParts(
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<ExportPart, void, undefined> {
  const reader = new ByteReader(plain);
  try {
    yield { kind: 'HEAD', head: parse(exportHeadSchema, await readFrame(reader, 'H')) };
    for (;;) {
      const letter = await readLetter(reader);
      if (letter === null) return;
      if (letter === LETTERS.EVENT) {
        yield { kind: 'EVENT', event: parse(deviceEventSchema, await readContent(reader, MOST_JSON_BYTES)) };
      } else if (letter === LETTERS.PHOTO) {
        yield await readPhoto(reader);
      } else {
        throw damaged();
      }
    }
  } finally {
    await reader.end();
  }
}

async function readPhoto(reader: ByteReader): Promise<ExportPart> {
  const photo = parse(exportedPhotoSchema, await readContent(reader, MOST_JSON_BYTES));
  const bytes = await readFrame(reader, 'B', MAX_PHOTO_BYTES);
  if (bytes.length !== photo.sizeBytes || bytesToHex(sha256(bytes)) !== photo.sha256) throw damaged();
  return { kind: 'PHOTO', photo, bytes };
}

async function readFrame(reader: ByteReader, wanted: Letter, most = MOST_JSON_BYTES): Promise<Uint8Array> {
  if ((await readLetter(reader)) !== wanted) throw damaged();
  return readContent(reader, most);
}

/** Null at the end of the file. */
async function readLetter(reader: ByteReader): Promise<string | null> {
  const [code] = await reader.take(1);
  return code === undefined ? null : String.fromCharCode(code);
}

async function readContent(reader: ByteReader, most: number): Promise<Uint8Array> {
  const head = await reader.take(LENGTH_BYTES);
  if (head.length < LENGTH_BYTES) throw damaged();
  const length = new DataView(head.buffer, head.byteOffset).getUint32(0);
  if (length > most) throw damaged();
  const content = await reader.take(length);
  if (content.length < length) throw damaged();
  return content;
}

function parse<Schema extends z.ZodType>(schema: Schema, text: Uint8Array): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(bytesToUtf8(text)));
  } catch {
    throw damaged();
  }
}
