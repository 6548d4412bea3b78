import type { TenantSettings } from '@wellpulse/contracts';
import { dayInZone } from '@wellpulse/domain';
import type { Clock } from '../config/clock.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { toSettings } from '../write-path/records.ts';

/** The tenant's settings as its own database has them: the ones that decide. */
export async function readSettings(db: TenantDb): Promise<TenantSettings> {
  return toSettings(await db.selectFrom('tenant_settings').selectAll().executeTakeFirstOrThrow());
}

/** Which day it is in the tenant's time zone. */
export async function readToday(db: TenantDb, clock: Clock): Promise<string> {
  return dayInZone(clock.now(), (await readSettings(db)).timeZone);
}
