import { ProblemError } from '../http/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

/**
 * What whoever holds an ended session is told. A device that was revoked has to know, since signing in alone would not
 * help it; once it is registered again, signing in does.
 */
export async function problemOfEnded(db: TenantDb, sessionId: string): Promise<ProblemError> {
  const revoked = await db
    .selectFrom('sessions')
    .innerJoin('devices', 'devices.id', 'sessions.device_id')
    .select('devices.id')
    .where('sessions.id', '=', sessionId)
    .where('ended_because', '=', 'DEVICE_REVOKED')
    .where('revoked_at', 'is not', null)
    .executeTakeFirst();
  return new ProblemError(revoked === undefined ? 'UNAUTHENTICATED' : 'DEVICE_REVOKED');
}
