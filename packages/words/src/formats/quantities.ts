/** Money, lengths, places and sizes of files as people read them. */
import type { Location } from '@wellpulse/contracts';
import { GEOFENCE_FEET } from '@wellpulse/domain';
import type { Texts } from '../en/index.ts';
import { count, decimal, NO_VALUE } from '../lib/decimal.ts';

const FEET_PER_MILE = 5280;

/** Thousands, as phones and cameras count. */
const SIZES = ['kB', 'MB', 'GB'] as const;

const dollars = (cost: number, digits: number): string => {
  const text = decimal(Math.abs(cost), digits);
  return cost < 0 && /[1-9]/.test(text) ? `-$${text}` : `$${text}`;
};

export function quantityFormats({ quantities }: Pick<Texts, 'quantities'>) {
  /** US dollars: "$1,240.50"; "—" where no cost was given, which is not the same as none. */
  const formatCost = (cost: number | null): string => (cost === null ? NO_VALUE : dollars(cost, 2));

  /** For totals, where cents say nothing: "$12,400". */
  const formatCostTotal = (cost: number): string => dollars(cost, 0);

  /** "120 ft"; from a mile on "1.4 miles". */
  const formatFeet = (feet: number): string =>
    feet < FEET_PER_MILE
      ? quantities.feet(count(feet))
      : quantities.miles(decimal(feet / FEET_PER_MILE, 1, 0));

  /** "812 bytes", "38.2 kB", "1.4 MB": the same file is the same text everywhere. */
  function formatBytes(bytes: number): string {
    if (bytes < 1000) return quantities.bytes(bytes);
    let size = bytes / 1000;
    let step = 0;
    // What rounds to 1,000 is one of the next.
    while (size >= 999.95 && step < SIZES.length - 1) {
      size /= 1000;
      step += 1;
    }
    return `${decimal(size, 1, 0)} ${SIZES[step] ?? ''}`;
  }

  /** "31.8457, -102.3676": degrees as they are stored, to be copied into any map. */
  const formatPosition = ({ latitude, longitude }: Pick<Location, 'latitude' | 'longitude'>): string =>
    `${latitude}, ${longitude}`;

  /** "365 ft from the well, within 16 ft": how far, and how sure the device was. */
  const formatPlace = ({ distanceFeet, accuracyFeet }: Location): string =>
    quantities.place(distanceFeet === null ? null : formatFeet(distanceFeet), formatFeet(accuracyFeet));

  return {
    /** What is said beside the sign of an entry beyond the geofence. */
    beyondGeofence: quantities.beyondGeofence(formatFeet(GEOFENCE_FEET)),
    formatBytes,
    formatCost,
    formatCostTotal,
    formatFeet,
    formatPlace,
    formatPosition,
  };
}
