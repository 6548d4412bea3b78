import type { Db } from '../database/kysely-on.ts';
import { requireDevice } from './device-store.ts';
import type { ProjectionContext } from '../local-projection/reproject.ts';
import { tenantRules } from './tenant-rules.ts';

/** What the local projection needs to know of the tenant and the device. */
export async function projectionContext(db: Db): Promise<ProjectionContext> {
  const device = await requireDevice(db);
  return { settings: tenantRules(device), platform: device.platform };
}
