/** The catalogues of all aggregates, for what is the same for every field: its name in words, its format, its export. */
import type { z } from 'zod';
import { ALERT_FIELDS } from './alerts/alert.fields.ts';
import { DEVICE_FIELDS } from './devices/device.fields.ts';
import { EQUIPMENT_FIELDS } from './equipment/equipment.fields.ts';
import type { FieldFacts } from './fields/field-catalogue.ts';
import { MAINTENANCE_FIELDS } from './maintenance/maintenance.fields.ts';
import { PRODUCTION_FIELDS } from './production/production.fields.ts';
import { SETTINGS_FIELDS } from './tenant/tenant.fields.ts';
import { USER_FIELDS } from './users/user.fields.ts';
import { WELL_FIELDS } from './wells/well.fields.ts';

/** The fields of each aggregate, with what is known of each. */
export const CATALOGUE = {
  production: PRODUCTION_FIELDS,
  equipment: EQUIPMENT_FIELDS,
  maintenance: MAINTENANCE_FIELDS,
  well: WELL_FIELDS,
  user: USER_FIELDS,
  settings: SETTINGS_FIELDS,
  alert: ALERT_FIELDS,
  device: DEVICE_FIELDS,
} as const;

export type Aggregate = keyof typeof CATALOGUE;

/** The names of an aggregate's fields: `FieldName<'well'>`. */
export type FieldName<Of extends Aggregate> = keyof (typeof CATALOGUE)[Of] & string;

/** All fields, each with its aggregate: `well.spudDate`. */
export type FieldKey = { [Of in Aggregate]: `${Of}.${FieldName<Of>}` }[Aggregate];

/** The fields that hold one of a list of codes. */
export type CodeKey = {
  [Of in Aggregate]: {
    [Name in FieldName<Of>]: (typeof CATALOGUE)[Of][Name] extends { readonly schema: z.ZodEnum }
      ? `${Of}.${Name}`
      : never;
  }[FieldName<Of>];
}[Aggregate];

/**
 * What is known of a field of an aggregate; undefined for what its catalogue does not know, such as a newer server's.
 *
 * @example
 * factsOf('production', 'oilVolume')?.unit; // 'bbl'
 */
export const factsOf = (aggregate: Aggregate, name: string): FieldFacts | undefined =>
  new Map<string, FieldFacts>(Object.entries(CATALOGUE[aggregate])).get(name);

/**
 * The same for a name of any aggregate: fields of one name are of one kind and one unit everywhere.
 *
 * @example
 * factsNamed('oilVolume')?.unit; // 'bbl'
 */
export const factsNamed = (name: string): FieldFacts | undefined =>
  AGGREGATES.map((aggregate) => factsOf(aggregate, name)).find((facts) => facts !== undefined);

const AGGREGATES = Object.keys(CATALOGUE) as Aggregate[];
