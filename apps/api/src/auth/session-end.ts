import { deviceStatus, refusalOfEnded } from '@wellpulse/domain';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

/** What the holder of an ended session is told. */
export async function problemOfEnded(db: TenantDb, sessionId: string): Promise<ProblemError> {
  const session = await db
    .selectFrom('sessions')
    .innerJoin('devices', 'devices.id', 'sessions.device_id')
    .select(['ended_because', 'revoked_at as revokedAt', 'retired_at as retiredAt', 'wiped_at as wipedAt'])
    .where('sessions.id', '=', sessionId)
    .executeTakeFirst();
  const device = session === undefined ? null : deviceStatus(session);
  return new ProblemError(refusalOfEnded(session?.ended_because ?? null, device));
}
