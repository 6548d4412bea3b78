import { z } from 'zod';
import { filledShape, payloadShape, valueShape } from '../fields/field-catalogue.ts';
import { uuidSchema, versionSchema } from '../fields/fields.ts';
import { EQUIPMENT_FIELDS } from './equipment.fields.ts';

/** An item of equipment. */
export const equipmentSchema = z
  .object({
    id: uuidSchema,
    ...filledShape(EQUIPMENT_FIELDS),
    createdBy: uuidSchema,
    updatedBy: uuidSchema,
    createdAt: z.string(),
    updatedAt: z.string(),
    version: versionSchema,
  })
  .meta({ id: 'Equipment' });
export type Equipment = z.infer<typeof equipmentSchema>;

/** A new item, as a person gives it; the well stands in the path. */
export const equipmentCreateSchema = z.object(filledShape(EQUIPMENT_FIELDS)).omit({ wellId: true });
export type EquipmentCreate = z.output<typeof equipmentCreateSchema>;
export type EquipmentCreateInput = z.input<typeof equipmentCreateSchema>;

/** Only the fields to change; null clears. Another `wellId` moves the item there. */
export const equipmentUpdateSchema = z
  .object(valueShape(EQUIPMENT_FIELDS))
  .partial()
  .extend({ version: versionSchema });
export type EquipmentUpdate = z.output<typeof equipmentUpdateSchema>;

/** Event payloads (docs/sync-protocol.md, "2. The event"). */
export const equipmentCreatedPayload = z.strictObject(payloadShape(EQUIPMENT_FIELDS));
export const equipmentUpdatedPayload = z.strictObject(valueShape(EQUIPMENT_FIELDS)).partial();
export const equipmentDeletedPayload = z.strictObject({});
