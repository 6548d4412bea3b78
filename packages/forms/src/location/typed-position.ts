/** A position that a person types, for where the device gives none (ADR 111). */
import { latitudeSchema, longitudeSchema } from '@wellpulse/contracts';
import { distanceFeet, SHARP_FEET, type Fix, type Position } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { z } from 'zod';
import { storedPlace, type DraftPlace, type FormDrafts } from '../record/draft-place.ts';
import { Observable } from '../state/observable.ts';

/** A degree with its side of the earth, as maps write it: `31.8457`, `-102.3676°`, `102.3676 W`. */
const DEGREES = String.raw`([-+\u2212]?\d{1,3}(?:\.(\d*))?)\s*°?\s*`;
const PAIR = new RegExp(`^\\s*${DEGREES}([NS]?)[\\s,;]+${DEGREES}([EWO]?)\\s*$`, 'iu');

/**
 * Reads latitude and longitude as they are typed, or copied from a map. It is as exact as its last decimal, and never taken for sharper than
 * `SHARP_FEET`: nobody knows what it was read off. Null for what is no position.
 *
 * @example
 * readPosition('31.8457, -102.3676'); // { latitude: 31.8457, longitude: -102.3676, accuracyFeet: 50 }
 */
export function readPosition(text: string): Omit<Fix, 'capturedAt'> | null {
  const found = PAIR.exec(text);
  if (found === null) return null;
  const [, north = '', northDecimals = '', northSide = '', east = '', eastDecimals = '', eastSide = ''] =
    found;
  const latitude = latitudeSchema.safeParse(degreesOf(north, /s/i.test(northSide))).data;
  const longitude = longitudeSchema.safeParse(degreesOf(east, /[wo]/i.test(eastSide))).data;
  if (latitude === undefined || longitude === undefined) return null;
  const unit = 10 ** -Math.min(northDecimals.length, eastDecimals.length);
  return {
    latitude,
    longitude,
    accuracyFeet: Math.max(SHARP_FEET, feetOfUnit({ latitude, longitude }, unit)),
  };
}

const degreesOf = (text: string, isNegative: boolean): number => {
  const degrees = Number(text.replace('\u2212', '-'));
  return isNegative ? -Math.abs(degrees) : degrees;
};

/** How far apart two positions are whose latitudes differ by one of the last decimal. */
const feetOfUnit = ({ latitude, longitude }: Position, unit: number): number =>
  Math.round(
    distanceFeet(
      { latitude, longitude },
      { latitude: latitude - Math.sign(latitude || 1) * unit, longitude },
    ),
  );

const draftSchema = z.object({ text: z.string() });

/**
 * The position that a person types at a well. Like all that is typed it outlives a crash, until what it belongs to is saved.
 *
 * @example
 * const typed = new TypedPosition(drafts, well.id, Date.now);
 * typed.type('31.8457, -102.3676');
 * typed.fix?.latitude; // 31.8457
 */
export class TypedPosition extends Observable {
  readonly #place: DraftPlace<{ text: string }>;
  readonly #now: () => number;
  #text: string | null;

  /** @param now the clock, in milliseconds since 1970 */
  constructor(drafts: FormDrafts, wellId: string, now: () => number) {
    super();
    this.#place = storedPlace(drafts, 'typed-position', wellId, draftSchema);
    this.#now = now;
    this.#text = this.#place.read()?.text ?? null;
  }

  /** Null while nobody wants to type one. */
  get text(): string | null {
    return this.#text;
  }

  /** Null takes the box away. */
  type(text: string | null): void {
    this.#text = text;
    this.#place.write(text === null ? null : { text });
    this.changed();
  }

  /** What was typed as a position; null for nothing, and for what is none. */
  get fix(): Fix | null {
    const read = this.#text === null ? null : readPosition(this.#text);
    return read === null ? null : { ...read, capturedAt: new Date(this.#now()).toISOString() };
  }

  /** What is wrong with it. It never holds up a save: an entry then has no position. */
  error({ locationWords }: Words): string | undefined {
    const isTyped = this.#text !== null && this.#text.trim() !== '';
    return isTyped && this.fix === null ? locationWords.notAPosition : undefined;
  }

  /** The entry has it now. */
  saved(): void {
    if (this.#text !== null) this.type(null);
  }
}
