/** Which devices there are, what proves them, and the keys that people have on them. */
import { FORMER_KEY_DAYS, type DevicePlatform } from '@wellpulse/contracts';

interface Entry {
  readonly platform: DevicePlatform;
  readonly secret: string;
  isRevoked: boolean;
}

interface Key {
  readonly bytes: Uint8Array;
  replacedAt: number | null;
}

const FORMER_KEY_MS = FORMER_KEY_DAYS * 86_400_000;

export class DeviceRegistry {
  readonly #devices = new Map<string, Entry>();
  /** By device and person, the present one last. */
  readonly #keys = new Map<string, Key[]>();

  /** False if the device is known by another secret. */
  proves(deviceId: string, secret: string): boolean {
    return (this.#devices.get(deviceId)?.secret ?? secret) === secret;
  }

  register(deviceId: string, platform: DevicePlatform, secret: string): void {
    this.#devices.set(deviceId, { platform, secret, isRevoked: false });
  }

  issue(deviceId: string, userId: string, bytes: Uint8Array, now: number): void {
    const place = `${deviceId} ${userId}`;
    const former = this.#keys.get(place) ?? [];
    for (const key of former) key.replacedAt ??= now;
    this.#keys.set(place, [...former, { bytes, replacedAt: null }]);
  }

  revoke(deviceId: string): void {
    const device = this.#devices.get(deviceId);
    if (device === undefined) return;
    device.isRevoked = true;
    for (const place of this.#keys.keys()) if (place.startsWith(`${deviceId} `)) this.#keys.delete(place);
  }

  isActive(deviceId: string): boolean {
    return this.#devices.get(deviceId)?.isRevoked === false;
  }

  platformOf(deviceId: string): DevicePlatform | undefined {
    return this.#devices.get(deviceId)?.platform;
  }

  /** The keys that are good for what arrives now. */
  keysOf(deviceId: string, userId: string, now: number): Uint8Array[] {
    return (this.#keys.get(`${deviceId} ${userId}`) ?? [])
      .filter(({ replacedAt }) => replacedAt === null || now - replacedAt < FORMER_KEY_MS)
      .map(({ bytes }) => bytes);
  }

  /** Whose keys there are on a device. */
  peopleOn(deviceId: string): string[] {
    return [...this.#keys.keys()].flatMap((place) =>
      place.startsWith(`${deviceId} `) ? [place.slice(deviceId.length + 1)] : [],
    );
  }
}
