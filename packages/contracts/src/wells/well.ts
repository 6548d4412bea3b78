import { z } from 'zod';
import { daySchema, latitudeSchema, longitudeSchema, text, uuidSchema, versionSchema } from '../fields.ts';

/** `PLUGGED` is final: a plugged well takes no entries and never becomes anything else. */
export const WELL_STATUSES = ['ACTIVE', 'SHUT_IN', 'INACTIVE', 'PLUGGED'] as const;
export const wellStatusSchema = z.enum(WELL_STATUSES);
export type WellStatus = z.infer<typeof wellStatusSchema>;

/** API well number: state, county, well, and where given sidetrack and event. */
export const apiNumberSchema = z
  .string()
  .trim()
  .regex(/^\d{2}-\d{3}-\d{5}(-\d{2}){0,2}$/, 'Must be an API number such as 42-165-12345');

const wellFields = {
  name: text(120, 1),
  lease: text(120).nullable(),
  field: text(120).nullable(),
  operator: text(120).nullable(),
  latitude: latitudeSchema.nullable(),
  longitude: longitudeSchema.nullable(),
  status: wellStatusSchema,
  spudDate: daySchema.nullable(),
  route: text(60).nullable(),
  routePosition: z.int().min(0).max(100_000).nullable(),
  operatorIds: z
    .array(uuidSchema)
    .max(100)
    .overwrite((ids) => [...new Set(ids)])
    .meta({ description: 'The users whose "My Wells" this well is among' }),
};

export const wellSchema = z
  .object({
    id: uuidSchema,
    apiNumber: z.string(),
    ...wellFields,
    createdAt: z.string(),
    updatedAt: z.string(),
    version: versionSchema,
  })
  .meta({ id: 'Well' });
export type Well = z.infer<typeof wellSchema>;

const bothOrNeither = (well: {
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
}) =>
  (well.latitude ?? null) === null ? (well.longitude ?? null) === null : (well.longitude ?? null) !== null;
const bothCoordinates = { message: 'Latitude and longitude belong together', path: ['longitude'] };

export const wellCreateSchema = z
  .object({
    ...wellFields,
    apiNumber: apiNumberSchema,
    lease: wellFields.lease.default(null),
    field: wellFields.field.default(null),
    operator: wellFields.operator.default(null),
    latitude: wellFields.latitude.default(null),
    longitude: wellFields.longitude.default(null),
    status: wellStatusSchema.default('ACTIVE'),
    spudDate: wellFields.spudDate.default(null),
    route: wellFields.route.default(null),
    routePosition: wellFields.routePosition.default(null),
    operatorIds: wellFields.operatorIds.default([]),
  })
  .refine(bothOrNeither, bothCoordinates);
export type WellCreate = z.output<typeof wellCreateSchema>;

/** Only the fields to change. `apiNumber` may be sent back as it was read, never changed. */
export const wellUpdateSchema = z
  .object({ ...wellFields, apiNumber: z.string() })
  .partial()
  .extend({ version: versionSchema });
export type WellUpdate = z.output<typeof wellUpdateSchema>;

/** Event payloads. */
export const wellCreatedPayload = z.strictObject({ ...wellFields, apiNumber: apiNumberSchema });
export const wellUpdatedPayload = z.strictObject(wellFields).partial();
export const wellDeletedPayload = z.strictObject({});
