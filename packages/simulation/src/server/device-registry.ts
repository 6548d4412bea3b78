/** Which devices there are, what proves them, and the keys that people have on them. */
import type { DevicePlatform } from '@wellpulse/contracts';
import { deviceProofRefusal, endedKey, isGoodKey, replacedKey, type KeyEnd } from '@wellpulse/domain';

interface Entry {
  readonly registeredBy: string;
  readonly platform: DevicePlatform;
  readonly secret: string;
  isRevoked: boolean;
}

interface Key extends KeyEnd {
  readonly bytes: Uint8Array;
}

/** What a backup holds of devices and keys. */
export interface RegistryState {
  readonly devices: ReadonlyMap<string, Entry>;
  readonly keys: ReadonlyMap<string, readonly Key[]>;
}

export class DeviceRegistry {
  #devices = new Map<string, Entry>();
  /** By device and person, the present one last. */
  #keys = new Map<string, Key[]>();

  backUp(): RegistryState {
    return { devices: copyOf(this.#devices), keys: copyOf(this.#keys) };
  }

  putBack({ devices, keys }: RegistryState): void {
    this.#devices = copyOf(devices);
    this.#keys = copyOf(keys) as Map<string, Key[]>;
  }

  proofRefusal(deviceId: string, userId: string, secret: string): ReturnType<typeof deviceProofRefusal> {
    const known = this.#devices.get(deviceId) ?? null;
    return deviceProofRefusal(known, { userId, matches: (kept) => kept === secret });
  }

  register(deviceId: string, userId: string, platform: DevicePlatform, secret: string): void {
    const registeredBy = this.#devices.get(deviceId)?.registeredBy ?? userId;
    this.#devices.set(deviceId, { registeredBy, platform, secret, isRevoked: false });
  }

  issue(deviceId: string, userId: string, bytes: Uint8Array, now: number): void {
    const place = `${deviceId} ${userId}`;
    const former = (this.#keys.get(place) ?? []).map((key) => replacedKey(key, instantOf(now)));
    this.#keys.set(place, [...former, { bytes, replacedAt: null, endedAt: null }]);
  }

  revoke(deviceId: string, now: number): void {
    const device = this.#devices.get(deviceId);
    if (device === undefined) return;
    device.isRevoked = true;
    for (const [place, keys] of this.#keys)
      if (place.startsWith(`${deviceId} `))
        this.#keys.set(
          place,
          keys.map((key) => endedKey(key, instantOf(now))),
        );
  }

  isActive(deviceId: string): boolean {
    return this.#devices.get(deviceId)?.isRevoked === false;
  }

  platformOf(deviceId: string): DevicePlatform | undefined {
    return this.#devices.get(deviceId)?.platform;
  }

  /** The keys that are good for what arrives now. */
  keysOf(deviceId: string, userId: string, now: number): Uint8Array[] {
    return this.#keysThat((key) => isGoodKey(key, instantOf(now)), deviceId, userId);
  }

  /** Those that are good no more: they tell what waits for its author. */
  endedKeysOf(deviceId: string, userId: string, now: number): Uint8Array[] {
    return this.#keysThat((key) => !isGoodKey(key, instantOf(now)), deviceId, userId);
  }

  /** Whose keys there are on a device that have not ended. */
  peopleOn(deviceId: string): string[] {
    return [...this.#keys].flatMap(([place, keys]) =>
      place.startsWith(`${deviceId} `) && keys.some(({ endedAt }) => endedAt === null)
        ? [place.slice(deviceId.length + 1)]
        : [],
    );
  }

  #keysThat(isMeant: (key: Key) => boolean, deviceId: string, userId: string): Uint8Array[] {
    return (this.#keys.get(`${deviceId} ${userId}`) ?? []).filter(isMeant).map(({ bytes }) => bytes);
  }
}

const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

const copyOf = <Value>(map: ReadonlyMap<string, Value>): Map<string, Value> => structuredClone(new Map(map));
