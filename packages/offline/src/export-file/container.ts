/** What stands in a `.wellpulse` file: where it comes from, events as they were signed, and the facts of photos. */
import {
  instantSchema,
  photoContentTypeSchema,
  sha256Schema,
  uuidSchema,
  type SignedEvent,
} from '@wellpulse/contracts';
import { z } from 'zod';

const millisecondsSchema = z.int();

/** A time in which nobody set a device's clock, from the oldest to the newest of each device; in milliseconds. */
const exportedStretchSchema = z.object({
  id: uuidSchema,
  deviceId: uuidSchema,
  boot: z.string(),
  /** Wall less monotonic; null where the monotonic clock stops in sleep. */
  lead: millisecondsSchema.nullable(),
  first: millisecondsSchema,
  last: millisecondsSchema,
  anchor: z.object({ wall: millisecondsSchema, server: millisecondsSchema }).nullable(),
  /** The first and the last `deviceSequence` that was saved in it; null if none was. */
  sequences: z.tuple([z.int(), z.int()]).nullable(),
});
export type ExportedStretch = z.infer<typeof exportedStretchSchema>;

export const exportHeadSchema = z.object({
  tenantId: uuidSchema,
  deviceId: uuidSchema,
  deviceName: z.string(),
  exportedAt: instantSchema,
  /** Absent from files of older apps. */
  stretches: z.array(exportedStretchSchema).optional(),
});
/** Where a `.wellpulse` file comes from: the tenant, the device, when it was made, and the stretches of its clocks. */
export type ExportHead = z.infer<typeof exportHeadSchema>;

export const exportedPhotoSchema = z
  .object({
    photoId: uuidSchema,
    eventId: uuidSchema.nullable(),
    /** One of the two names the owner. Files of older apps have no `wellId`. */
    equipmentId: uuidSchema.nullable().default(null),
    wellId: uuidSchema.nullable().default(null),
    sha256: sha256Schema,
    sizeBytes: z.int().min(1),
    contentType: photoContentTypeSchema,
  })
  .refine(({ equipmentId, wellId }) => (equipmentId === null) !== (wellId === null));
/**
 * The facts of a photo in a `.wellpulse` file. `eventId` names the entry that it belongs to; null if that was
 * sent before.
 */
export type ExportedPhoto = z.infer<typeof exportedPhotoSchema>;

export interface ExportManifest extends ExportHead {
  readonly events: readonly SignedEvent[];
  readonly photos: readonly ExportedPhoto[];
}

/** A whole file at once, where it is known to be small. */
export interface ExportContent {
  readonly manifest: ExportManifest;
  /** In the order of the manifest's photos. */
  readonly photoBytes: readonly Uint8Array[];
}
