/** Distances on the ground, in feet, as the industry in Texas speaks. */

/** A place on the ground. */
export interface Position {
  /** WGS 84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

const FEET_PER_METRE = 1 / 0.3048;
/** The mean radius of the earth (IUGG), in metres. */
const EARTH_RADIUS = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Feet between two places along the great circle, by the haversine formula: within 0.6 % of the ellipsoid.
 *
 * @example
 * const well = { latitude: 32, longitude: -102 };
 * distanceFeet(well, well); // 0
 */
export function distanceFeet(from: Position, to: Position): number {
  const halfChord =
    Math.sin(radians(to.latitude - from.latitude) / 2) ** 2 +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(halfChord))) * FEET_PER_METRE;
}

/** Metres, as devices report accuracies, in feet. */
export const metresToFeet = (metres: number): number => metres * FEET_PER_METRE;

/** A person farther than this from the well is warned, and never stopped (docs/product-decisions.md, "Location"). Feet. */
export const GEOFENCE_FEET = 500;

/** Whether a person stood beyond the geofence; false if the distance is not known. */
export const isBeyondGeofence = ({ distanceFeet: feet }: { readonly distanceFeet: number | null }): boolean =>
  feet !== null && feet > GEOFENCE_FEET;
