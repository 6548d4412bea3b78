import { z } from 'zod';
import { equipmentStatusSchema } from '../equipment/equipment.fields.ts';
import {
  codeField,
  dayField,
  numberField,
  textField,
  type FieldCatalogue,
} from '../fields/field-catalogue.ts';
import { amountSchema, locationSchema } from '../fields/fields.ts';

/** The kinds of maintenance. */
export const MAINTENANCE_TYPES = ['ROUTINE', 'REPAIR', 'INSPECTION'] as const;
export const maintenanceTypeSchema = z.enum(MAINTENANCE_TYPES);
export type MaintenanceType = z.infer<typeof maintenanceTypeSchema>;

/** A log entry is written once: there is nothing in it that two people could change. */
const value = { part: 'VALUE', contested: false, exported: true } as const;
const optional = { ...value, nullable: true } as const;

/** The fields of a maintenance log. */
export const MAINTENANCE_FIELDS = {
  maintenanceDate: { ...dayField, ...value, nullable: false },
  maintenanceType: { ...codeField(maintenanceTypeSchema), ...value, nullable: false },
  description: { ...textField(4000, 1), ...value, nullable: false },
  technician: { ...textField(255), ...optional },
  cost: {
    ...numberField(amountSchema(99_999_999.99).meta({ description: 'US dollars' }), 'USD'),
    ...optional,
  },
  nextMaintenanceDate: { ...dayField, ...optional },
  equipmentStatus: {
    ...codeField(
      equipmentStatusSchema.meta({ description: 'What the item is from now on; null leaves it as it is' }),
    ),
    ...optional,
  },
  location: { kind: 'LOCATION', schema: locationSchema, ...optional, part: 'ENTRY', exported: false },
} as const satisfies FieldCatalogue;
