/** Conflicts: both sides, choosing, and restoring what gave way. */
import { conflictResolveSchema, conflictSchema, uuidSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { method } from './method.ts';
import { cursorSchema } from './sync.ts';

/** `ShownConflict` of the domain. */
const shownConflictSchema = conflictSchema
  .omit({ reason: true, sequence: true })
  .partial({ baseVersion: true, baseData: true, settledData: true });

const lineSchema = z.object({
  conflict: shownConflictSchema,
  /** The rules settled it since the person looked. */
  isNew: z.boolean(),
  /** Whether the person may choose: a manager, and who made one of the two sides. */
  mayChoose: z.boolean(),
  /** Whether what gave way by the rules can be restored from here, as a new change. */
  mayUndo: z.boolean(),
});
export type ConflictLine = z.infer<typeof lineSchema>;

export const CONFLICT_METHODS = {
  /** Open ones first. */
  'conflicts.list': method(
    z.strictObject({ isOpen: z.boolean(), after: cursorSchema }),
    z.object({ items: z.array(lineSchema), next: cursorSchema }),
  ),
  /** How many the rules settled since the person looked. */
  'conflicts.news': method(z.strictObject({}), z.int()),
  'conflicts.looked': method(z.strictObject({}), z.null()),
  'conflicts.resolve': method(
    z.strictObject({ conflictId: uuidSchema, decision: conflictResolveSchema }),
    z.object({ refused: z.object({ code: z.string(), detail: z.string().nullable() }).nullable() }),
  ),
  'conflicts.undo': method(
    z.strictObject({ conflictId: uuidSchema }),
    z.object({ refused: z.object({ code: z.string(), detail: z.string().nullable() }).nullable() }),
  ),
} as const;
