/** Wells to look up: any that this laptop knows, on the person's route or not. */
import { daySchema, productionSeriesSchema, uuidSchema, wellSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { method } from './method.ts';

/** So many wells are found at once; who looks for another types more. */
export const MOST_WELLS_FOUND = 50;

/** A well, as far as this laptop knows it. */
const knownWellSchema = wellSchema.extend({
  /** Whether the well is one of the person's own. */
  isMine: z.boolean(),
});
export type KnownWell = z.infer<typeof knownWellSchema>;

/** So many days of its own wells a laptop shows at most. */
export const MOST_DAYS = 90;

export const WELL_METHODS = {
  /** By name, lease, field, route or API number, however each is written; in route order. */
  'wells.search': method(
    z.strictObject({ text: z.string().max(200) }),
    z.array(knownWellSchema).max(MOST_WELLS_FOUND),
  ),
  /** Null for a well that this laptop does not know. */
  'wells.get': method(z.strictObject({ wellId: uuidSchema }), knownWellSchema.nullable()),
  /** Of how many days up to `until` this laptop knows whether they were entered. Of colleagues' wells it has few. */
  'wells.daysHeld': method(
    z.strictObject({ wellId: uuidSchema, until: daySchema }),
    z.int().min(0).max(MOST_DAYS),
  ),
  /** Daily volumes as the office has them now, days before those of this laptop included. Null without a network. */
  'wells.series': method(
    z.strictObject({ wellId: uuidSchema, from: daySchema, to: daySchema }),
    productionSeriesSchema.nullable(),
  ),
} as const;
