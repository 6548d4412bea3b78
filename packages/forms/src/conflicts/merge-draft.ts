/** What a person makes of two sides: for each field one of them, or a value of their own. */
import {
  factsNamed,
  PRODUCTION_VALUE_NAMES,
  type ConflictResolve,
  type ProductionValueName,
  type RecordValues,
} from '@wellpulse/contracts';
import { conflictFields, sameValue, type ConflictField, type ShownConflict } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { isNumber, parseReading } from '../production/entry-rules.ts';
import { inputText } from '../production/entry-text.ts';

/** The side that a person takes a value from, or a value of their own. */
export type MergePick = 'EXISTING' | 'INCOMING' | 'OWN';

/** A field that a person is asked about. */
export interface MergeRow extends ConflictField {
  /** As the record is now: what keeping it means. */
  readonly now: unknown;
  /** What can be typed: this number, or a text; null where only the two sides can be chosen. */
  readonly box: ProductionValueName | 'TEXT' | null;
}

/** What a person picked for a field. */
export interface MergeEntry {
  readonly pick: MergePick;
  /** What was typed as a value of one's own; it stays while another pick is tried. */
  readonly text: string;
}
/** What was picked and typed so far, by field. */
export type MergeDraft = Readonly<Record<string, MergeEntry>>;

/** A number of a day, or any text, can be typed. */
function boxOf(entity: ShownConflict['entity'], field: string): MergeRow['box'] {
  if (entity === 'PRODUCTION') {
    const name = PRODUCTION_VALUE_NAMES.find((value) => value === field);
    if (name !== undefined && isNumber(name)) return name;
  }
  return factsNamed(field)?.kind === 'TEXT' ? 'TEXT' : null;
}

/**
 * The fields that a person is asked about: those to which the second side gives another value than the record has now.
 *
 * @example
 * const rows = mergeRows(conflict);
 * const draft = startMerge(rows);
 */
export function mergeRows(conflict: ShownConflict): MergeRow[] {
  return conflictFields(conflict)
    .map((field) => ({
      ...field,
      now: conflict.current?.[field.field] ?? null,
      box: boxOf(conflict.entity, field.field),
    }))
    .filter(({ isUntouched, now, incoming }) => !isUntouched && !sameValue(now, incoming));
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
  typeof value === 'number' || typeof value === 'string' ? inputText(value) : '';

/** What a draft comes to. */
export type Merged =
  | { readonly ok: true; readonly decision: ConflictResolve }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/**
 * The decision that the draft stands for, or what is wrong with it, by field. Who merges nothing in keeps what is there.
 *
 * @example
 * const merged = mergedDecision(words, rows, draft);
 * if (merged.ok) await store.resolve(conflict.id, merged.decision);
 */
export function mergedDecision(words: Words, rows: readonly MergeRow[], draft: MergeDraft): Merged {
  const values: RecordValues = {};
  const errors: Record<string, string> = {};
  for (const row of rows) {
    const { pick, text } = draft[row.field] ?? { pick: 'EXISTING', text: '' };
    if (pick === 'EXISTING') continue;
    const wanted = pick === 'INCOMING' ? { ok: true as const, value: row.incoming } : typed(words, row, text);
    if (wanted.ok) values[row.field] = wanted.value;
    else errors[row.field] = wanted.message;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const isAsItWas = Object.keys(values).length === 0;
  return { ok: true, decision: isAsItWas ? { choice: 'EXISTING' } : { choice: 'MERGED', values } };
}

type Typed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

function typed(words: Words, { box }: MergeRow, text: string): Typed {
  if (box === 'TEXT' || box === null) return { ok: true, value: text.trim() === '' ? null : text.trim() };
  return parseReading(words, text, box);
}
