/** An event as it crosses the wire from a device (docs/sync-protocol.md, "2. The event"). */
import { z } from 'zod';
import { instantSchema, uuidSchema } from '../fields/fields.ts';
import { photoContentTypeSchema } from '../photos/photo.ts';
import { message } from '../messages/messages.ts';
import { MAX_BATCH_EVENTS } from './batch-limits.ts';

/** Ids are compared as text in signatures and outcomes, so only the lower-case form is one. */
const wireUuidSchema = z
  .uuid(message('notUuid'))
  .refine((id) => id === id.toLowerCase(), message('notLowerCase'));

/**
 * Whether a text is an id that an event may have: a UUID in small letters.
 *
 * @example
 * isEventId('01890000-0000-7000-8000-0000000000aa'); // true
 */
export const isEventId = (id: string): boolean => wireUuidSchema.safeParse(id).success;

/** The version of the sync protocol that this code speaks (docs/sync-protocol.md). */
export const PROTOCOL_VERSION = 2;

/** What tells whose an event is. */
const provenance = {
  id: wireUuidSchema,
  tenantId: wireUuidSchema,
  deviceId: wireUuidSchema,
  deviceSequence: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  userId: wireUuidSchema,
  protocol: z.int().min(1).optional().meta({ description: 'Absent means 2' }),
  signature: z.string().regex(/^[0-9a-f]{64}$/, message('notHex')),
};

/** As much of an event as every version of the protocol has. */
export const signedEventSchema = z.looseObject(provenance);
export type SignedEvent = z.infer<typeof signedEventSchema>;

/**
 * Everything but the payload, which its event type decides on. An event is signed as it was saved: nothing here may
 * change a value while parsing.
 */
export const deviceEventSchema = z.strictObject({
  ...provenance,
  /** Of any length: one that nobody knows is refused for that, and not for its form. */
  eventType: z.string(),
  aggregateId: wireUuidSchema,
  /** The version that its author was looking at, 0 for none; null where the device does not hold the day. */
  baseVersion: z.int().min(0).max(2_147_483_647).nullable(),
  timestamp: instantSchema,
  payload: z.record(z.string(), z.unknown()),
});
export type DeviceEvent = z.infer<typeof deviceEventSchema>;

/** A small photo that travels inside the batch. `localPath` and `filename` are the device's own affair. */
export const inlinePhotoSchema = z.object({
  eventId: uuidSchema,
  photoId: uuidSchema,
  localPath: z.string().max(1000).optional(),
  base64Data: z.string(),
  filename: z.string().max(255).optional(),
  contentType: photoContentTypeSchema,
});
export type InlinePhoto = z.infer<typeof inlinePhotoSchema>;

/**
 * What must be right for the batch to be looked at: each event and each photo is then judged by itself. Each event is
 * answered by its id, whatever text the id is.
 */
export const syncBatchSchema = z.object({
  deviceId: wireUuidSchema
    .nullable()
    .meta({ description: "The session's device; null for a session that has none, such as the dashboard's" }),
  sentAt: instantSchema,
  appVersion: z.string().max(40).optional(),
  events: z.array(z.looseObject({ id: z.string().min(1).max(200) })).max(MAX_BATCH_EVENTS),
  photos: z.array(z.unknown()).optional(),
});
export type SyncBatch = z.infer<typeof syncBatchSchema>;

/** A batch as a device should send it. */
export const wellFormedBatchSchema = syncBatchSchema.extend({
  photos: z.array(inlinePhotoSchema).max(100).optional(),
});
