/**
 * Which days a file has spoken of already, and with which volumes: of two rows for the same day the first counts. So a second
 * run of the same file changes nothing. Holds a number a row, for files of millions.
 */
import { READING_FIELDS, type ReadingNumbers } from '@wellpulse/contracts';
import { dayNumber } from '../calendar.ts';

/**
 * The days of each well that a file has named: the first row of a day decides.
 *
 * @example
 * const seen = new SeenDays();
 * seen.note('w', '2025-10-20', { oilVolume: 42.5 }); // 'NEW'
 */
export class SeenDays {
  readonly #wells = new Map<string, Map<number, number>>();

  /** `NEW` the first time; then whether it says the same again. */
  note(wellId: string, day: string, volumes: ReadingNumbers): 'NEW' | 'SAME' | 'DIFFERENT' {
    const days = this.#wells.get(wellId) ?? new Map<number, number>();
    this.#wells.set(wellId, days);
    const number = dayNumber(day);
    const print = fingerprint(volumes);
    const before = days.get(number);
    if (before === undefined) days.set(number, print);
    if (before === undefined) return 'NEW';
    return before === print ? 'SAME' : 'DIFFERENT';
  }
}

/** 53 bits over the volumes (FNV-1a in two halves); an accidental match is as good as impossible. */
function fingerprint(volumes: ReadingNumbers): number {
  const text = READING_FIELDS.map((field) => volumes[field] ?? '').join('|');
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    low = Math.imul(low ^ text.charCodeAt(index), 0x01000193) >>> 0;
    high = Math.imul(high ^ text.charCodeAt(index), 0x85ebca6b) >>> 0;
  }
  return (high & 0x1fffff) * 0x1_0000_0000 + low;
}
