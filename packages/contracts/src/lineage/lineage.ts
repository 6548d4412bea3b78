/**
 * The lineage of a tenant's log. A new one begins when the server was put back to an older state (docs/sync-protocol.md,
 * "Lineage").
 */
import { z } from 'zod';
import { instantSchema, uuidSchema } from '../fields/fields.ts';

/** What showed that the server was put back: a device's mark of the log, the server's own, or the command for it. */
export const LINEAGE_CAUSES = ['DEVICE', 'STORAGE', 'COMMAND'] as const;
export const lineageCauseSchema = z.enum(LINEAGE_CAUSES);
export type LineageCause = z.infer<typeof lineageCauseSchema>;

/** Event payloads; the aggregate is the tenant. */
export const lineageBegunPayload = z.strictObject({
  number: z.int().min(1),
  /** From now on no record gets a version below this, so that no version names two states. */
  versionFloor: z.int().min(1),
  /** Logs of before hold none. */
  cause: lineageCauseSchema.optional(),
  /** The device whose mark showed it, and whose session brought that. */
  deviceId: uuidSchema.optional(),
  userId: uuidSchema.optional(),
});
export type LineageBegun = z.infer<typeof lineageBegunPayload>;
/** A manager says that no device will bring any more of what was lost. */
export const lineageClosedPayload = z.strictObject({});

/** The newest lineage: when the server was found put back, and whether entries still wait for what was lost. */
export const lineageSchema = z
  .object({
    number: z.int().min(1),
    begunAt: instantSchema,
    cause: lineageCauseSchema.nullable().meta({ description: 'Null in logs of before it was kept' }),
    isOpen: z.boolean().meta({ description: 'Whether an entry waits for what it rests on and was lost' }),
    waitsUntil: instantSchema.meta({ description: 'When that ends by itself' }),
    closedAt: instantSchema.nullable(),
    closedByName: z.string().nullable().meta({ description: 'Who said that no device brings any more' }),
  })
  .meta({ id: 'Lineage' });
export type Lineage = z.infer<typeof lineageSchema>;
