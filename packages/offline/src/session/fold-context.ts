import type { Db } from '../database/kysely-on.ts';
import { requireDevice } from './device-store.ts';
import type { FoldContext } from '../fold/refold.ts';
import { tenantRules } from './tenant-rules.ts';

/** What folding needs to know of the tenant and the device. */
export async function foldContext(db: Db): Promise<FoldContext> {
  const device = await requireDevice(db);
  return { settings: tenantRules(device), platform: device.platform };
}
