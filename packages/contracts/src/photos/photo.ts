import { z } from 'zod';
import { instantSchema, locationSchema, uuidSchema, versionSchema } from '../fields.ts';

export const PHOTO_CONTENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export const photoContentTypeSchema = z.enum(PHOTO_CONTENT_TYPES, {
  error: 'Must be a JPEG, PNG, WebP or HEIC picture',
});
export type PhotoContentType = z.infer<typeof photoContentTypeSchema>;

/** What the server takes, 10 MiB; devices compress to `DEVICE_PHOTO_BYTES`. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
export const DEVICE_PHOTO_BYTES = 2 * 1024 * 1024;
/** Some bytes can claim billions of pixels; no camera makes more than this many. */
export const MAX_PHOTO_PIXELS = 100_000_000;

/** `WAITING`: announced, not arrived yet; `STORED`: checked and kept; `MISSING`: was stored and is gone. */
export const PHOTO_STATES = ['WAITING', 'STORED', 'MISSING'] as const;
export const photoStateSchema = z.enum(PHOTO_STATES);
export type PhotoState = z.infer<typeof photoStateSchema>;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'Must be a SHA-256 in lower-case hex');

const announced = {
  photoId: uuidSchema,
  sha256: sha256Schema,
  sizeBytes: z.int().min(1, 'Must not be empty').max(MAX_PHOTO_BYTES, 'Must be at most 10 MiB'),
  contentType: photoContentTypeSchema,
  takenAt: instantSchema.nullable(),
  location: locationSchema.nullable(),
};

/** A photo as a maintenance event names it: the bytes follow by themselves. */
export const eventPhotoSchema = z.strictObject(announced).partial({ takenAt: true, location: true });
export type EventPhoto = z.infer<typeof eventPhotoSchema>;

/**
 * One photo of one item. It is known by its content: whoever sends the same bytes for the same item again, under
 * whatever `photoId`, means this one.
 */
export const photoRecordSchema = z.object({
  id: uuidSchema,
  equipmentId: uuidSchema,
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

export const photoUploadRequestSchema = z
  .object({
    ...announced,
    // The answer to more is PAYLOAD_TOO_LARGE, as it is to the bytes themselves.
    sizeBytes: z.int().min(1, 'Must not be empty').meta({ description: 'At most 10 MiB' }),
  })
  .partial({ takenAt: true, location: true });
export type PhotoUploadRequest = z.infer<typeof photoUploadRequestSchema>;

/** Where to put the bytes, and with which headers; or that they are there already. */
export const photoUploadTicketSchema = z.union([
  z.object({
    state: z.literal('WAITING'),
    uploadUrl: z.string(),
    blobName: z.string(),
    expiresAt: z.string(),
    headers: z.record(z.string(), z.string()),
  }),
  z.object({ state: z.literal('STORED'), blobName: z.string() }),
]);
export type PhotoUploadTicket = z.infer<typeof photoUploadTicketSchema>;

/** Event payloads. The aggregate is the item of equipment. */
export const photoAnnouncedPayload = z.strictObject(announced).partial({ takenAt: true, location: true });
export const photoStoredPayload = z.strictObject({
  photoId: uuidSchema,
  sha256: sha256Schema,
  sizeBytes: z.int(),
  contentType: photoContentTypeSchema,
  width: z.int().nullable(),
  height: z.int().nullable(),
  hasThumbnail: z.boolean(),
});
export const photoLostPayload = z.strictObject({ photoId: uuidSchema, sha256: sha256Schema });
