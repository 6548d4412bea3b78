/** Whether a device is in use, on its way out, or gone. */
import type { Device, DeviceStatus } from '@wellpulse/contracts';

/**
 * The status of a device. A device that was revoked is so until somebody registers it again, whatever it was before.
 *
 * @example
 * deviceStatus({ revokedAt: null, retiredAt: '2025-10-20T12:00:00.000Z', wipedAt: null }); // 'RETIRING'
 */
export function deviceStatus({
  revokedAt,
  retiredAt,
  wipedAt,
}: Pick<Device, 'revokedAt' | 'retiredAt' | 'wipedAt'>): DeviceStatus {
  if (revokedAt !== null) return 'REVOKED';
  if (wipedAt !== null) return 'RETIRED';
  return retiredAt === null ? 'ACTIVE' : 'RETIRING';
}

/** Whether a device of this status sends nothing any more. */
export const hasEnded = (status: DeviceStatus): boolean => status === 'REVOKED' || status === 'RETIRED';
