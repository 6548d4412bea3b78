/** How an entry of the field looks on the map: a pin whose tip is where the person stood. */
import type { Location } from '@wellpulse/contracts';
import { isBeyondGeofence } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';

export type EntryKind = 'PRODUCTION' | 'MAINTENANCE';

export interface MapEntry {
  id: string;
  kind: EntryKind;
  /** The well that it is of. */
  wellId: string;
  /** What it is of: the well's or the item's name. */
  name: string;
  /** Who made it and when: "Jo Ortiz, 6:41". */
  by: string;
  location: Location;
}

export interface EntryLook {
  kind: EntryKind;
  /** Made further from the well than the geofence allows without a question. */
  far: boolean;
}

export const lookOfEntry = ({ kind, location }: MapEntry): EntryLook => ({
  kind,
  far: isBeyondGeofence(location),
});

/** SVG paths around the tip at (0, 0). They lean to the left, so that a well's alert beside them stays in sight. */
export const PINS: Record<EntryKind, string> = {
  PRODUCTION: 'M0 0L-7.96 -3.4A5 5 0 1 1 -1.04 -8.6z',
  MAINTENANCE: 'M0 0L-6 -3.4H-10.6V-12.6H-1.4V-8z',
};
/** In the pin's head: a dot, or an exclamation mark for what is far from the well. */
export const PIN_DOT = 'M-8 -8a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z';
export const PIN_EXCLAMATION = 'M-7 -11.2h2l-0.3 4h-1.4zM-7.1 -5.5a1.1 1.1 0 1 0 2.2 0a1.1 1.1 0 1 0 -2.2 0z';

/** "Entry Acme #7, Jo Ortiz, 6:41, 700 ft from the well, within 16 ft, over 500 ft away". */
export function entrySentence(words: Words, entry: MapEntry): string {
  const { kind, name, by, location } = entry;
  return [
    `${words.mapTexts.entryNames[kind]} ${name}`,
    by,
    words.formatPlace(location),
    isBeyondGeofence(location) && words.beyondGeofence.toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');
}
