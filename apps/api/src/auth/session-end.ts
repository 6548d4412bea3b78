import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

/**
 * What the holder of an ended session is told. A device that was revoked, or has retired, has to know, since signing in alone would not
 * help it; once it is registered again, signing in does.
 */
export async function problemOfEnded(db: TenantDb, sessionId: string): Promise<ProblemError> {
  const revoked = await db
    .selectFrom('sessions')
    .innerJoin('devices', 'devices.id', 'sessions.device_id')
    .select('devices.id')
    .where('sessions.id', '=', sessionId)
    .where('ended_because', '=', 'DEVICE_REVOKED')
    .where((where) => where.or([where('revoked_at', 'is not', null), where('wiped_at', 'is not', null)]))
    .executeTakeFirst();
  return new ProblemError(revoked === undefined ? 'UNAUTHENTICATED' : 'DEVICE_REVOKED');
}
