/** Photos cross as bytes: where main keeps them stays with main. */
import {
  eventPhotoSchema,
  instantSchema,
  locationSchema,
  MAX_PHOTO_BYTES,
  PHOTO_OVER_LIMIT,
  photoContentTypeSchema,
  sha256Schema,
  uuidSchema,
} from '@wellpulse/contracts';
import { z } from 'zod';
import { method } from './method.ts';

const bytes = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length > 0 && length <= MAX_PHOTO_BYTES, PHOTO_OVER_LIMIT);

export const PHOTO_METHODS = {
  /** Answers with what its entry says of the photo, when the photo is on the disk. */
  'photos.keep': method(
    z.strictObject({
      bytes,
      contentType: photoContentTypeSchema,
      takenAt: instantSchema.nullable(),
      location: locationSchema.nullable(),
    }),
    eventPhotoSchema,
  ),
  /** Null for a photo whose bytes are not on this laptop. */
  'photos.show': method(
    z.strictObject({ sha256: sha256Schema }),
    z.object({ bytes, contentType: photoContentTypeSchema }).nullable(),
  ),
  /** Takes a photo away that belongs to no entry yet. */
  'photos.discard': method(z.strictObject({ photoId: uuidSchema }), z.null()),
} as const;
