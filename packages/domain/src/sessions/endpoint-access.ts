/** Who may call which route: by role, and on a device's session only what is open to devices. */
import { mayAccess, type EndpointDefinition, type ProblemCode, type Role } from '@wellpulse/contracts';

/** `ROLE`: it is not open to the person. `DEVICE_READS_ONLY`: on a device the person may only look. */
export type AccessRefusal = 'ROLE' | 'DEVICE_READS_ONLY';

/**
 * Why a person may not call a route; null if they may. `deviceId` is the device of their session, null for none.
 *
 * @example
 * accessRefusal({ method: 'POST', access: 'ENTER' }, { role: 'VIEWER', deviceId: null }); // 'ROLE'
 */
export function accessRefusal(
  { access, method, forDevices }: Pick<EndpointDefinition, 'access' | 'method' | 'forDevices'>,
  { role, deviceId }: { readonly role: Role; readonly deviceId: string | null },
): AccessRefusal | null {
  if (deviceId !== null && forDevices === 'WHATEVER_ROLE') return null;
  if (!mayAccess(role, access)) return 'ROLE';
  return deviceId !== null && method !== 'GET' && forDevices === undefined ? 'DEVICE_READS_ONLY' : null;
}

/**
 * Why a session may not speak for a device; null if it is that device's own. Only a device itself asks what became of its numbers.
 *
 * @param sessionDeviceId null for a session that no device holds
 * @example
 * otherDeviceRefusal('truck', null); // 'DEVICE_MISMATCH'
 */
export const otherDeviceRefusal = (
  deviceId: string,
  sessionDeviceId: string | null,
): Extract<ProblemCode, 'DEVICE_MISMATCH'> | null =>
  deviceId === sessionDeviceId ? null : 'DEVICE_MISMATCH';
