/** What people were told is saved. Nothing of it may ever be lost, doubled or stuck. */
import type { DeviceEvent, RecoveredRecord } from '@wellpulse/contracts';

export interface Saved {
  readonly event: DeviceEvent;
  /** Which of the worlds's devices it was saved on. */
  readonly device: string;
  /** The true time, in milliseconds since 1970. */
  readonly at: number;
  /** Of the photos that it names, by their ids. */
  readonly photoBytes: ReadonlyMap<string, Uint8Array>;
  /** When the device was set back to a state from before it: from then on only the server can have it. Null if it wasn't. */
  forgottenAt: number | null;
}

/** A record as a device had pulled it when the server was put back to before it. */
export interface LostRow extends RecoveredRecord {
  readonly device: string;
  /** The event of the office that made it so. */
  readonly eventId: string;
  isHeld: boolean;
}

export class Ledger {
  readonly saved: Saved[] = [];
  readonly setBack = new Set<string>();
  /** Entries that left a device in a file. */
  readonly exported = new Set<string>();
  /** Entries that went to another device in a file: their sender's clock says nothing of theirs. */
  readonly carried = new Set<string>();

  /** Entries that somebody signed in another person's name. */
  readonly forged = new Set<string>();

  /** What the office wrote, a restore of the server lost, and a device holds. */
  readonly lostRows: LostRow[] = [];

  /** A device no longer has what it had pulled. */
  forgetPulled(device: string): void {
    for (const row of this.lostRows) if (row.device === device) row.isHeld = false;
  }

  save(entry: Omit<Saved, 'forgottenAt'>): void {
    this.saved.push({ ...entry, forgottenAt: null });
  }

  /** Whether a file may have brought it with a number that its device, which was set back, could not know. */
  hasOldNumber(id: string): boolean {
    return (
      this.exported.has(id) &&
      this.saved.some(({ event, device }) => event.id === id && this.setBack.has(device))
    );
  }

  /** What was saved since is lost there; the server may have it. */
  setBackTo(device: string, kept: readonly Saved[], at: number): void {
    this.setBack.add(device);
    this.forgetPulled(device);
    for (const entry of this.of(device)) if (!kept.includes(entry)) entry.forgottenAt ??= at;
  }

  of(device: string): Saved[] {
    return this.saved.filter((entry) => entry.device === device);
  }
}
