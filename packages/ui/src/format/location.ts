/** Where an entry was made, in words. */
import type { Location } from '@wellpulse/contracts';
import { GEOFENCE_FEET } from '@wellpulse/domain';
import { formatFeet } from './quantity.ts';

/** "31.8457, -102.3676": degrees as they are stored, to be copied into any map. */
export const formatPosition = ({ latitude, longitude }: Pick<Location, 'latitude' | 'longitude'>): string =>
  `${latitude}, ${longitude}`;

/** "365 ft from the well, within 16 ft": how far, and how sure the device was. */
export const formatPlace = ({ distanceFeet, accuracyFeet }: Location): string =>
  `${distanceFeet === null ? 'Distance from the well not known' : `${formatFeet(distanceFeet)} from the well`}, within ${formatFeet(accuracyFeet)}`;

/** What is said beside the sign of an entry beyond the geofence. */
export const BEYOND_GEOFENCE = `Over ${formatFeet(GEOFENCE_FEET)} away`;
