import type { TenantSettings } from '@wellpulse/contracts';

/**
 * The version that a form of some of the settings is based on: the newest one, as long as nobody has changed those that it
 * holds. Saving one form must not make the other one stale.
 */
export function formVersion(
  base: TenantSettings,
  current: TenantSettings,
  fields: readonly (keyof TenantSettings)[],
): number {
  const isUntouched = fields.every((field) => JSON.stringify(base[field]) === JSON.stringify(current[field]));
  return isUntouched ? current.version : base.version;
}
