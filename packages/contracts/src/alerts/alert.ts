import { z } from 'zod';
import { daySchema, optionalText, uuidSchema } from '../fields/fields.ts';
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

/** An alert: a volume that is off by more than the tenant's threshold against the day before. */
export const alertSchema = z
  .object({
    id: uuidSchema,
    wellId: uuidSchema,
    wellName: z.string(),
    productionDate: daySchema,
    product: productSchema,
    kind: alertKindSchema,
    previousValue: z.number().meta({ description: 'The volume of the day before' }),
    currentValue: z.number().meta({ description: 'The volume of the day' }),
    changePercent: z.number().nullable().meta({ description: 'Null where the day before was zero' }),
    status: alertStatusSchema,
    acknowledgedBy: uuidSchema.nullable(),
    acknowledgedAt: z.string().nullable(),
    comment: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Alert' });
export type Alert = z.infer<typeof alertSchema>;

/** What a person says of an alert that they saw; the comment may be left out. */
export const alertAcknowledgeSchema = z.object({ comment: optionalText(500).default(null) });

/** Event payload: the values that the person saw, so that a change since then is noticed. */
export const alertAcknowledgedPayload = z.strictObject({ comment: optionalText(500) });
