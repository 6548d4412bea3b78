/** Finds the well that a row of a file means: by name, API number or id. */
import { canonicalApiNumber, type ImportMapping } from '@wellpulse/contracts';
import { searchKey, type WellFinder } from '@wellpulse/domain';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

export async function loadWellFinder(db: TenantDb, by: ImportMapping['well']['by']): Promise<WellFinder> {
  const wells = await db
    .selectFrom('wells')
    .select(['id', 'name', 'api_number'])
    .where('deleted_at', 'is', null)
    .execute();
  const keyOf = { NAME: 'name', API_NUMBER: 'api_number', ID: 'id' } as const;
  // Systems write the same name, and the same number, in different ways.
  const normalise = by === 'API_NUMBER' ? canonicalApiNumber : searchKey;
  const byKey = Map.groupBy(wells, (well) => normalise(well[keyOf[by]]));
  return (text) => {
    const [well, another] = byKey.get(normalise(text)) ?? [];
    if (well === undefined) return { ok: false, code: 'WELL_UNKNOWN', reason: 'There is no such well' };
    if (another !== undefined) {
      return { ok: false, code: 'WELL_AMBIGUOUS', reason: 'Several wells have this name; map by API number' };
    }
    return { ok: true, wellId: well.id };
  };
}
