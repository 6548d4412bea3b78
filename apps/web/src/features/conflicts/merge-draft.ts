/** What a person makes of two sides: for each field one of them, or a value of their own. */
import {
  factsNamed,
  PRODUCTION_VALUE_NAMES,
  type Conflict,
  type ProductionValueName,
  type RecordValues,
} from '@wellpulse/contracts';
import { conflictFields, type ConflictField } from '@wellpulse/domain';
import { inputText, isNumber, parseReading } from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';

export type MergePick = 'EXISTING' | 'INCOMING' | 'OWN';

export interface MergeRow extends ConflictField {
  /** As the record is now: what keeping it means. */
  readonly now: unknown;
  /** What can be typed: this number, or a text; null where only the two sides can be chosen. */
  readonly box: ProductionValueName | 'TEXT' | null;
}

export interface MergeEntry {
  readonly pick: MergePick;
  readonly text: string;
}
export type MergeDraft = Readonly<Record<string, MergeEntry>>;

/** A number of a day, or any text, can be typed. */
function boxOf(entity: Conflict['entity'], field: string): MergeRow['box'] {
  if (entity === 'PRODUCTION') {
    const name = PRODUCTION_VALUE_NAMES.find((value) => value === field);
    if (name !== undefined && isNumber(name)) return name;
  }
  return factsNamed(field)?.kind === 'TEXT' ? 'TEXT' : null;
}

export function mergeRows(conflict: Conflict): MergeRow[] {
  return conflictFields(conflict)
    .filter(({ isUntouched }) => !isUntouched)
    .map((field) => ({
      ...field,
      now: conflict.current?.[field.field] ?? null,
      box: boxOf(conflict.entity, field.field),
    }));
}

/** What is not contested is taken from both; what is, stays until somebody picks. */
export const startMerge = (rows: readonly MergeRow[]): MergeDraft =>
  Object.fromEntries(
    rows.map(({ field, now, isContested }) => [
      field,
      { pick: isContested ? 'EXISTING' : 'INCOMING', text: textOf(now) },
    ]),
  );

const textOf = (value: unknown): string =>
  typeof value === 'number' ? inputText(value) : typeof value === 'string' ? value : '';

export interface Merged {
  /** Only what differs from the record as it is. */
  readonly values: RecordValues;
  readonly errors: Readonly<Record<string, string>>;
}

export function mergedValues(words: Words, rows: readonly MergeRow[], draft: MergeDraft): Merged {
  const values: RecordValues = {};
  const errors: Record<string, string> = {};
  for (const row of rows) {
    const entry = draft[row.field];
    if (entry === undefined || entry.pick === 'EXISTING') continue;
    const wanted =
      entry.pick === 'INCOMING' ? { ok: true as const, value: row.incoming } : typed(words, row, entry.text);
    if (wanted.ok) values[row.field] = wanted.value;
    else errors[row.field] = wanted.message;
  }
  return { values, errors };
}

type Typed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

function typed(words: Words, { box }: MergeRow, text: string): Typed {
  if (box === 'TEXT' || box === null) return { ok: true, value: text.trim() === '' ? null : text.trim() };
  return parseReading(words, text, box);
}
