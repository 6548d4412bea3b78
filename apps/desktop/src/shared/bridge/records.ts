/** Rows to show: what the office has, with what was entered here on top. */
import { daySchema, daySheetRowSchema, productionRecordSchema, uuidSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { method } from './method.ts';

const isPending = { isPending: z.boolean() };

/** A well of the route with its reading of a day. */
export const routeStopSchema = daySheetRowSchema.extend({
  ...isPending,
  /** Whether the well is one of the person's own. */
  isMine: z.boolean(),
});
export type RouteStop = z.infer<typeof routeStopSchema>;

export const RECORD_METHODS = {
  /** All wells that take a reading of a day, in route order. */
  'records.route': method(z.strictObject({ day: daySchema }), z.array(routeStopSchema)),
  /** A well's readings, newest day first. */
  'records.production': method(
    z.strictObject({ wellId: uuidSchema, from: daySchema, to: daySchema }),
    z.array(productionRecordSchema.extend(isPending)),
  ),
} as const;
