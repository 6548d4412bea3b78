import { z } from 'zod';
import { filledShape, namesOf, partOf, payloadShape, valueShape } from '../fields/field-catalogue.ts';
import { daySchema, uuidSchema, versionSchema } from '../fields/fields.ts';
import { eventPhotosSchema, MAX_PHOTOS_PER_ENTRY, sha256Schema } from '../photos/photo.ts';
import { PRODUCTION_FIELDS } from './production.fields.ts';
import { message } from '../messages/messages.ts';

/** What a well produces. */
export const PRODUCTS = ['OIL', 'GAS', 'WATER'] as const;
export const productSchema = z.enum(PRODUCTS);
export type Product = z.infer<typeof productSchema>;

/** The field of a record that holds each product's volume. */
export const VOLUME_FIELDS = {
  OIL: 'oilVolume',
  GAS: 'gasVolume',
  WATER: 'waterVolume',
} as const satisfies Record<Product, string>;
/** A field that holds a volume. */
export type VolumeField = (typeof VOLUME_FIELDS)[Product];

/**
 * The product whose volume a field holds; undefined for a field that holds none.
 *
 * @example
 * productOf('gasVolume'); // 'GAS'
 */
export const productOf = (field: string): Product | undefined =>
  PRODUCTS.find((product) => VOLUME_FIELDS[product] === field);

/** What people read off, and what they say of it. */
export const PRODUCTION_VALUES = partOf(PRODUCTION_FIELDS, 'VALUE');
export type ProductionValueName = keyof typeof PRODUCTION_VALUES;
/** What a person types of a day, in the order of its boxes. */
export const PRODUCTION_VALUE_NAMES = namesOf(PRODUCTION_VALUES);

/** The live record of one well and day. Oil and water in bbl, gas in MCF. */
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

/** The volumes of a record; null where one was not measured. */
export type Volumes = Pick<ProductionRecord, VolumeField>;

/**
 * At least one of the three: an entry in which nothing was measured says nothing. A record may still come to hold none,
 * where two people each cleared what the other had left.
 */
export const hasVolume = (volumes: { [Field in VolumeField]?: number | null | undefined }): boolean =>
  Object.values(VOLUME_FIELDS).some((field) => (volumes[field] ?? null) !== null);
const needsVolume = { message: message('noVolume'), path: ['oilVolume'] };

const { location } = payloadShape(partOf(PRODUCTION_FIELDS, 'ENTRY'));
/** Photos are added to those that a reading has. One that it has already may be named again. */
const photoHashes = z
  .array(sha256Schema)
  .max(MAX_PHOTOS_PER_ENTRY)
  .meta({ description: 'The SHA-256 of photos of the well that are stored, to be added to the reading' });

/** What comes with an entry and is not typed. `estimatedFrom` is taken from imports alone. */
const claims = {
  confirmed: PRODUCTION_FIELDS.confirmed.schema.optional(),
  estimatedFrom: PRODUCTION_FIELDS.estimatedFrom.schema.optional(),
};

/** One day of one well, as a person gives it. Left out and null mean the same: not measured. */
export const productionEntrySchema = z
  .object({
    productionDate: daySchema,
    ...filledShape(PRODUCTION_VALUES),
    location,
    confirmed: claims.confirmed,
    photoHashes: photoHashes.optional(),
  })
  .refine(hasVolume, needsVolume);
export type ProductionEntry = z.output<typeof productionEntrySchema>;
export type ProductionEntryInput = z.input<typeof productionEntrySchema>;

/** Only the fields to change; null clears. The day can't change: `productionDate` may be sent back as it was read. */
export const productionUpdateSchema = z
  .object({ ...valueShape(PRODUCTION_VALUES), productionDate: daySchema })
  .partial()
  // Null, as in a record that is sent back as it was read, says nothing.
  .extend({
    version: versionSchema,
    confirmed: claims.confirmed.nullable(),
    photoHashes: photoHashes.optional(),
  });
export type ProductionUpdate = z.output<typeof productionUpdateSchema>;

/** So many entries can be sent in one request. */
export const MAX_BULK_ENTRIES = 31;
export const productionBulkSchema = z.object({
  entries: z.array(productionEntrySchema).min(1).max(MAX_BULK_ENTRIES),
});

const photos = eventPhotosSchema.optional();

/** Event payloads (docs/sync-protocol.md, "2. The event"). */
export const productionCreatedPayload = z
  .strictObject({
    productionDate: daySchema,
    ...payloadShape(PRODUCTION_VALUES),
    location,
    ...claims,
    photos,
  })
  .refine(hasVolume, needsVolume);
export const productionUpdatedPayload = z
  .strictObject(valueShape(PRODUCTION_VALUES))
  .partial()
  .extend({ productionDate: daySchema, location, ...claims, photos });
export const productionDeletedPayload = z.strictObject({ productionDate: daySchema });
