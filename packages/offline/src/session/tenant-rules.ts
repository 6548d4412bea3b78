import {
  DEFAULT_SERVICE_INTERVALS,
  DEFAULT_VARIANCE_THRESHOLD_PERCENT,
  tenantSettingsSchema,
  type TenantSettings,
} from '@wellpulse/contracts';
import { storedJson } from '../lib/stored-json.ts';

/** The tenant's settings as the device knows them; the defaults until they were read once. */
export function tenantRules(device: {
  readonly tenant_name: string;
  readonly time_zone: string;
  readonly settings: string | null;
}): TenantSettings {
  const known = tenantSettingsSchema.safeParse(storedJson(device.settings ?? 'null'));
  if (known.success) return known.data;
  return {
    name: device.tenant_name,
    timeZone: device.time_zone,
    conflictPolicy: 'LAST_WRITE_WINS',
    varianceThresholdPercent: DEFAULT_VARIANCE_THRESHOLD_PERCENT,
    serviceIntervals: DEFAULT_SERVICE_INTERVALS,
    version: 1,
    updatedAt: '1970-01-01T00:00:00.000Z',
  };
}
