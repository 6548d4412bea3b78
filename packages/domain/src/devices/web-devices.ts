/** A browser encrypts no database, so a company may keep its wells out of browsers (ADR 116). */
import type { DevicePlatform, ProblemCode, TenantSettings } from '@wellpulse/contracts';

/**
 * Why a device of this platform may neither be registered nor sync; null if it may. The setting counts at once, and for browsers that
 * were registered before.
 *
 * @param platform null for whoever is at no device, such as on the dashboard
 * @example
 * webDeviceRefusal('WEB', { webDevices: false }); // 'WEB_DEVICES_FORBIDDEN'
 */
export const webDeviceRefusal = (
  platform: DevicePlatform | null,
  { webDevices }: Pick<TenantSettings, 'webDevices'>,
): Extract<ProblemCode, 'WEB_DEVICES_FORBIDDEN'> | null =>
  platform === 'WEB' && !webDevices ? 'WEB_DEVICES_FORBIDDEN' : null;
