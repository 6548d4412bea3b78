/** Which measured position stands for a person, and where that is from a well (ADR 111). */
import { locationSchema, type Location } from '@wellpulse/contracts';
import { distanceFeet, metresToFeet, type Position } from './distance.ts';

/** A position as a device measured it, or as a person typed it. */
export type Fix = Omit<Location, 'distanceFeet'>;

const fixSchema = locationSchema.omit({ distanceFeet: true });

/** A fix that is less exact than this is said to be, and improves while a person types. Feet; from the customer's brief. */
export const SHARP_FEET = 50;

/**
 * Whether a fix is as exact as the customer wants it.
 *
 * @example
 * isSharp({ accuracyFeet: 16.4 }); // true
 */
export const isSharp = ({ accuracyFeet }: Pick<Fix, 'accuracyFeet'>): boolean => accuracyFeet <= SHARP_FEET;

/** What a platform measured: degrees, metres, and milliseconds since 1970. */
export interface Measured extends Position {
  readonly accuracyMetres: number | null;
  readonly at: number;
}

/**
 * What was measured as a fix. Null for what is none: without an accuracy nobody knows what it is worth.
 *
 * @example
 * fixOf({ latitude: 31.8457, longitude: -102.3676, accuracyMetres: 5, at: Date.now() })?.accuracyFeet; // 16.4
 */
export function fixOf({ latitude, longitude, accuracyMetres, at }: Measured): Fix | null {
  const capturedAt = new Date(at);
  if (accuracyMetres === null || Number.isNaN(capturedAt.getTime())) return null;
  const accuracyFeet = toTenths(metresToFeet(accuracyMetres));
  const fix = { latitude, longitude, accuracyFeet, capturedAt: capturedAt.toISOString() };
  return fixSchema.safeParse(fix).data ?? null;
}

/** Fixes of a device that stands still scatter: what is newer is not better. After this long it is, since the person may have walked. */
const WORTH_MS = 30_000;

/**
 * The fix that stands, of the one before and the one that came now. The sharper one does, unless the person has moved away from it or it is
 * old.
 *
 * @example
 * kept = keptFix(kept, fix);
 */
export function keptFix(kept: Fix | null, fresh: Fix): Fix {
  if (kept === null || fresh.accuracyFeet <= kept.accuracyFeet) return fresh;
  const isElsewhere = distanceFeet(kept, fresh) > kept.accuracyFeet + fresh.accuracyFeet;
  const age = Date.parse(fresh.capturedAt) - Date.parse(kept.capturedAt);
  return isElsewhere || age > WORTH_MS ? fresh : kept;
}

/**
 * Where a person stands, as an entry or a photo tells it. `well`: where its well is; null where nobody knows.
 *
 * @example
 * const fix = { latitude: 32, longitude: -102, accuracyFeet: 16, capturedAt: '2025-10-20T14:30:00.000Z' };
 * locationAt(fix, { latitude: 32, longitude: -102 }).distanceFeet; // 0
 */
export const locationAt = (fix: Fix, well: Position | null): Location => ({
  ...fix,
  distanceFeet: well === null ? null : Math.round(distanceFeet(fix, well)),
});

/**
 * The position of a well; null for one without.
 *
 * @example
 * locationAt(fix, positionOf(well));
 */
export const positionOf = ({
  latitude,
  longitude,
}: {
  readonly latitude: number | null;
  readonly longitude: number | null;
}): Position | null => (latitude === null || longitude === null ? null : { latitude, longitude });

const toTenths = (value: number): number => Math.round(value * 10) / 10;
