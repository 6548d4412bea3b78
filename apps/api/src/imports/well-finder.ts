/** The tenant's wells, by which the rows of a file are read. */
import type { ImportMapping } from '@wellpulse/contracts';
import { wellFinder, type WellFinder } from '@wellpulse/domain';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

export async function loadWellFinder(db: TenantDb, by: ImportMapping['well']['by']): Promise<WellFinder> {
  const wells = await db
    .selectFrom('wells')
    .select(['id', 'name', 'api_number as apiNumber'])
    .where('deleted_at', 'is', null)
    .execute();
  return wellFinder(wells, by);
}
