/** The vectors of clocks that are set (docs/sync-clock-vectors.json), for everything that plays them. */
import { readFileSync } from 'node:fs';

/** One look at a device's clock; it may save an entry then, or hear the server's time. */
export interface Look {
  readonly wall: string;
  readonly monotonicSeconds: number;
  readonly boot: string;
  /** The name of the entry that is saved. */
  readonly saves?: string;
  /** What the server's answer says. */
  readonly hears?: string;
  readonly tookSeconds?: number;
}

export interface ClockVector {
  readonly name: string;
  readonly countsSleep: boolean;
  readonly looks: readonly Look[];
  /** Who sends a foreign file: their own clock, and what the server says at that moment. */
  readonly sender?: { readonly wall: string; readonly server: string };
  readonly offsetsMs: readonly number[];
  /** By the names of the entries, as `occurredAt`. */
  readonly sentAt: Readonly<Record<string, string>>;
  readonly occurredAt: Readonly<Record<string, string>>;
}

const file = new URL('../../../docs/sync-clock-vectors.json', import.meta.url);

export const clockVectors = (JSON.parse(readFileSync(file, 'utf8')) as { cases: ClockVector[] }).cases;
