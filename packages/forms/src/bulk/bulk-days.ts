/** Several days of a well as a grid: what each cell holds, and where pasted cells go. */
import {
  PRODUCTION_VALUE_NAMES,
  VOLUME_FIELDS,
  type Product,
  type ProductionValueName,
  type Volumes,
} from '@wellpulse/contracts';
import { lastMeasured, measuredVolumes } from '@wellpulse/domain';
import { daysNamed } from '../pasting/days-named.ts';
import { placePaste } from '../pasting/place-paste.ts';
import { baseOf, startOf, type KnownDay } from '../production/entry-desk.ts';
import type { EntryDraft, EntryPlace } from '../production/entry-drafts.ts';
import {
  NO_VOLUMES_TEXT,
  volumesTextOf,
  type RecordedVolumes,
  type VolumesText,
} from '../production/entry-text.ts';
import { comparedVolume, volumeOrNull } from '../production/entry-rules.ts';
import type { EntryBase } from '../saving/entry-store.ts';

/** A column of the grid. */
export type BulkField = ProductionValueName;

/** The columns from left to right. */
export const BULK_FIELDS: readonly BulkField[] = PRODUCTION_VALUE_NAMES;

/** A row of the grid. */
export interface BulkDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** What is entered already. It is changed here only by a paste that a person let replace it. */
  readonly record: (RecordedVolumes & EntryBase) | null;
}

/** The place of a box in the grid, both counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Reads the draft of a place. */
export type ReadDraft = (place: EntryPlace) => EntryDraft | null;

/**
 * What the cells of a day hold: what was typed, else what is entered.
 *
 * @example
 * cellsOf({ record: null }, null).oilVolume; // ''
 */
export const cellsOf = ({ record }: Pick<BulkDay, 'record'>, draft: VolumesText | null): VolumesText =>
  draft ?? (record === null ? NO_VOLUMES_TEXT : volumesTextOf(record));

/**
 * Whether a day is entered, and its cells are not to be typed in.
 *
 * @example
 * isEntered({ record: null }, null); // false
 */
export const isEntered = ({ record }: Pick<BulkDay, 'record'>, draft: EntryDraft | null): boolean =>
  record !== null && draft === null;

/** The volume that a row's is compared with, from the grid itself or, for the first row, from `before`. */
export function volumeBefore(
  days: readonly KnownDay[],
  read: ReadDraft,
  row: number,
  product: Product,
  before: RecordedVolumes | null,
): number | null {
  const field = VOLUME_FIELDS[product];
  const previous = days[row - 1];
  if (previous === undefined) return comparedVolume(before, field);
  const draft = read(previous);
  if (draft !== null) return volumeOrNull(draft[field], product);
  return comparedVolume(previous.record, field);
}

/**
 * The rows of a grid, oldest first, each with the volumes that were measured last before it. `before` is the record of the day before the
 * first row.
 *
 * @example
 * const days = knownDays(well.id, week, dayBefore, (place) => desk.draft(place));
 */
export function knownDays(
  wellId: string,
  days: readonly BulkDay[],
  before: RecordedVolumes | null,
  read: ReadDraft,
): KnownDay[] {
  let earlier: (Volumes & Pick<RecordedVolumes, 'estimatedFrom'>)[] = before === null ? [] : [before];
  return days.map(({ day, record }) => {
    const [dayBefore = null] = earlier;
    const known = {
      wellId,
      date: day,
      record,
      last: lastMeasured(earlier),
      dayBefore: measuredVolumes(dayBefore),
    };
    const draft = read(known);
    const own = draft === null ? record : typedVolumes(draft);
    earlier = [own ?? NOTHING_MEASURED, ...earlier];
    return known;
  });
}

const NOTHING_MEASURED = { oilVolume: null, gasVolume: null, waterVolume: null, estimatedFrom: null };

const typedVolumes = (text: VolumesText): Volumes & { estimatedFrom: null } => ({
  oilVolume: volumeOrNull(text.oilVolume, 'OIL'),
  gasVolume: volumeOrNull(text.gasVolume, 'GAS'),
  waterVolume: volumeOrNull(text.waterVolume, 'WATER'),
  estimatedFrom: null,
});

/** What a block of cells changes, by day. */
export interface PastedDays {
  readonly drafts: ReadonlyMap<string, EntryDraft>;
  /** How many cells that is. */
  readonly filled: number;
  /** The same of days that are entered already: a person says whether they are replaced. */
  readonly entered: ReadonlyMap<string, EntryDraft>;
  readonly cellsOfEntered: number;
  /** Cells that belong nowhere. */
  readonly leftOut: number;
}

/** Where a block of cells goes, from `start` on or by the days and headings that it names. */
export function pasteInto(
  days: readonly KnownDay[],
  read: ReadDraft,
  start: Cell,
  block: readonly (readonly string[])[],
): PastedDays {
  const drafts = new Map<string, EntryDraft>();
  const entered = new Map<string, EntryDraft>();
  const field = BULK_FIELDS[start.column];
  if (field === undefined) return { drafts, filled: 0, entered, cellsOfEntered: 0, leftOut: 0 };
  const naming = daysNamed(days.map(({ date }) => date));
  const { cells, leftOut } = placePaste(block, { row: start.row, field }, days.length, naming);
  let [filled, cellsOfEntered] = [0, 0];
  for (const cell of cells) {
    const known = days[cell.row];
    if (known === undefined) continue;
    const draft = read(known);
    const isDone = isEntered(known, draft);
    const target = isDone ? entered : drafts;
    const former = target.get(known.date) ?? draft ?? { ...startOf(known), base: baseOf(known) };
    // An empty cell of a block takes nothing away from what is entered.
    if (isDone && cell.text === '') continue;
    target.set(known.date, { ...former, [cell.field]: cell.text });
    if (isDone) cellsOfEntered += 1;
    else filled += 1;
  }
  return { drafts, filled, entered, cellsOfEntered, leftOut };
}
