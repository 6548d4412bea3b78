import { z } from 'zod';
import {
  daySchema,
  gasVolumeSchema,
  locationSchema,
  notesSchema,
  oilVolumeSchema,
  uuidSchema,
  versionSchema,
  waterVolumeSchema,
} from '../fields.ts';

/** How an entry arrived: typed on the web, imported, or synced from a phone or a laptop. */
export const ENTRY_METHODS = ['MANUAL', 'SCADA', 'MOBILE', 'ELECTRON'] as const;
export const entryMethodSchema = z.enum(ENTRY_METHODS);
export type EntryMethod = z.infer<typeof entryMethodSchema>;

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

const volumes = {
  oilVolume: oilVolumeSchema.nullable(),
  gasVolume: gasVolumeSchema.nullable(),
  waterVolume: waterVolumeSchema.nullable(),
};

export const productionRecordSchema = z
  .object({
    id: uuidSchema,
    wellId: uuidSchema,
    productionDate: daySchema,
    ...volumes,
    entryMethod: entryMethodSchema,
    notes: z.string().nullable(),
    location: locationSchema.nullable(),
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

/** One day of one well, as a person gives it. Left out and null mean the same: not measured. */
export const productionEntrySchema = z
  .object({
    productionDate: daySchema,
    oilVolume: volumes.oilVolume.default(null),
    gasVolume: volumes.gasVolume.default(null),
    waterVolume: volumes.waterVolume.default(null),
    notes: notesSchema.nullable().default(null),
    location: locationSchema.nullable().optional(),
  })
  .refine(hasVolume, needsVolume);
export type ProductionEntry = z.output<typeof productionEntrySchema>;
export type ProductionEntryInput = z.input<typeof productionEntrySchema>;

/** Only the fields to change; null clears. The day can't change: `productionDate` may be sent back as it was read. */
export const productionUpdateSchema = z
  .object({ ...volumes, notes: notesSchema.nullable(), productionDate: daySchema })
  .partial()
  .extend({ version: versionSchema });
export type ProductionUpdate = z.output<typeof productionUpdateSchema>;

export const MAX_BULK_ENTRIES = 31;
export const productionBulkSchema = z.object({
  entries: z.array(productionEntrySchema).min(1).max(MAX_BULK_ENTRIES),
});

/** Event payloads (sync protocol, section 2). */
export const productionCreatedPayload = z
  .strictObject({
    productionDate: daySchema,
    ...volumes,
    notes: notesSchema.nullable(),
    location: locationSchema.nullable(),
  })
  .partial({ oilVolume: true, gasVolume: true, waterVolume: true, notes: true, location: true })
  .refine(hasVolume, needsVolume);
export const productionUpdatedPayload = z
  .strictObject({
    productionDate: daySchema,
    ...volumes,
    notes: notesSchema.nullable(),
    location: locationSchema.nullable(),
  })
  .partial({ oilVolume: true, gasVolume: true, waterVolume: true, notes: true, location: true });
export const productionDeletedPayload = z.strictObject({ productionDate: daySchema });
