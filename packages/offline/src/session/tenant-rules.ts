import {
  DEFAULT_SERVICE_INTERVALS,
  DEFAULT_VARIANCE_THRESHOLD_PERCENT,
  tenantSettingsSchema,
  type TenantSettings,
} from '@wellpulse/contracts';
import { storedObject } from '../lib/stored-json.ts';

/**
 * The tenant's settings as the device knows them; the defaults until they were read once. App and server may be of different versions:
 * a setting that one of them does not know leaves the others as they are.
 */
export function tenantRules(device: {
  readonly tenant_name: string;
  readonly time_zone: string;
  readonly settings: string | null;
}): TenantSettings {
  const known: Readonly<Record<string, unknown>> = { ...storedObject(device.settings ?? '{}') };
  const rules: TenantSettings = {
    name: device.tenant_name,
    timeZone: device.time_zone,
    conflictPolicy: 'LAST_WRITE_WINS',
    varianceThresholdPercent: DEFAULT_VARIANCE_THRESHOLD_PERCENT,
    serviceIntervals: DEFAULT_SERVICE_INTERVALS,
    webDevices: true,
    version: 1,
    updatedAt: '1970-01-01T00:00:00.000Z',
  };
  const read = Object.entries(tenantSettingsSchema.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(known[name]);
    return value.success ? [[name, value.data]] : [];
  });
  // Each value is of its own setting's type.
  return { ...rules, ...(Object.fromEntries(read) as Partial<TenantSettings>) };
}
