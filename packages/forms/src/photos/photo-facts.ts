/** When and where a photo was taken, as the camera wrote it into the file. Compression takes it away. */
import type { Location } from '@wellpulse/contracts';
import { distanceFeet, metresToFeet } from '@wellpulse/domain';

/** When and where a photo was taken. */
export interface PhotoFacts {
  /** RFC 3339; null where the file doesn't say. */
  readonly takenAt: string | null;
  readonly location: Location | null;
}

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is read of the file's EXIF: text and numbers as they stand there, positions in degrees. */
export interface ExifTags {
  readonly DateTimeOriginal?: unknown;
  readonly OffsetTimeOriginal?: unknown;
  readonly CreateDate?: unknown;
  readonly GPSHPositioningError?: unknown;
  readonly latitude?: unknown;
  readonly longitude?: unknown;
}

/** The tags that are read of a file. */
export const EXIF_TAGS = [
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'CreateDate',
  'GPSHPositioningError',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
];

/** Where the file gives no accuracy: that of phones under open sky, 4.9 m (www.gps.gov, "GPS Accuracy"). */
const USUAL_ACCURACY_METRES = 4.9;

/**
 * The facts of a photo, out of what its camera wrote.
 *
 * @param changedAt when the file was last written, where the camera's clock is not known
 * @param well where the item stands, for the distance; null where that is not known
 * @example
 * const { takenAt, location } = photoFactsOf(tags, new Date(file.lastModified), well);
 */
export function photoFactsOf(tags: ExifTags, changedAt: Date, well: Position | null): PhotoFacts {
  const takenAt = instantOf(tags);
  const position = positionOf(tags);
  if (position === null) return { takenAt, location: null };
  const error = tags.GPSHPositioningError;
  const accuracy = typeof error === 'number' && error >= 0 ? error : USUAL_ACCURACY_METRES;
  return {
    takenAt,
    location: {
      ...position,
      accuracyFeet: Math.round(metresToFeet(accuracy) * 10) / 10,
      capturedAt: takenAt ?? changedAt.toISOString(),
      distanceFeet: well === null ? null : Math.round(distanceFeet(position, well)),
    },
  };
}

function positionOf({ latitude, longitude }: ExifTags): Position | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // A camera without a fix writes zeros.
  const isFix = latitude !== 0 || longitude !== 0;
  return isOnEarth && isFix ? { latitude, longitude } : null;
}

const CLOCK = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/;
const OFFSET = /^[+-]\d\d:\d\d$/;

/** The camera's clock; without an offset in the file, in the zone of this device, which is mostly the camera. */
function instantOf({ DateTimeOriginal, CreateDate, OffsetTimeOriginal }: ExifTags): string | null {
  const text = typeof DateTimeOriginal === 'string' ? DateTimeOriginal : CreateDate;
  const parts = typeof text === 'string' ? CLOCK.exec(text) : null;
  if (parts === null) return null;
  const [, year, month, date, hours, minutes, seconds] = parts;
  const offset = typeof OffsetTimeOriginal === 'string' ? OffsetTimeOriginal.trim() : '';
  const clock = `${String(year)}-${String(month)}-${String(date)}T${String(hours)}:${String(minutes)}:${String(seconds)}`;
  const instant = new Date(`${clock}${OFFSET.test(offset) ? offset : ''}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
