/** What stands in the boxes of a well's form, and how that becomes a request. */
import { wellCreateSchema, wellUpdateSchema, type Well, type WellStatus } from '@wellpulse/contracts';
import type { z } from 'zod';
import { formMessages, type FormMessages } from '../../lib/form-messages.ts';
import type { WellCreateBody, WellUpdateBody } from './well-queries.ts';

export interface WellFormValues {
  readonly name: string;
  readonly apiNumber: string;
  readonly status: WellStatus;
  readonly lease: string;
  readonly field: string;
  readonly operator: string;
  readonly route: string;
  readonly routePosition: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly spudDate: string;
  readonly operatorIds: readonly string[];
}

const textOf = (value: string | number | null): string => (value === null ? '' : String(value));

/** The boxes of a well as it stands; of no well, empty ones. */
export function toFormValues(well: Well | null): WellFormValues {
  return {
    name: well?.name ?? '',
    apiNumber: well?.apiNumber ?? '',
    status: well?.status ?? 'ACTIVE',
    lease: textOf(well?.lease ?? null),
    field: textOf(well?.field ?? null),
    operator: textOf(well?.operator ?? null),
    route: textOf(well?.route ?? null),
    routePosition: textOf(well?.routePosition ?? null),
    latitude: textOf(well?.latitude ?? null),
    longitude: textOf(well?.longitude ?? null),
    spudDate: textOf(well?.spudDate ?? null),
    operatorIds: well?.operatorIds ?? [],
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
/** What is no number becomes NaN, which the schema refuses in words. */
const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Number(text));

const toFields = (values: WellFormValues) => ({
  name: values.name,
  status: values.status,
  lease: orNull(values.lease),
  field: orNull(values.field),
  operator: orNull(values.operator),
  route: orNull(values.route),
  routePosition: numberOrNull(values.routePosition),
  latitude: numberOrNull(values.latitude),
  longitude: numberOrNull(values.longitude),
  spudDate: orNull(values.spudDate),
  operatorIds: [...values.operatorIds],
});

export type FormOutcome<Body> =
  | { readonly ok: true; readonly body: Body }
  /** Messages by field. */
  | { readonly ok: false; readonly wrong: FormMessages };

const outcomeOf = <Body>(body: Body, parsed: z.ZodSafeParseResult<unknown>): FormOutcome<Body> =>
  parsed.success ? { ok: true, body } : { ok: false, wrong: formMessages(parsed.error) };

export function toCreateBody(values: WellFormValues): FormOutcome<WellCreateBody> {
  const body = { ...toFields(values), apiNumber: values.apiNumber };
  return outcomeOf(body, wellCreateSchema.safeParse(body));
}

/** Only what differs from the well as it was opened: what somebody else changes meanwhile stays theirs. */
export function toUpdateBody(values: WellFormValues, opened: Well): FormOutcome<WellUpdateBody> {
  const before: Readonly<Record<string, unknown>> = toFields(toFormValues(opened));
  const changed = Object.entries(toFields(values)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  const body: WellUpdateBody = { ...Object.fromEntries(changed), version: opened.version };
  return outcomeOf(body, wellUpdateSchema.safeParse(body));
}
