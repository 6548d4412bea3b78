/** How it stands with the position of the person at a device, and what is said of it. Nothing here ever holds up a save (ADR 111). */
import { isBeyondGeofence, isSharp, locationAt, type Fix, type Position } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';

/** Where the person at a device is, as far as it is known. */
export type PositionState =
  /** Nobody has turned it on; or the device wants its person to be asked again. */
  | { readonly kind: 'OFF' }
  /** The person, or who looks after the device, does not give it. */
  | { readonly kind: 'REFUSED' }
  /** It is switched off for all apps of the device. */
  | { readonly kind: 'SWITCHED_OFF' }
  | { readonly kind: 'SEARCHING' }
  /** None came in time. The device goes on looking. */
  | { readonly kind: 'NO_FIX' }
  | { readonly kind: 'FIX'; readonly fix: Fix }
  /** A person typed it. */
  | { readonly kind: 'TYPED'; readonly fix: Fix };

/** What is said of a position. */
export interface PositionNote {
  /** `WARNING`: a person should look twice. */
  readonly tone: 'GOOD' | 'WARNING' | 'PLAIN';
  readonly text: string;
}

/**
 * What is said at a well: first how far away it is, then what is remarkable about that. `well` is null where its position is not known.
 *
 * @example
 * positionNotes(words, { kind: 'FIX', fix }, positionOf(well)); // [{ tone: 'GOOD', text: '125 ft from the well, within 16 ft' }]
 */
export function positionNotes(words: Words, state: PositionState, well: Position | null): PositionNote[] {
  const { locationWords, formatFeet, formatPlace } = words;
  if (!('fix' in state)) {
    const hints: Partial<Record<PositionState['kind'], string>> = locationWords.hints;
    const said = [locationWords.states[state.kind], hints[state.kind]];
    return said.flatMap((text) => (text === undefined ? [] : [{ tone: 'PLAIN' as const, text }]));
  }
  const location = locationAt(state.fix, well);
  const isFar = isBeyondGeofence(location);
  return [
    { tone: isFar || !isSharp(location) ? 'PLAIN' : 'GOOD', text: formatPlace(location) },
    ...(isFar && location.distanceFeet !== null
      ? [{ tone: 'WARNING' as const, text: locationWords.far(formatFeet(location.distanceFeet)) }]
      : []),
    ...(isSharp(location)
      ? []
      : [
          {
            tone: 'WARNING' as const,
            text: locationWords.coarse[state.kind](formatFeet(location.accuracyFeet)),
          },
        ]),
  ];
}

/**
 * One line for where no well is at hand.
 *
 * @example
 * positionLine(words, { kind: 'OFF' }); // 'Location is off'
 */
export const positionLine = ({ locationWords, formatFeet }: Words, state: PositionState): string =>
  'fix' in state
    ? locationWords.within(formatFeet(state.fix.accuracyFeet))
    : locationWords.states[state.kind];
