import { z } from 'zod';
import { filledShape, namesOf, partOf, payloadShape, valueShape } from '../field-catalogue.ts';
import { daySchema, locationSchema, uuidSchema, versionSchema } from '../fields.ts';
import { PRODUCTION_FIELDS } from './production.fields.ts';

export const PRODUCTS = ['OIL', 'GAS', 'WATER'] as const;
export const productSchema = z.enum(PRODUCTS);
export type Product = z.infer<typeof productSchema>;

/** The field of a record that holds each product's volume. */
export const VOLUME_FIELDS = {
  OIL: 'oilVolume',
  GAS: 'gasVolume',
  WATER: 'waterVolume',
} as const satisfies Record<Product, string>;
export type VolumeField = (typeof VOLUME_FIELDS)[Product];

/** The product whose volume a field holds; undefined for a field that holds none. */
export const productOf = (field: string): Product | undefined =>
  PRODUCTS.find((product) => VOLUME_FIELDS[product] === field);

/** What people read off, and what they say of it. */
export const PRODUCTION_VALUES = partOf(PRODUCTION_FIELDS, 'VALUE');
export type ProductionValueName = keyof typeof PRODUCTION_VALUES;
/** What a person types of a day, in the order of its boxes. */
export const PRODUCTION_VALUE_NAMES = namesOf(PRODUCTION_VALUES);

export const productionRecordSchema = z
  .object({
    id: uuidSchema,
    wellId: uuidSchema,
    ...filledShape(PRODUCTION_FIELDS),
    createdBy: uuidSchema,
    updatedBy: uuidSchema,
    createdAt: z.string(),
    updatedAt: z.string(),
    version: versionSchema,
  })
  .meta({ id: 'ProductionRecord' });
export type ProductionRecord = z.infer<typeof productionRecordSchema>;

export type Volumes = Pick<ProductionRecord, VolumeField>;

/**
 * At least one of the three: an entry in which nothing was measured says nothing. A record may still come to hold none,
 * where two people each cleared what the other had left.
 */
export const hasVolume = (volumes: { [Field in VolumeField]?: number | null | undefined }): boolean =>
  Object.values(VOLUME_FIELDS).some((field) => (volumes[field] ?? null) !== null);
export const NO_VOLUME_MESSAGE = 'Give at least one of oil, gas and water';
const needsVolume = { message: NO_VOLUME_MESSAGE, path: ['oilVolume'] };

const location = locationSchema.nullable().optional();

/** One day of one well, as a person gives it. Left out and null mean the same: not measured. */
export const productionEntrySchema = z
  .object({ productionDate: daySchema, ...filledShape(PRODUCTION_VALUES), location })
  .refine(hasVolume, needsVolume);
export type ProductionEntry = z.output<typeof productionEntrySchema>;
export type ProductionEntryInput = z.input<typeof productionEntrySchema>;

/** Only the fields to change; null clears. The day can't change: `productionDate` may be sent back as it was read. */
export const productionUpdateSchema = z
  .object({ ...valueShape(PRODUCTION_VALUES), productionDate: daySchema })
  .partial()
  .extend({ version: versionSchema });
export type ProductionUpdate = z.output<typeof productionUpdateSchema>;

export const MAX_BULK_ENTRIES = 31;
export const productionBulkSchema = z.object({
  entries: z.array(productionEntrySchema).min(1).max(MAX_BULK_ENTRIES),
});

/** Event payloads (docs/sync-protocol.md, "2. The event"). */
export const productionCreatedPayload = z
  .strictObject({ productionDate: daySchema, ...payloadShape(PRODUCTION_VALUES), location })
  .refine(hasVolume, needsVolume);
export const productionUpdatedPayload = z
  .strictObject(valueShape(PRODUCTION_VALUES))
  .partial()
  .extend({ productionDate: daySchema, location });
export const productionDeletedPayload = z.strictObject({ productionDate: daySchema });
