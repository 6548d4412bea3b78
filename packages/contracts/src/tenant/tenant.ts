import { z } from 'zod';
import { serviceIntervalsSchema, type ServiceIntervals } from '../maintenance/maintenance.ts';
import { hasTwoDecimals, text, timeZoneSchema, TWO_DECIMALS_MESSAGE, versionSchema } from '../fields.ts';

/** The tenant's short name, typed at sign-in. */
export const tenantSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'Must be 2 to 40 letters, digits or dashes, such as acme');

export const TENANT_STATUSES = ['TRIAL', 'ACTIVE', 'SUSPENDED'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

/** What happens when two devices wrote the same value (docs/sync-protocol.md, "Conflicts"). */
export const CONFLICT_POLICIES = ['LAST_WRITE_WINS', 'PROMPT'] as const;
export const conflictPolicySchema = z.enum(CONFLICT_POLICIES);
export type ConflictPolicy = z.infer<typeof conflictPolicySchema>;

export const DEFAULT_TIME_ZONE = 'America/Chicago';
export const DEFAULT_VARIANCE_THRESHOLD_PERCENT = 20;

/** A start for a new tenant; each operator sets its own. A repaired item begins its routine interval anew. */
export const DEFAULT_SERVICE_INTERVALS: ServiceIntervals = {
  PUMP_JACK: { ROUTINE: 90, REPAIR: 90, INSPECTION: 180 },
  TANK: { ROUTINE: 365, REPAIR: 365, INSPECTION: 365 },
  SEPARATOR: { ROUTINE: 180, REPAIR: 180, INSPECTION: 365 },
  HEATER_TREATER: { ROUTINE: 180, REPAIR: 180, INSPECTION: 365 },
  COMPRESSOR: { ROUTINE: 60, REPAIR: 60, INSPECTION: 180 },
  ESP: { ROUTINE: 180, REPAIR: 180, INSPECTION: 365 },
  METER: { ROUTINE: 180, REPAIR: 180, INSPECTION: 180 },
  FLOWLINE: { ROUTINE: 365, REPAIR: 365, INSPECTION: 180 },
  VALVE: { ROUTINE: 365, REPAIR: 365, INSPECTION: 365 },
};

const settingsFields = {
  name: text(120, 1),
  timeZone: timeZoneSchema,
  conflictPolicy: conflictPolicySchema,
  varianceThresholdPercent: z
    .number()
    .min(1)
    .max(1000)
    .refine(hasTwoDecimals, TWO_DECIMALS_MESSAGE)
    .meta({ description: 'A change of more than this against the day before raises an alert' }),
  serviceIntervals: serviceIntervalsSchema.meta({
    description:
      'Days between services by equipment type and maintenance type, where an item has none of its own',
  }),
};

export const tenantSettingsSchema = z
  .object({ ...settingsFields, version: versionSchema, updatedAt: z.string() })
  .meta({ id: 'TenantSettings' });
export type TenantSettings = z.infer<typeof tenantSettingsSchema>;

export const tenantSettingsUpdateSchema = z
  .object(settingsFields)
  .partial()
  .extend({ version: versionSchema });
export type TenantSettingsUpdate = z.infer<typeof tenantSettingsUpdateSchema>;

/** Event payloads. `TENANT_CREATED` is the first event of every log. */
export const tenantCreatedPayload = z.strictObject({
  ...settingsFields,
  // Tenants from before equipment was tracked start with the defaults too.
  serviceIntervals: settingsFields.serviceIntervals.default(DEFAULT_SERVICE_INTERVALS),
});
export const tenantSettingsUpdatedPayload = z.strictObject(settingsFields).partial();
