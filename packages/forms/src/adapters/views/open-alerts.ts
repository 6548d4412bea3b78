import { alertRecordSchema, type Alert } from '@wellpulse/contracts';
import type { OfflineClient } from '@wellpulse/offline';

/**
 * The open alerts, newest first, as the office raised them. Devices acknowledge none: the protocol has no entry for it.
 *
 * @example
 * const groups = groupAlerts(await openAlerts(client));
 */
export async function openAlerts({ records }: Pick<OfflineClient, 'records'>): Promise<Alert[]> {
  const alerts: Alert[] = [];
  for await (const row of records.alerts()) {
    const well = await records.well(row.wellId);
    if (well !== undefined) alerts.push({ ...alertRecordSchema.parse(row), wellName: well.name });
  }
  return alerts.reverse();
}
