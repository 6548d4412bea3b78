import { z } from 'zod';
import { filledShape, valueShape } from '../fields/field-catalogue.ts';
import { versionSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';
import { SETTINGS_FIELDS } from './tenant.fields.ts';

/** The tenant's short name, typed at sign-in. */
export const tenantSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, message('notASlug'));

/** `SUSPENDED`: nobody of the tenant can sign in. */
export const TENANT_STATUSES = ['TRIAL', 'ACTIVE', 'SUSPENDED'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

/** The time zone of a new tenant. */
export const DEFAULT_TIME_ZONE = 'America/Chicago';
/** The threshold of a new tenant's alerts, in percent. */
export const DEFAULT_VARIANCE_THRESHOLD_PERCENT = 20;

/** What a tenant's managers set for all of its users. */
export const tenantSettingsSchema = z
  .object({ ...valueShape(SETTINGS_FIELDS), version: versionSchema, updatedAt: z.string() })
  .meta({ id: 'TenantSettings' });
export type TenantSettings = z.infer<typeof tenantSettingsSchema>;

/** New settings. What is left out stays as it is. */
export const tenantSettingsUpdateSchema = z
  .object(valueShape(SETTINGS_FIELDS))
  .partial()
  .extend({ version: versionSchema });
export type TenantSettingsUpdate = z.infer<typeof tenantSettingsUpdateSchema>;

/** Event payloads. `TENANT_CREATED` is the first event of every log. */
export const tenantCreatedPayload = z.strictObject(filledShape(SETTINGS_FIELDS));
export const tenantSettingsUpdatedPayload = z.strictObject(valueShape(SETTINGS_FIELDS)).partial();
