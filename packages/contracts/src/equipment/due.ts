import { z } from 'zod';

/** `OVERDUE`: the day has passed; `DUE_SOON`: it is within the next 14 days, today included. */
export const DUE_STATUSES = ['OVERDUE', 'DUE_SOON', 'SCHEDULED'] as const;
export const dueStatusSchema = z.enum(DUE_STATUSES);
export type DueStatus = z.infer<typeof dueStatusSchema>;
/** A service counts as due soon within so many days. */
export const DUE_SOON_DAYS = 14;
