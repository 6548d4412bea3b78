/**
 * The lineage of a tenant's log. A new one begins when the server was put back to an older state (docs/sync-protocol.md,
 * "Lineage").
 */
import { z } from 'zod';

/** Event payloads; the aggregate is the tenant. */
export const lineageBegunPayload = z.strictObject({
  number: z.int().min(1),
  /** From now on no record gets a version below this, so that no version names two states. */
  versionFloor: z.int().min(1),
});
/** A manager says that no device will bring any more of what was lost. */
export const lineageClosedPayload = z.strictObject({});
