import { z } from 'zod';
import {
  codeField,
  countField,
  dayField,
  instantField,
  numberField,
  textField,
  type FieldCatalogue,
} from '../fields/field-catalogue.ts';
import { uuidSchema } from '../fields/fields.ts';
import { productSchema } from '../production/production.ts';

/** `CHANGED`: off by more than the threshold. `STOPPED`: to zero. `RESUMED`: from zero. */
export const ALERT_KINDS = ['CHANGED', 'STOPPED', 'RESUMED'] as const;
export const alertKindSchema = z.enum(ALERT_KINDS);
export type AlertKind = z.infer<typeof alertKindSchema>;

/**
 * `OPEN`: nobody has said that they saw it. `ACKNOWLEDGED`: somebody has. `CLEARED`: the variance is gone.
 */
export const ALERT_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'CLEARED'] as const;
export const alertStatusSchema = z.enum(ALERT_STATUSES);
export type AlertStatus = z.infer<typeof alertStatusSchema>;

const key = { part: 'KEY', nullable: false, contested: false } as const;
const found = { part: 'SERVER', nullable: false, contested: false, exported: true } as const;

/** The fields of an alert. Its volumes are in the unit of its product. */
export const ALERT_FIELDS = {
  wellId: { kind: 'REFERENCE', schema: uuidSchema, ...key, exported: false },
  productionDate: { ...dayField, ...key, exported: true },
  product: { ...codeField(productSchema), ...key, exported: true },
  kind: { ...codeField(alertKindSchema), ...found },
  previousValue: {
    ...countField(z.number().meta({ description: 'The volume of the day before' })),
    ...found,
  },
  currentValue: { ...countField(z.number().meta({ description: 'The volume of the day' })), ...found },
  changePercent: {
    ...numberField(z.number().meta({ description: 'Null where the day before was zero' }), '%'),
    ...found,
    nullable: true,
  },
  status: { ...codeField(alertStatusSchema), ...found },
  acknowledgedBy: { kind: 'REFERENCE', schema: uuidSchema, ...found, nullable: true },
  acknowledgedAt: {
    ...instantField(z.string().meta({ description: 'When somebody said that they saw it' })),
    ...found,
    nullable: true,
  },
  comment: { ...textField(500), ...found, part: 'VALUE', nullable: true },
} as const satisfies FieldCatalogue;
