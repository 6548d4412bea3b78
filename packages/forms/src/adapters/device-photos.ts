/** Photos as forms on a device name them. */
import { eventPhotoSchema, type EventPhoto } from '@wellpulse/contracts';

/** A photo as drafts keep it: beside the name of its file, which no entry tells. */
export const devicePhotoSchema = eventPhotoSchema.strip();

/**
 * Photos as an entry names them.
 *
 * @example
 * const payload = { ...values, photos: asEntriesSay(photos) };
 */
export const asEntriesSay = (photos: readonly EventPhoto[]): EventPhoto[] =>
  photos.map((photo) => devicePhotoSchema.parse(photo));
