import { z } from 'zod';
import { equipmentTypeSchema, serviceIntervalDaysSchema } from '../equipment/equipment.fields.ts';
import { filledShape, payloadShape } from '../fields/field-catalogue.ts';
import { uuidSchema, versionSchema } from '../fields/fields.ts';
import { eventPhotosSchema, MAX_PHOTOS_PER_ENTRY, photoSchema } from '../photos/photo.ts';
import { MAINTENANCE_FIELDS, maintenanceTypeSchema } from './maintenance.fields.ts';
import { message } from '../messages/messages.ts';

/** A tenant's days between services, by equipment type and maintenance type; what is left out has none. */
export const serviceIntervalsSchema = z.partialRecord(
  equipmentTypeSchema,
  z.partialRecord(maintenanceTypeSchema, serviceIntervalDaysSchema),
);
export type ServiceIntervals = z.infer<typeof serviceIntervalsSchema>;

/** Photos are named by their blobs; `photoUrls` are the blob names, as the column is named (docs/product-decisions.md, "Column names"). */
const photoUrlsSchema = z.array(z.string().min(1).max(400)).max(MAX_PHOTOS_PER_ENTRY);

/** A maintenance log: what was done to an item on a day. */
export const maintenanceSchema = z
  .object({
    id: uuidSchema,
    equipmentId: uuidSchema,
    ...filledShape(MAINTENANCE_FIELDS),
    photoUrls: photoUrlsSchema,
    createdBy: uuidSchema,
    createdAt: z.string(),
    updatedAt: z.string(),
    version: versionSchema,
  })
  .meta({ id: 'Maintenance' });
export type Maintenance = z.infer<typeof maintenanceSchema>;

/** A log entry as it is read: with its photos, and where it belongs. */
export const maintenanceEntrySchema = maintenanceSchema
  .extend({
    photos: z.array(photoSchema),
    createdByName: z.string().nullable(),
    serialNumber: z.string(),
    equipmentType: equipmentTypeSchema,
    wellId: uuidSchema,
    wellName: z.string(),
  })
  .meta({ id: 'MaintenanceEntry' });
export type MaintenanceEntry = z.infer<typeof maintenanceEntrySchema>;

const isAfterService = (log: { maintenanceDate: string; nextMaintenanceDate?: string | null | undefined }) =>
  (log.nextMaintenanceDate ?? null) === null || (log.nextMaintenanceDate ?? '') > log.maintenanceDate;
const afterService = {
  message: message('nextNotAfter'),
  path: ['nextMaintenanceDate'],
};

/** A log entry as a person gives it. Without a next date, the service interval gives one. */
export const maintenanceCreateSchema = z
  .object({
    ...filledShape(MAINTENANCE_FIELDS),
    photoUrls: photoUrlsSchema
      .default([])
      .meta({ description: 'Blob names of photos of this item that are stored' }),
  })
  .refine(isAfterService, afterService);
export type MaintenanceCreate = z.output<typeof maintenanceCreateSchema>;
export type MaintenanceCreateInput = z.input<typeof maintenanceCreateSchema>;

/** Event payload (docs/sync-protocol.md, "2. The event"). */
export const equipmentMaintenanceLoggedPayload = z
  .strictObject({
    maintenanceId: uuidSchema,
    ...payloadShape(MAINTENANCE_FIELDS),
    photos: eventPhotosSchema.optional(),
  })
  .refine(isAfterService, afterService);
