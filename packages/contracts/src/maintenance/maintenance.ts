import { z } from 'zod';
import {
  equipmentStatusSchema,
  equipmentTypeSchema,
  serviceIntervalDaysSchema,
} from '../equipment/equipment.ts';
import {
  daySchema,
  hasTwoDecimals,
  locationSchema,
  text,
  TWO_DECIMALS_MESSAGE,
  uuidSchema,
  versionSchema,
} from '../fields.ts';
import { eventPhotoSchema, photoSchema } from '../photos/photo.ts';

export const MAINTENANCE_TYPES = ['ROUTINE', 'REPAIR', 'INSPECTION'] as const;
export const maintenanceTypeSchema = z.enum(MAINTENANCE_TYPES);
export type MaintenanceType = z.infer<typeof maintenanceTypeSchema>;

/** A tenant's days between services, by equipment type and maintenance type; what is left out has none. */
export const serviceIntervalsSchema = z.partialRecord(
  equipmentTypeSchema,
  z.partialRecord(maintenanceTypeSchema, serviceIntervalDaysSchema),
);
export type ServiceIntervals = z.infer<typeof serviceIntervalsSchema>;

export const costSchema = z
  .number('Must be a number')
  .min(0, 'Must not be negative')
  .max(99_999_999.99, 'Is too large')
  .refine(hasTwoDecimals, TWO_DECIMALS_MESSAGE)
  .meta({ description: 'US dollars' });

export const MAX_PHOTOS_PER_LOG = 20;

const logFields = {
  maintenanceDate: daySchema,
  maintenanceType: maintenanceTypeSchema,
  description: text(4000, 1),
  technician: text(255).nullable(),
  cost: costSchema.nullable(),
  nextMaintenanceDate: daySchema.nullable(),
  equipmentStatus: equipmentStatusSchema
    .nullable()
    .meta({ description: 'What the item is from now on; null leaves it as it is' }),
  location: locationSchema.nullable(),
};

/** Photos are named by their blobs; `photoUrls` are the blob names, as they stand in the brief's table. */
const photoUrlsSchema = z.array(z.string().min(1).max(400)).max(MAX_PHOTOS_PER_LOG);

export const maintenanceSchema = z
  .object({
    id: uuidSchema,
    equipmentId: uuidSchema,
    ...logFields,
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
  message: 'Must be after the day of this maintenance',
  path: ['nextMaintenanceDate'],
};

/** A log entry as a person gives it. Without a next date, the service interval gives one. */
export const maintenanceCreateSchema = z
  .object({
    maintenanceDate: logFields.maintenanceDate,
    maintenanceType: logFields.maintenanceType,
    description: logFields.description,
    technician: logFields.technician.default(null),
    cost: logFields.cost.default(null),
    nextMaintenanceDate: logFields.nextMaintenanceDate.default(null),
    equipmentStatus: logFields.equipmentStatus.default(null),
    location: logFields.location.default(null),
    photoUrls: photoUrlsSchema
      .default([])
      .meta({ description: 'Blob names of photos of this item that are stored' }),
  })
  .refine(isAfterService, afterService);
export type MaintenanceCreate = z.output<typeof maintenanceCreateSchema>;
export type MaintenanceCreateInput = z.input<typeof maintenanceCreateSchema>;

/** Event payload (sync protocol, section 2). */
export const equipmentMaintenanceLoggedPayload = z
  .strictObject({
    maintenanceId: uuidSchema,
    ...logFields,
    photos: z.array(eventPhotoSchema).max(MAX_PHOTOS_PER_LOG),
  })
  .partial({
    technician: true,
    cost: true,
    nextMaintenanceDate: true,
    equipmentStatus: true,
    location: true,
    photos: true,
  })
  .refine(isAfterService, afterService);
