import { z } from 'zod';
import {
  codeField,
  dayField,
  numberField,
  textField,
  type FieldCatalogue,
} from '../fields/field-catalogue.ts';
import { uuidSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';

/** The kinds of equipment. */
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

/** `OPERATIONAL`: works. `MAINTENANCE`: is being worked on. `FAILED`: does not work. */
export const EQUIPMENT_STATUSES = ['OPERATIONAL', 'MAINTENANCE', 'FAILED'] as const;
export const equipmentStatusSchema = z.enum(EQUIPMENT_STATUSES);
export type EquipmentStatus = z.infer<typeof equipmentStatusSchema>;

/** Days from one service to the next; ten years at most. */
export const serviceIntervalDaysSchema = z.int(message('notWholeDays')).min(1).max(3650);

const value = { part: 'VALUE', contested: true, exported: true } as const;
const optional = { ...value, nullable: true } as const;

/** The fields of an item. */
export const EQUIPMENT_FIELDS = {
  wellId: { kind: 'REFERENCE', schema: uuidSchema, ...value, nullable: false, exported: false },
  equipmentType: { ...codeField(equipmentTypeSchema), ...value, nullable: false },
  /** Unique within the tenant, whatever the case of its letters. */
  serialNumber: { ...textField(100, 1), ...value, nullable: false },
  assetTag: { ...textField(100), ...optional },
  manufacturer: { ...textField(255), ...optional },
  model: { ...textField(255), ...optional },
  installationDate: { ...dayField, ...optional },
  status: { ...codeField(equipmentStatusSchema), ...value, nullable: false, initial: 'OPERATIONAL' },
  serviceIntervalDays: {
    ...numberField(
      serviceIntervalDaysSchema.meta({
        description: "Days between services; null for the tenant's default",
      }),
      'days',
    ),
    ...optional,
  },
} as const satisfies FieldCatalogue;
