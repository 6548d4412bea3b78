/** Which devices there are, with their keys, and who is known to have used them. */
import type { DevicePlatform } from '@wellpulse/contracts';
import type { SigningDevice } from '@wellpulse/domain';

interface Entry {
  readonly platform: DevicePlatform;
  key: Uint8Array;
  isRevoked: boolean;
  readonly userIds: Set<string>;
}

export class DeviceRegistry {
  readonly #devices = new Map<string, Entry>();

  register(deviceId: string, platform: DevicePlatform, key: Uint8Array, userId: string): void {
    const userIds = this.#devices.get(deviceId)?.userIds ?? new Set<string>();
    this.#devices.set(deviceId, { platform, key, isRevoked: false, userIds: userIds.add(userId) });
  }

  revoke(deviceId: string): void {
    const device = this.#devices.get(deviceId);
    if (device !== undefined) device.isRevoked = true;
  }

  isActive(deviceId: string): boolean {
    return this.#devices.get(deviceId)?.isRevoked === false;
  }

  noteUser(deviceId: string, userId: string): void {
    this.#devices.get(deviceId)?.userIds.add(userId);
  }

  usedBy(userId: string): Set<string> {
    return new Set([...this.#devices].flatMap(([id, { userIds }]) => (userIds.has(userId) ? [id] : [])));
  }

  signing(): Map<string, SigningDevice> {
    return new Map(
      [...this.#devices].map(([id, { platform, key, isRevoked }]) => [
        id,
        { platform, key: isRevoked ? null : key },
      ]),
    );
  }
}
