/** The small parts of the server in which a slip would lose or double an entry. The variants put broken ones in. */
import {
  applyEvent,
  isLost,
  lostStateKey,
  rightsOf,
  timesAfter,
  type AnsweredBefore,
  type DomainEvent,
  type SettledEvent,
  type Verdict,
  type WellScope,
} from '@wellpulse/domain';
import type { DeviceRegistry } from './device-registry.ts';
import type { PlaceInFeed, StoredRecord, TenantStore } from './tenant-store.ts';

export interface KeptOutcome extends SettledEvent {
  readonly verdict: Verdict;
  readonly receivedAt: string;
}

export interface ServerParts {
  readonly settledBefore: (kept: ReadonlyMap<string, KeptOutcome>) => ReadonlyMap<string, SettledEvent>;
  /** What was answered to this user's batch of this key. */
  readonly answeredBefore: (
    kept: ReadonlyMap<string, AnsweredBefore>,
    batch: { readonly userId: string; readonly key: string; readonly bodyHash: string },
  ) => AnsweredBefore | undefined;
  /** The keys that prove a person's hand on a device. */
  readonly keysOf: (
    devices: DeviceRegistry,
    deviceId: string,
    userId: string,
    now: number,
  ) => readonly Uint8Array[];
  readonly rightsOf: typeof rightsOf;
  readonly timesAfter: typeof timesAfter;
  readonly rules: typeof applyEvent;
  /** The event as the rules see it, from the one that was read. */
  readonly asJudged: (event: DomainEvent, wire: { readonly timestamp: string }) => DomainEvent;
  readonly placeInFeed: (now: number) => PlaceInFeed;
  /** Whether the log holds the row that a device has seen. */
  readonly holdsMark: (store: TenantStore, mark: string) => boolean;
  /** Whether it looks which photos are gone, where the storage may have been put back. */
  readonly looksForLostPhotos: boolean;
  /** Whether it looks at the photos that are newer than its mark, where the mark is as it was. */
  readonly looksAtNewPhotos: boolean;
  readonly isLost: typeof isLost;
  /** Under this it keeps what a device offers: later ones of the same key take its place. */
  readonly lostStateKey: typeof lostStateKey;
  /** Whether a record reaches a reader of this scope at all. */
  readonly reaches: (scope: WellScope, record: StoredRecord) => boolean;
  readonly lastSequence: (settled: readonly number[]) => number;
  /** Whether a photo counts as stored only when its bytes were found in the storage. */
  readonly readsPhotosBack: boolean;
  /** Whether a rule that fails on one event fails the whole request. */
  readonly isPoisonForAll: boolean;
  /** Whether followers of an event that failed for now wait for it. */
  readonly keepsOrder: boolean;
  readonly commitsFirst: boolean;
  /** Whether the `count`-th batch's changes are written at all. */
  readonly writes: (count: number) => boolean;
}

export const SOUND_PARTS: ServerParts = {
  settledBefore: (kept) => kept,
  answeredBefore: (kept, { userId, key }) => kept.get(`${userId} ${key}`),
  keysOf: (devices, deviceId, userId, now) => devices.keysOf(deviceId, userId, now),
  rightsOf,
  timesAfter,
  rules: applyEvent,
  asJudged: (event) => event,
  placeInFeed: () => (sequence) => sequence,
  holdsMark: (store, mark) => store.holds(mark),
  looksForLostPhotos: true,
  looksAtNewPhotos: true,
  isLost,
  lostStateKey,
  reaches: () => true,
  lastSequence: (settled) => Math.max(0, ...settled),
  readsPhotosBack: true,
  isPoisonForAll: false,
  keepsOrder: true,
  commitsFirst: true,
  writes: () => true,
};
