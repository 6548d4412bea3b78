import { z } from 'zod';
import { filledShape, partOf, payloadShape, valueShape } from '../fields/field-catalogue.ts';
import { uuidSchema, versionSchema } from '../fields/fields.ts';
import { apiNumberSchema, WELL_FIELDS } from './well.fields.ts';
import { message } from '../messages/messages.ts';

/** What people change in a well. */
export const WELL_VALUES = partOf(WELL_FIELDS, 'VALUE');

/** A well. */
export const wellSchema = z
  .object({
    id: uuidSchema,
    apiNumber: z.string(),
    ...filledShape(WELL_VALUES),
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
const bothCoordinates = { message: message('bothCoordinates'), path: ['longitude'] };

/** A new well. */
export const wellCreateSchema = z
  .object({ ...filledShape(WELL_VALUES), apiNumber: apiNumberSchema })
  .refine(bothOrNeither, bothCoordinates);
export type WellCreate = z.output<typeof wellCreateSchema>;

/** Only the fields to change. `apiNumber` may be sent back as it was read, never changed. */
export const wellUpdateSchema = z
  .object({ ...valueShape(WELL_VALUES), apiNumber: z.string() })
  .partial()
  .extend({ version: versionSchema });
export type WellUpdate = z.output<typeof wellUpdateSchema>;

/** Event payloads. */
export const wellCreatedPayload = z.strictObject({
  ...payloadShape(WELL_VALUES),
  apiNumber: apiNumberSchema,
});
export const wellUpdatedPayload = z.strictObject(valueShape(WELL_VALUES)).partial();
export const wellDeletedPayload = z.strictObject({});
