import { z } from 'zod';
import { daySchema, uuidSchema } from '../fields/fields.ts';
import { wellStatusSchema } from '../wells/well.fields.ts';
import { productionRecordSchema } from './production.ts';

const previousDay = productionRecordSchema.pick({
  oilVolume: true,
  gasVolume: true,
  waterVolume: true,
  estimatedFrom: true,
});

/** A well on the day sheet: its record of the day, its volumes of the day before, and those that were measured last. */
export const daySheetRowSchema = z.object({
  wellId: uuidSchema,
  wellName: z.string(),
  route: z.string().nullable(),
  routePosition: z.int().nullable(),
  wellStatus: wellStatusSchema,
  takesReading: z.boolean().meta({ description: 'False on days after the well was plugged' }),
  record: productionRecordSchema.nullable(),
  previous: previousDay
    .nullable()
    .meta({ description: 'The volumes of the day before, and whether they are an estimate' }),
  last: previousDay.omit({ estimatedFrom: true }).nullable().meta({
    description: 'The volumes that were measured last in the 31 days before; null where none was',
  }),
});
export type DaySheetRow = z.infer<typeof daySheetRowSchema>;

/** The day sheet: a line for each well of a route. */
export const daySheetSchema = z
  .object({ date: daySchema, items: z.array(daySheetRowSchema), nextCursor: z.null() })
  .meta({ id: 'DaySheet' });
export type DaySheet = z.infer<typeof daySheetSchema>;
