/** How a world is put together. The variants put broken parts in, and the simulation has to notice. */
import { repairingDriver } from '@wellpulse/offline';
import { SOUND_PARTS, type ServerParts } from '../server/server-parts.ts';
import type { DeviceInput } from './simulated-device.ts';

export interface Wiring {
  readonly server: ServerParts;
  readonly openDatabase: DeviceInput['openDatabase'];
  readonly wrap: DeviceInput['wrap'];
  readonly onDeath: DeviceInput['onDeath'];
}

export const SOUND: Wiring = {
  server: SOUND_PARTS,
  openDatabase: repairingDriver,
  wrap: (parts) => parts,
  onDeath: () => undefined,
};
