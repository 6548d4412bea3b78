/** The form of a well: a new one, or a change of one and of who is assigned to it. */
import {
  forEachField,
  WELL_FIELDS,
  wellCreateSchema,
  wellUpdateSchema,
  type Well,
  type WellCreate,
  type WellStatus,
  type WellUpdate,
} from '@wellpulse/contracts';
import { RecordForm, type RecordKind } from '../record/record-form.ts';
import type { NewOrChange, RecordStore } from '../record/record-store.ts';
import { refusedText } from '../text/parsed-text.ts';
import { typedValue } from '../text/typed-number.ts';

/** All others are boxes with text. */
const { status: _status, operatorIds: _operatorIds, ...BOXES } = WELL_FIELDS;
/** A box with text in the form of a well. */
export type WellBox = keyof typeof BOXES;

/** What stands in the form of a well. */
export type WellText = Readonly<Record<WellBox, string>> & {
  readonly status: WellStatus;
  readonly operatorIds: readonly string[];
};

/** What is saved of a well: all of a new one, or the changes of one that there is. */
export type WellToSave = NewOrChange<WellCreate, WellUpdate>;

/** The form of a well. */
export type WellForm = RecordForm<WellText, Well, WellToSave>;

/** The boxes of a well as it stands; of no well, empty ones. */
const textOf = (well: Well | null): WellText => ({
  ...forEachField(BOXES, (name) => String(well?.[name] ?? '')),
  status: well?.status ?? 'ACTIVE',
  operatorIds: well?.operatorIds ?? [],
});

const valuesOf = (text: WellText) => ({
  ...forEachField(BOXES, (name, facts) => typedValue(text[name], facts)),
  status: text.status,
  operatorIds: [...text.operatorIds],
});

/** Only what differs from the well as it was opened: what somebody else changes meanwhile stays theirs. */
function changesOf(text: WellText, base: Well) {
  const before: Readonly<Record<string, unknown>> = valuesOf(textOf(base));
  const changed = Object.entries(valuesOf(text)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  return { ...Object.fromEntries(changed), version: base.version };
}

const WELL: RecordKind<WellText, Well, WellToSave> = {
  textOf,
  parse: (words, text, base) => {
    if (base === null) {
      const parsed = wellCreateSchema.safeParse(valuesOf(text));
      return parsed.success
        ? { ok: true, value: { kind: 'NEW', values: parsed.data } }
        : refusedText(words, parsed.error);
    }
    const parsed = wellUpdateSchema.safeParse(changesOf(text, base));
    return parsed.success
      ? { ok: true, value: { kind: 'CHANGE', changes: parsed.data } }
      : refusedText(words, parsed.error);
  },
};

/**
 * The form of a well; `well` is null for a new one.
 *
 * @example
 * const form = wellForm(store, null);
 * form.type({ name: 'Acme #7', apiNumber: '42-165-12345' });
 */
export const wellForm = (store: RecordStore<Well, WellToSave>, well: Well | null): WellForm =>
  new RecordForm(WELL, store, well);
