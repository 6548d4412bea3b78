import { z } from 'zod';
import { daySchema, text, uuidSchema, versionSchema } from '../fields.ts';

export const EQUIPMENT_TYPES = [
  'PUMP_JACK',
  'TANK',
  'SEPARATOR',
  'HEATER_TREATER',
  'COMPRESSOR',
  'ESP',
  'METER',
  'FLOWLINE',
  'VALVE',
  'OTHER',
] as const;
export const equipmentTypeSchema = z.enum(EQUIPMENT_TYPES);
export type EquipmentType = z.infer<typeof equipmentTypeSchema>;

export const EQUIPMENT_STATUSES = ['OPERATIONAL', 'MAINTENANCE', 'FAILED'] as const;
export const equipmentStatusSchema = z.enum(EQUIPMENT_STATUSES);
export type EquipmentStatus = z.infer<typeof equipmentStatusSchema>;

/** Days from one service to the next; ten years at most. */
export const serviceIntervalDaysSchema = z.int('Must be a whole number of days').min(1).max(3650);

/** Unique within the tenant, whatever the case of its letters. */
export const serialNumberSchema = text(100, 1);

const equipmentFields = {
  wellId: uuidSchema,
  equipmentType: equipmentTypeSchema,
  serialNumber: serialNumberSchema,
  assetTag: text(100).nullable(),
  manufacturer: text(255).nullable(),
  model: text(255).nullable(),
  installationDate: daySchema.nullable(),
  status: equipmentStatusSchema,
  serviceIntervalDays: serviceIntervalDaysSchema
    .nullable()
    .meta({ description: "Days between services; null for the tenant's default" }),
};

export const equipmentSchema = z
  .object({
    id: uuidSchema,
    ...equipmentFields,
    createdBy: uuidSchema,
    updatedBy: uuidSchema,
    createdAt: z.string(),
    updatedAt: z.string(),
    version: versionSchema,
  })
  .meta({ id: 'Equipment' });
export type Equipment = z.infer<typeof equipmentSchema>;

/** A new item, as a person gives it; the well stands in the path. */
export const equipmentCreateSchema = z.object({
  equipmentType: equipmentFields.equipmentType,
  serialNumber: equipmentFields.serialNumber,
  assetTag: equipmentFields.assetTag.default(null),
  manufacturer: equipmentFields.manufacturer.default(null),
  model: equipmentFields.model.default(null),
  installationDate: equipmentFields.installationDate.default(null),
  status: equipmentFields.status.default('OPERATIONAL'),
  serviceIntervalDays: equipmentFields.serviceIntervalDays.default(null),
});
export type EquipmentCreate = z.output<typeof equipmentCreateSchema>;
export type EquipmentCreateInput = z.input<typeof equipmentCreateSchema>;

/** Only the fields to change; null clears. Another `wellId` moves the item there. */
export const equipmentUpdateSchema = z.object(equipmentFields).partial().extend({ version: versionSchema });
export type EquipmentUpdate = z.output<typeof equipmentUpdateSchema>;

/** Event payloads (sync protocol, section 2). */
export const equipmentCreatedPayload = z.strictObject(equipmentFields).partial({
  assetTag: true,
  manufacturer: true,
  model: true,
  installationDate: true,
  status: true,
  serviceIntervalDays: true,
});
export const equipmentUpdatedPayload = z.strictObject(equipmentFields).partial();
export const equipmentDeletedPayload = z.strictObject({});
