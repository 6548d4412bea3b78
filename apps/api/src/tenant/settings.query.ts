import type { TenantSettings } from '@wellpulse/contracts';
import type { TenantDb } from '../tenancy/tenant-databases.ts';
import { toSettings } from '../write-path/rows.ts';

/** The tenant's settings as its own database has them: the ones that decide. */
export async function readSettings(db: TenantDb): Promise<TenantSettings> {
  return toSettings(await db.selectFrom('tenant_settings').selectAll().executeTakeFirstOrThrow());
}
