/**
 * The plain content of a `.wellpulse` file: events as they were signed, and the photos that the server hasn't got.
 * Layout: length of the manifest (4 bytes, big-endian), the manifest as JSON, then the photos' bytes one after the other in
 * the manifest's order.
 */
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  deviceEventSchema,
  instantSchema,
  photoContentTypeSchema,
  sha256Schema,
  uuidSchema,
} from '@wellpulse/contracts';
import { z } from 'zod';
import { ExportFileError } from './export-file-error.ts';

const manifestSchema = z.object({
  tenantId: uuidSchema,
  deviceId: uuidSchema,
  deviceName: z.string(),
  exportedAt: instantSchema,
  events: z.array(deviceEventSchema),
  photos: z.array(
    z.object({
      photoId: uuidSchema,
      eventId: uuidSchema.nullable(),
      equipmentId: uuidSchema,
      sha256: sha256Schema,
      sizeBytes: z.int().min(1),
      contentType: photoContentTypeSchema,
    }),
  ),
});
export type ExportManifest = z.infer<typeof manifestSchema>;
export type ExportedPhoto = ExportManifest['photos'][number];

export interface ExportContent {
  readonly manifest: ExportManifest;
  /** In the order of the manifest's photos. */
  readonly photoBytes: readonly Uint8Array[];
}

const LENGTH_BYTES = 4;

export function packContent({ manifest, photoBytes }: ExportContent): Uint8Array {
  const text = utf8ToBytes(JSON.stringify(manifest));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, text.length);
  return concatBytes(length, text, ...photoBytes);
}

/** Throws `ExportFileError` if anything is missing, or a photo isn't the one that its event names. */
export function unpackContent(plain: Uint8Array): ExportContent {
  const manifest = readManifest(plain);
  let at = LENGTH_BYTES + manifestLength(plain);
  const photoBytes = manifest.photos.map(({ sizeBytes, sha256: wanted }) => {
    const bytes = plain.slice(at, at + sizeBytes);
    at += sizeBytes;
    if (bytesToHex(sha256(bytes)) !== wanted) throw damaged();
    return bytes;
  });
  if (at !== plain.length) throw damaged();
  return { manifest, photoBytes };
}

const manifestLength = (plain: Uint8Array): number => {
  if (plain.length < LENGTH_BYTES) throw damaged();
  return new DataView(plain.buffer, plain.byteOffset).getUint32(0);
};

function readManifest(plain: Uint8Array): ExportManifest {
  const text = plain.slice(LENGTH_BYTES, LENGTH_BYTES + manifestLength(plain));
  try {
    return manifestSchema.parse(JSON.parse(bytesToUtf8(text)));
  } catch {
    throw damaged();
  }
}

const damaged = (): ExportFileError =>
  new ExportFileError('FILE_DAMAGED', 'This file is damaged. Copy it again from the device that made it.');
