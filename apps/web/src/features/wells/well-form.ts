/** What stands in the boxes of a well's form, and how that becomes a request. */
import {
  forEachField,
  WELL_FIELDS,
  wellCreateSchema,
  wellUpdateSchema,
  type FieldFacts,
  type Well,
  type WellStatus,
} from '@wellpulse/contracts';
import type { z } from 'zod';
import { formMessages, type FormMessages } from '../../lib/form-messages.ts';
import type { WellCreateBody, WellUpdateBody } from '../../queries/well-queries.ts';

/** All others are boxes with text. */
const { status: _status, operatorIds: _operatorIds, ...BOXES } = WELL_FIELDS;
export type WellBox = keyof typeof BOXES;

export interface WellFormValues extends Readonly<Record<WellBox, string>> {
  readonly status: WellStatus;
  readonly operatorIds: readonly string[];
}

const textOf = (value: string | number | null): string => (value === null ? '' : String(value));

/** The boxes of a well as it stands; of no well, empty ones. */
export const toFormValues = (well: Well | null): WellFormValues => ({
  ...forEachField(BOXES, (name) => textOf(well?.[name] ?? null)),
  status: well?.status ?? 'ACTIVE',
  operatorIds: well?.operatorIds ?? [],
});

/** What is no number becomes NaN, which the schema refuses in words. */
function valueOf(text: string, { kind, nullable }: FieldFacts): string | number | null {
  if (nullable && text.trim() === '') return null;
  return kind === 'NUMBER' ? Number(text) : text;
}

const toFields = (values: WellFormValues) => ({
  ...forEachField(BOXES, (name, facts) => valueOf(values[name], facts)),
  status: values.status,
  operatorIds: [...values.operatorIds],
});

export type FormOutcome<Body> =
  | { readonly ok: true; readonly body: Body }
  /** Messages by field. */
  | { readonly ok: false; readonly wrong: FormMessages };

const outcomeOf = <Body>(parsed: z.ZodSafeParseResult<Body>): FormOutcome<Body> =>
  parsed.success ? { ok: true, body: parsed.data } : { ok: false, wrong: formMessages(parsed.error) };

export const toCreateBody = (values: WellFormValues): FormOutcome<WellCreateBody> =>
  outcomeOf(wellCreateSchema.safeParse(toFields(values)));

/** Only what differs from the well as it was opened: what somebody else changes meanwhile stays theirs. */
export function toUpdateBody(values: WellFormValues, opened: Well): FormOutcome<WellUpdateBody> {
  const before: Readonly<Record<string, unknown>> = toFields(toFormValues(opened));
  const changed = Object.entries(toFields(values)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  return outcomeOf(wellUpdateSchema.safeParse({ ...Object.fromEntries(changed), version: opened.version }));
}
