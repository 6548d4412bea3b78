/** What a person makes of two sides: for each field one of them, or a value of their own. */
import type { Conflict, Product, RecordValues } from '@wellpulse/contracts';
import { parseVolume, volumeInputText } from '@wellpulse/ui';
import { conflictFields, type ConflictField } from './conflict-fields.ts';

export type MergePick = 'EXISTING' | 'INCOMING' | 'OWN';

export interface MergeRow extends ConflictField {
  /** As the record is now: what keeping it means. */
  readonly now: unknown;
  /** What can be typed; null where only the two sides can be chosen. */
  readonly kind: Product | 'TEXT' | null;
}

export interface MergeEntry {
  readonly pick: MergePick;
  readonly text: string;
}
export type MergeDraft = Readonly<Record<string, MergeEntry>>;

const KINDS: Readonly<Record<string, Product | 'TEXT'>> = {
  oilVolume: 'OIL',
  gasVolume: 'GAS',
  waterVolume: 'WATER',
  notes: 'TEXT',
  assetTag: 'TEXT',
  manufacturer: 'TEXT',
  model: 'TEXT',
  serialNumber: 'TEXT',
};

export function mergeRows(conflict: Conflict): MergeRow[] {
  return conflictFields(conflict)
    .filter(({ isUntouched }) => !isUntouched)
    .map((field) => ({
      ...field,
      now: conflict.current?.[field.field] ?? null,
      kind: KINDS[field.field] ?? null,
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
  typeof value === 'number' ? volumeInputText(value) : typeof value === 'string' ? value : '';

export interface Merged {
  /** Only what differs from the record as it is. */
  readonly values: RecordValues;
  readonly errors: Readonly<Record<string, string>>;
}

export function mergedValues(rows: readonly MergeRow[], draft: MergeDraft): Merged {
  const values: RecordValues = {};
  const errors: Record<string, string> = {};
  for (const row of rows) {
    const entry = draft[row.field];
    if (entry === undefined || entry.pick === 'EXISTING') continue;
    const wanted =
      entry.pick === 'INCOMING' ? { ok: true as const, value: row.incoming } : typed(row, entry.text);
    if (wanted.ok) values[row.field] = wanted.value;
    else errors[row.field] = wanted.message;
  }
  return { values, errors };
}

type Typed =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

function typed({ kind }: MergeRow, text: string): Typed {
  if (kind === 'TEXT' || kind === null) return { ok: true, value: text.trim() === '' ? null : text.trim() };
  const parsed = parseVolume(text, kind);
  return parsed.ok ? { ok: true, value: parsed.volume } : parsed;
}
