import { z } from 'zod';
import { daySchema, uuidSchema } from '../fields.ts';
import { wellStatusSchema } from '../wells/well.fields.ts';
import { productionRecordSchema } from './production.ts';

const previousDay = productionRecordSchema.pick({ oilVolume: true, gasVolume: true, waterVolume: true });

export const daySheetRowSchema = z.object({
  wellId: uuidSchema,
  wellName: z.string(),
  route: z.string().nullable(),
  routePosition: z.int().nullable(),
  wellStatus: wellStatusSchema,
  record: productionRecordSchema.nullable(),
  previous: previousDay.nullable().meta({ description: 'The volumes of the day before' }),
});
export type DaySheetRow = z.infer<typeof daySheetRowSchema>;

export const daySheetSchema = z
  .object({ date: daySchema, items: z.array(daySheetRowSchema), nextCursor: z.null() })
  .meta({ id: 'DaySheet' });
export type DaySheet = z.infer<typeof daySheetSchema>;
