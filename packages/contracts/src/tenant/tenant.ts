import { z } from 'zod';
import { serviceIntervalsSchema, type ServiceIntervals } from '../maintenance/maintenance.ts';
import { hasTwoDecimals, text, timeZoneSchema, versionSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';

/** The tenant's short name, typed at sign-in. */
export const tenantSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, message('notASlug'));

/** `SUSPENDED`: nobody of the tenant can sign in. */
export const TENANT_STATUSES = ['TRIAL', 'ACTIVE', 'SUSPENDED'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

/** What happens when two devices wrote the same value (docs/sync-protocol.md, "Conflicts"). */
export const CONFLICT_POLICIES = ['LAST_WRITE_WINS', 'PROMPT'] as const;
export const conflictPolicySchema = z.enum(CONFLICT_POLICIES);
export type ConflictPolicy = z.infer<typeof conflictPolicySchema>;

/** The time zone of a new tenant. */
export const DEFAULT_TIME_ZONE = 'America/Chicago';
/** The threshold of a new tenant's alerts, in percent. */
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
    .refine(hasTwoDecimals, message('moreDecimals'))
    .meta({ description: 'A change of more than this against the day before raises an alert' }),
  serviceIntervals: serviceIntervalsSchema.meta({
    description:
      'Days between services by equipment type and maintenance type, where an item has none of its own',
  }),
};

/** What a tenant's managers set for all of its users. */
export const tenantSettingsSchema = z
  .object({ ...settingsFields, version: versionSchema, updatedAt: z.string() })
  .meta({ id: 'TenantSettings' });
export type TenantSettings = z.infer<typeof tenantSettingsSchema>;

/** New settings. What is left out stays as it is. */
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
