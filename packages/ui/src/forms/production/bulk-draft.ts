/** What stands in the bulk grid, and what comes of it. Pure, so that paste and errors can be tested apart. */
import {
  PRODUCTION_VALUE_NAMES,
  VOLUME_FIELDS,
  type FieldError,
  type Product,
  type ProductionEntry,
} from '@wellpulse/contracts';
import { daysNamed, placePaste } from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
import {
  isBlank,
  NO_VOLUMES_TEXT,
  volumesTextOf,
  type RecordedVolumes,
  type VolumesText,
} from './entry-text.ts';
import { comparedVolume, parseEntry, volumeOrNull } from './rules.ts';

export type BulkField = keyof VolumesText;

/** The columns from left to right. */
export const BULK_FIELDS: readonly BulkField[] = PRODUCTION_VALUE_NAMES;

/** What was typed, by day. */
export type BulkDraft = Readonly<Record<string, VolumesText>>;

export interface BulkDay {
  /** `YYYY-MM-DD`. */
  day: string;
  /** What is recorded already: shown, not sent again. */
  record: RecordedVolumes | null;
}

export interface Cell {
  row: number;
  column: number;
}

/** The text of a day's cells: the record's where there is one, else what was typed. */
export function cellsOf({ day, record }: BulkDay, draft: BulkDraft): VolumesText {
  return record === null ? (draft[day] ?? NO_VOLUMES_TEXT) : volumesTextOf(record);
}

export function withCell(draft: BulkDraft, day: string, field: BulkField, text: string): BulkDraft {
  return { ...draft, [day]: { ...(draft[day] ?? NO_VOLUMES_TEXT), [field]: text } };
}

export interface Pasted {
  draft: BulkDraft;
  filled: number;
  /** Cells that fell outside of the grid or on days that are recorded already. */
  leftOut: number;
  /** Of these days cells were pasted, and they stay as they are. */
  recordedDays: readonly string[];
}

/** Writes a block of cells into the grid, from `start` on or by the days and headings that it names. */
export function pasteInto(
  days: readonly BulkDay[],
  draft: BulkDraft,
  start: Cell,
  block: readonly (readonly string[])[],
): Pasted {
  const field = BULK_FIELDS[start.column];
  if (field === undefined) return { draft, filled: 0, leftOut: 0, recordedDays: [] };
  const naming = daysNamed(days.map(({ day }) => day));
  const placed = placePaste(block, { row: start.row, field }, days.length, naming);
  const recordedDays = new Set<string>();
  let { leftOut } = placed;
  let filled = 0;
  let next = draft;
  for (const cell of placed.cells) {
    const target = days[cell.row];
    if (target === undefined) continue;
    if (target.record === null) {
      next = withCell(next, target.day, cell.field, cell.text);
      filled += 1;
    } else if (cell.text !== '') {
      recordedDays.add(target.day);
      leftOut += 1;
    }
  }
  return { draft: next, filled, leftOut, recordedDays: [...recordedDays] };
}

/** The volume that a row's is compared with, from the grid itself or, for the first row, from `before`. */
export function volumeBefore(
  days: readonly BulkDay[],
  draft: BulkDraft,
  row: number,
  product: Product,
  before: RecordedVolumes | null,
): number | null {
  const field = VOLUME_FIELDS[product];
  const previous = days[row - 1];
  if (previous === undefined) return comparedVolume(before, field);
  if (previous.record !== null) return comparedVolume(previous.record, field);
  return volumeOrNull(cellsOf(previous, draft)[field], product);
}

/** Errors of the grid by day and field. */
export type CellErrors = Readonly<Record<string, Partial<Record<BulkField | 'productionDate', string>>>>;

export type ParsedBulk = { ok: true; entries: ProductionEntry[] } | { ok: false; errors: CellErrors };

/** The entries of all days that were filled in; recorded and blank days are no part of them. */
export function parseBulk(
  words: Words,
  days: readonly BulkDay[],
  draft: BulkDraft,
  today: string,
): ParsedBulk {
  const entries: ProductionEntry[] = [];
  const errors: Record<string, Partial<Record<BulkField, string>>> = {};
  for (const bulkDay of days) {
    const text = cellsOf(bulkDay, draft);
    if (bulkDay.record !== null || isBlank(text)) continue;
    const parsed = parseEntry(words, { productionDate: bulkDay.day, ...text }, today);
    if (parsed.ok) entries.push(parsed.entry);
    else errors[bulkDay.day] = Object.fromEntries(parsed.errors.map((error) => [error.path, error.message]));
  }
  return Object.keys(errors).length === 0 ? { ok: true, entries } : { ok: false, errors };
}

/** The server's errors, whose paths count the entries that were sent: `entries[3].oilVolume`. */
export function serverErrors(
  { formatMessage }: Words,
  errors: readonly FieldError[],
  sentDays: readonly string[],
): CellErrors {
  const byDay: Record<string, Record<string, string>> = {};
  for (const { path, message } of errors) {
    const match = /^entries\[(\d+)\](?:\.(\w+))?$/.exec(path);
    const day = sentDays[Number(match?.[1] ?? -1)];
    if (day !== undefined) (byDay[day] ??= {})[match?.[2] ?? 'productionDate'] = formatMessage(message);
  }
  return byDay;
}
