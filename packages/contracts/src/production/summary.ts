import { z } from 'zod';

/** Volumes of several days: oil and water in bbl, gas in MCF. */
const amounts = z.object({
  oilVolume: z.number().nullable(),
  gasVolume: z.number().nullable(),
  waterVolume: z.number().nullable(),
});
export type Amounts = z.infer<typeof amounts>;

const ratios = {
  waterCutPercent: z.number().nullable().meta({
    description: 'Water as a share of oil and water, of the days that have both; null without liquid',
  }),
  gasOilRatio: z
    .number()
    .nullable()
    .meta({ description: 'Standard cubic feet of gas per barrel of oil; null without oil' }),
};

const dayRate = z.object({ productionDate: z.string(), oilVolume: z.number() });

/** The volumes of one period, and of how many days. */
export const summaryPeriodSchema = z.object({
  from: z.string().meta({ description: 'First day of the period; weeks start on Monday' }),
  to: z.string(),
  days: z.int(),
  totals: amounts,
  ...ratios,
});
export type SummaryPeriod = z.infer<typeof summaryPeriodSchema>;

/** A well's production of some periods, and since its first entry. */
export const productionSummarySchema = z
  .object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    days: z.int().meta({ description: 'Days with a record' }),
    estimatedDays: z.int().meta({ description: 'Those of them that are a share of a month' }),
    daysOn: z.int().meta({ description: 'Days on which anything was produced' }),
    totals: amounts,
    averages: amounts.meta({ description: 'Per day measured' }),
    cumulative: amounts.meta({ description: 'From the first record until the end of the range' }),
    bestDay: dayRate.nullable().meta({ description: 'The measured day with the most oil' }),
    worstDay: dayRate.nullable().meta({ description: 'The measured day on production with the least oil' }),
    ...ratios,
    periods: z.array(summaryPeriodSchema),
  })
  .meta({ id: 'ProductionSummary' });
export type ProductionSummary = z.infer<typeof productionSummarySchema>;

/** Daily values in columns: as small as JSON can carry ten years of a chart. */
export const productionSeriesSchema = z
  .object({
    dates: z.array(z.string()),
    oilVolume: z.array(z.number().nullable()),
    gasVolume: z.array(z.number().nullable()),
    waterVolume: z.array(z.number().nullable()),
    estimatedDates: z.array(z.string()).meta({ description: 'Those of `dates` that are a share of a month' }),
  })
  .meta({ id: 'ProductionSeries' });
export type ProductionSeries = z.infer<typeof productionSeriesSchema>;
