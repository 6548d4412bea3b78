import { z } from 'zod';
import { filledShape, partOf, valueShape } from '../fields/field-catalogue.ts';
import { uuidSchema } from '../fields/fields.ts';
import { ALERT_FIELDS } from './alert.fields.ts';

/** An alert as it is stored: a volume that is off by more than the tenant's threshold against the day before. */
export const alertRecordSchema = z.object({
  id: uuidSchema,
  ...valueShape(ALERT_FIELDS),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.int(),
});
export type AlertRecord = z.infer<typeof alertRecordSchema>;

/** An alert as it is read: with the name of its well. */
export const alertSchema = alertRecordSchema.extend({ wellName: z.string() }).meta({ id: 'Alert' });
export type Alert = z.infer<typeof alertSchema>;

const said = partOf(ALERT_FIELDS, 'VALUE');

/** What a person says of an alert that they saw; the comment may be left out. */
export const alertAcknowledgeSchema = z.object(filledShape(said));

/** Event payload. */
export const alertAcknowledgedPayload = z.strictObject(valueShape(said));

/** So many alerts are reviewed by one event. */
export const MAX_REVIEWED = 100;
/** Event payload: alerts as they stand by the rules of today. The aggregate is the tenant. */
export const alertsReviewedPayload = z.strictObject({
  alerts: z.array(alertRecordSchema.strict()).min(1).max(MAX_REVIEWED),
});
