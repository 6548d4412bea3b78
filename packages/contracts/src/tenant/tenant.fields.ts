import { z } from 'zod';
import { codeField, numberField, textField, type FieldCatalogue } from '../fields/field-catalogue.ts';
import { hasTwoDecimals, timeZoneSchema } from '../fields/fields.ts';
import { serviceIntervalsSchema, type ServiceIntervals } from '../maintenance/maintenance.ts';
import { message } from '../messages/messages.ts';

/** What happens when two devices wrote the same value (docs/sync-protocol.md, "Conflicts"). */
export const CONFLICT_POLICIES = ['LAST_WRITE_WINS', 'PROMPT'] as const;
export const conflictPolicySchema = z.enum(CONFLICT_POLICIES);
export type ConflictPolicy = z.infer<typeof conflictPolicySchema>;

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

/** Settings change in the office alone, where a second change is refused and not merged. Nobody exports them. */
const value = { part: 'VALUE', nullable: false, contested: false, exported: false } as const;

/** What a tenant's administrators set for all of its users. */
export const SETTINGS_FIELDS = {
  name: { ...textField(120, 1), ...value },
  timeZone: { kind: 'TEXT', schema: timeZoneSchema, ...value },
  conflictPolicy: { ...codeField(conflictPolicySchema), ...value },
  varianceThresholdPercent: {
    ...numberField(
      z
        .number()
        .min(1)
        .max(1000)
        .refine(hasTwoDecimals, message('moreDecimals'))
        .meta({ description: 'A change of more than this against the day before raises an alert' }),
      '%',
    ),
    ...value,
  },
  serviceIntervals: {
    kind: 'STRUCTURE',
    schema: serviceIntervalsSchema.meta({
      description:
        'Days between services by equipment type and maintenance type, where an item has none of its own',
    }),
    ...value,
    // Tenants from before equipment was tracked start with them too.
    initial: DEFAULT_SERVICE_INTERVALS,
  },
  webDevices: {
    kind: 'FLAG',
    schema: z.boolean().meta({ description: 'Whether the app of the phone may be used in a browser' }),
    ...value,
    // Nobody had forbidden it before it could be forbidden.
    initial: true,
  },
} as const satisfies FieldCatalogue;
