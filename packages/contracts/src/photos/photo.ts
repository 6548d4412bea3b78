import { z } from 'zod';
import { instantSchema, locationSchema, uuidSchema, versionSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';
import { sizeText } from '../messages/size-text.ts';

/** The media types of photos that are taken. */
export const PHOTO_CONTENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
/** The media type of a photo, one of `PHOTO_CONTENT_TYPES`. */
export const photoContentTypeSchema = z.enum(PHOTO_CONTENT_TYPES, {
  error: message('notAPicture'),
});
export type PhotoContentType = z.infer<typeof photoContentTypeSchema>;

/** What the server takes; devices compress to `DEVICE_PHOTO_BYTES`. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
/** What is said of a photo that is larger. */
export const PHOTO_OVER_LIMIT = message('photoOverLimit', { most: sizeText(MAX_PHOTO_BYTES) });
/** A device makes its photos no larger than this, in bytes. */
export const DEVICE_PHOTO_BYTES = 2 * 1024 * 1024;
/** Some bytes can claim billions of pixels; no camera makes more than this many. */
export const MAX_PHOTO_PIXELS = 100_000_000;

/** `WAITING`: announced, not arrived yet; `STORED`: checked and kept; `MISSING`: was stored, and neither the storage nor its device has it. */
export const PHOTO_STATES = ['WAITING', 'STORED', 'MISSING'] as const;
export const photoStateSchema = z.enum(PHOTO_STATES);
export type PhotoState = z.infer<typeof photoStateSchema>;

/** The SHA-256 of a photo's bytes: 64 hexadecimal digits in small letters. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, message('notSha256'));

const announced = {
  photoId: uuidSchema,
  sha256: sha256Schema,
  sizeBytes: z
    .int()
    .min(1, message('notEmpty'))
    .max(MAX_PHOTO_BYTES, message('photoTooLarge', { most: sizeText(MAX_PHOTO_BYTES) })),
  contentType: photoContentTypeSchema,
  takenAt: instantSchema.nullable(),
  location: locationSchema.nullable(),
};

/** A photo as an entry names it: the bytes follow by themselves. */
export const eventPhotoSchema = z.strictObject(announced).partial({ takenAt: true, location: true });
export type EventPhoto = z.infer<typeof eventPhotoSchema>;

/** So many photos an entry can name: a maintenance log, or one entry of a reading. */
export const MAX_PHOTOS_PER_ENTRY = 20;
/** The photos of an entry. */
export const eventPhotosSchema = z.array(eventPhotoSchema).max(MAX_PHOTOS_PER_ENTRY);

/** What photos belong to: `EQUIPMENT` for those of its maintenance, `WELL` for those of its readings. */
export const PHOTO_OWNERS = ['EQUIPMENT', 'WELL'] as const;
export type PhotoOwnerKind = (typeof PHOTO_OWNERS)[number];

/**
 * One photo of one owner. It is known by its content: whoever sends the same bytes for the same owner again, under
 * whatever `photoId`, means this one.
 */
export const photoRecordSchema = z.object({
  id: uuidSchema,
  equipmentId: uuidSchema.nullable().meta({ description: 'The item that it is of; null for one of a well' }),
  wellId: uuidSchema
    .nullable()
    .meta({ description: 'The well whose reading it is of; null for one of an item' }),
  blobName: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  contentType: photoContentTypeSchema,
  takenAt: z.string().nullable(),
  location: locationSchema.nullable(),
  state: photoStateSchema,
  width: z.int().nullable().meta({ description: 'Pixels, as it is looked at; null until stored' }),
  height: z.int().nullable(),
  hasThumbnail: z.boolean(),
  createdBy: uuidSchema,
  deviceId: uuidSchema.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: versionSchema,
});
export type PhotoRecord = z.infer<typeof photoRecordSchema>;

/** A photo as it is read, with addresses that work for some minutes; null where there is nothing to fetch. */
export const photoSchema = photoRecordSchema
  .extend({
    createdByName: z.string().nullable(),
    deviceName: z.string().nullable().meta({ description: 'The device that announced it' }),
    url: z.string().nullable(),
    thumbnailUrl: z.string().nullable(),
    urlExpiresAt: z.string().nullable(),
  })
  .meta({ id: 'Photo' });
export type Photo = z.infer<typeof photoSchema>;

/** The photo that somebody wants to upload. */
export const photoUploadRequestSchema = z
  .object({
    ...announced,
    // The answer to more is PAYLOAD_TOO_LARGE, as it is to the bytes themselves.
    sizeBytes: z
      .int()
      .min(1, message('notEmpty'))
      .meta({ description: `At most ${MAX_PHOTO_BYTES} bytes` }),
    isHeld: z.boolean().meta({
      description:
        'False: the sender has the bytes no more. The answer is `STORED` if the storage has them, else `MISSING`',
    }),
  })
  .partial({ takenAt: true, location: true, isHeld: true });
export type PhotoUploadRequest = z.infer<typeof photoUploadRequestSchema>;

/** Where to put the bytes, and with which headers; or that they are there already, or that nobody holds them any more. */
export const photoUploadTicketSchema = z.union([
  z.object({
    state: z.literal('WAITING'),
    uploadUrl: z.string(),
    blobName: z.string(),
    expiresAt: z.string(),
    headers: z.record(z.string(), z.string()),
  }),
  z.object({ state: z.enum(['STORED', 'MISSING']), blobName: z.string() }),
]);
export type PhotoUploadTicket = z.infer<typeof photoUploadTicketSchema>;

/** Event payloads. The aggregate is the owner. `owner` is absent from events of the time when only items had photos. */
const owner = z.enum(PHOTO_OWNERS).optional();
export const photoAnnouncedPayload = eventPhotoSchema.extend({ owner });
/** Event payload: the bytes of a photo are in the storage. */
export const photoStoredPayload = z.strictObject({
  owner,
  photoId: uuidSchema,
  sha256: sha256Schema,
  sizeBytes: z.int(),
  contentType: photoContentTypeSchema,
  width: z.int().nullable(),
  height: z.int().nullable(),
  hasThumbnail: z.boolean(),
});
export const photoLostPayload = z.strictObject({ owner, photoId: uuidSchema, sha256: sha256Schema });
