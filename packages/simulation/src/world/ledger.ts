/** What people were told is saved. Nothing of it may ever be lost, doubled or stuck. */
import type { DeviceEvent } from '@wellpulse/contracts';

export interface Saved {
  readonly event: DeviceEvent;
  /** Which of the worlds's devices it was saved on. */
  readonly device: string;
  /** The true time, in milliseconds since 1970. */
  readonly at: number;
  /** The device was set back to a state from before it: from then on only the server can have it. */
  isForgotten: boolean;
}

export class Ledger {
  readonly saved: Saved[] = [];
  /** Devices whose app was set back and that were not registered since: they can't know which numbers they gave out. */
  readonly setBack = new Set<string>();
  /** Events that were entered on such a device. */
  readonly renumbered = new Set<string>();
  /** Devices whose clock was changed: what they say of the time means nothing from then on. */
  readonly jumped = new Set<string>();

  save(device: string, event: DeviceEvent, at: number): void {
    this.saved.push({ event, device, at, isForgotten: false });
    if (this.setBack.has(device)) this.renumbered.add(event.id);
  }

  /** What was saved since is lost there; the server may have it. */
  setBackTo(device: string, kept: readonly Saved[]): void {
    this.setBack.add(device);
    for (const entry of this.of(device)) if (!kept.includes(entry)) entry.isForgotten = true;
  }

  of(device: string): Saved[] {
    return this.saved.filter((entry) => entry.device === device);
  }
}
