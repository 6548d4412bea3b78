import { z } from 'zod';
import { amountSchema, locationSchema, MAX_VOLUME, monthSchema } from '../fields/fields.ts';
import {
  codeField,
  dayField,
  numberField,
  textField,
  type FieldCatalogue,
} from '../fields/field-catalogue.ts';

/** How an entry arrived: typed on the web, imported, or synced from a phone or a laptop. */
export const ENTRY_METHODS = ['MANUAL', 'SCADA', 'MOBILE', 'ELECTRON'] as const;
export const entryMethodSchema = z.enum(ENTRY_METHODS);
export type EntryMethod = z.infer<typeof entryMethodSchema>;

const volume = <const Of extends 'bbl' | 'MCF'>(unit: Of, inWords: string) =>
  numberField(
    amountSchema(MAX_VOLUME).meta({ description: `Volume in ${inWords}; null means not measured` }),
    unit,
  );

/** Read off in the field, or not. */
const reading = { part: 'VALUE', nullable: true, contested: true, exported: true } as const;

/** A day of a well. A new number needs its column in the database too: docs/add-a-field.md. */
export const PRODUCTION_FIELDS = {
  productionDate: { ...dayField, part: 'KEY', nullable: false, contested: false, exported: true },
  oilVolume: { ...volume('bbl', 'barrels (bbl)'), ...reading },
  gasVolume: { ...volume('MCF', 'thousand cubic feet (MCF)'), ...reading },
  waterVolume: { ...volume('bbl', 'barrels (bbl)'), ...reading },
  entryMethod: {
    ...codeField(entryMethodSchema),
    part: 'SERVER',
    nullable: false,
    contested: false,
    exported: true,
    untold: true,
  },
  notes: { ...textField(2000), ...reading },
  estimatedFrom: {
    kind: 'MONTH',
    schema: monthSchema.meta({
      description: 'The month whose import it is a share of; null for what was read off',
    }),
    part: 'CLAIM',
    nullable: true,
    contested: false,
    exported: true,
  },
  confirmed: {
    kind: 'FLAG',
    schema: z
      .literal(true)
      .meta({ description: 'Its author was asked about an unusual volume, and kept it' }),
    part: 'SERVER',
    nullable: true,
    contested: false,
    exported: false,
  },
  location: {
    kind: 'LOCATION',
    schema: locationSchema,
    part: 'ENTRY',
    nullable: true,
    contested: false,
    exported: false,
  },
  photoHashes: {
    kind: 'PHOTOS',
    schema: z.array(z.string()).meta({
      description: 'The SHA-256 of each of its photos, which belong to the well; sorted',
    }),
    part: 'SERVER',
    nullable: false,
    initial: [],
    contested: false,
    exported: false,
  },
} as const satisfies FieldCatalogue;
