/** What a person is asked before an unusual volume is saved (docs/product-decisions.md, "To be confirmed"). */
import { PRODUCTS, VOLUME_FIELDS, type Product, type VolumeField, type Volumes } from '@wellpulse/contracts';
import { volumeToConfirm, type ToConfirm } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';

/** What was measured before a day. */
export interface MeasuredBefore {
  /** The volumes that were measured last; null for none. */
  readonly last: Volumes | null;
  /** Those of the day before; null where nothing was measured on it. */
  readonly dayBefore: Volumes | null;
}

/** A volume that may be a slip of the finger. */
export interface Question extends ToConfirm {
  readonly field: VolumeField;
  readonly product: Product;
  readonly volume: number;
  /** Whether the volume before is the one of the day before. */
  readonly isOfDayBefore: boolean;
}

/**
 * The questions of an entry. What a change leaves as it stands in `stored` is not asked about.
 *
 * @example
 * questionsOf(entry, { last: { oilVolume: 44.1, gasVolume: null, waterVolume: null }, dayBefore: null }, null);
 */
export function questionsOf(
  entry: Volumes,
  { last, dayBefore }: MeasuredBefore,
  stored: Volumes | null,
): Question[] {
  return PRODUCTS.flatMap((product) => {
    const field = VOLUME_FIELDS[product];
    const volume = entry[field];
    const why = volumeToConfirm(volume, last?.[field] ?? null, product);
    const isKept = stored !== null && stored[field] === volume;
    return why === null || volume === null || isKept
      ? []
      : [{ ...why, field, product, volume, isOfDayBefore: (dayBefore?.[field] ?? null) !== null }];
  });
}

/**
 * The question in words: "4,410 is 100 times yesterday. 44.1? Enter again to keep".
 *
 * @example
 * questionSentence(words, question, true);
 */
export const questionSentence = (words: Words, question: Question, isToday: boolean): string =>
  words.formatToConfirm(question.volume, question, isToday && question.isOfDayBefore);

/**
 * The question beside a button that keeps the volume: "4,410 is 100 times yesterday. 44.1?"
 *
 * @example
 * unusualSentence(words, question, true);
 */
export const unusualSentence = (words: Words, question: Question, isToday: boolean): string =>
  words.formatUnusual(question.volume, question, isToday && question.isOfDayBefore);
