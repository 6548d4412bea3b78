/**
 * A sync is push, pull, photos (docs/sync-protocol.md).
 *
 *     device                                                        server
 *     record() -> event_log: PENDING, sync_queue
 *                     |
 *                  PUSH  a batch, written down with its key  ------>  settles each event by its id
 *                     |
 *                 SYNCED, CONFLICT or FAILED  <------------------  an answer: each id in one list
 *
 *     mirror       <-  PULL  a page and its cursor  <---------------  records as they are now
 *        + events that the mirror does not contain yet
 *        = rows on the screen
 *
 *     photo files   -> PHOTOS, after their event is settled -------->  storage
 *
 * S1. An event is on the disk before it is said to be saved. It is never deleted before it is settled.
 * S2. Only an answer that has an event's id in exactly one list settles the event.
 * S3. A batch is written down with its key before it is sent. A lost answer is asked for again with the same body.
 * S4. A device sends its events by their numbers. An event that waits holds up those of its record, and no other.
 * S5. A page and the place to go on from are one transaction. A pull that breaks off goes on there.
 * S6. An own event stays on top of the mirror until a pull has brought it.
 * S7. Push, pull and photos fail, wait and resume by themselves. Only a stop ends all three.
 * S8. One sync runs at a time on a device's data. Who asks meanwhile gets another one right after.
 * S9. The next try comes at the earliest of these: five minutes, what a failed part waits (`backoff.ts`), and what an entry or a
 *     photo waits by itself (`item-retries.ts`). A network that comes back, or a person, starts one at once, except where the
 *     server asked for patience. After a stop it is a quarter of an hour.
 */
import { troubleOf, type StopReason, type Trouble } from '@wellpulse/domain';
import { OfflineError } from '../offline-error.ts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Clock } from '../ports/clock.ts';
import type { SyncLock } from '../ports/sync-lock.ts';
import { SyncStep, type StepResult } from '../protocol/sync-step.ts';
import { clearRetryDelays, earliestRetry } from '../outbox/item-retries.ts';

export type StepName = 'PUSH' | 'PULL' | 'PHOTOS';
const STEPS: readonly StepName[] = ['PUSH', 'PULL', 'PHOTOS'];

/** How long typing goes on before what was saved is sent: a gauge sheet is often several entries. */
const AFTER_SAVING_MS = 2000;
const INTERVAL_MS = 5 * 60 * 1000;
/** What stopped may have been settled elsewhere: a bill that was paid, a device that was let in again. */
const AFTER_STOP_MS = 15 * 60 * 1000;

export interface SyncState {
  /** What runs now; null between syncs. */
  readonly running: StepName | null;
  /** False after no answer came; null before the first try. */
  readonly isOnline: boolean | null;
  readonly stopped: StopReason | null;
  /** What is in the way of the last sync, or went wrong in it; null if nothing did. */
  readonly trouble: Trouble | null;
  /** Milliseconds; when the next sync starts by itself, null if it doesn't. */
  readonly nextAt: number | null;
}

interface SyncParts {
  readonly database: DeviceDatabase;
  readonly clock: Clock;
  readonly lock: SyncLock;
  readonly steps: Readonly<Record<StepName, { run(): Promise<StepResult> }>>;
  readonly onChange: () => void;
  /** Called when all three are through. An entry may wait, for its author or for its next try. */
  readonly onThrough: () => Promise<void>;
  /** Called after that when nothing waits. */
  readonly onComplete: () => Promise<void>;
  /** Called when the server knows this device no more. */
  readonly onRevoked: () => Promise<void>;
}

export class SyncEngine {
  readonly #parts: SyncParts;
  readonly #steps = { PUSH: new SyncStep(), PULL: new SyncStep(), PHOTOS: new SyncStep() };
  #running: Promise<void> | null = null;
  #again: 'NO' | 'USUAL' | 'URGENT' = 'NO';
  #isStarted = false;
  #cancelTimer: (() => void) | null = null;
  /** When a sync starts even if somebody goes on saving until then. */
  #latest = 0;
  #state: SyncState = { running: null, isOnline: null, stopped: null, trouble: null, nextAt: null };

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  /** What it does now, and what stopped it the last time. */
  get state(): SyncState {
    return this.#state;
  }

  /** Whether it syncs by itself. */
  get isStarted(): boolean {
    return this.#isStarted;
  }

  /** From now on it syncs by itself: at once, shortly after each entry, and every five minutes. */
  start(): void {
    this.#isStarted = true;
    this.#schedule(0);
  }

  /** Ends syncing by itself. Resolves when a running sync is over. */
  async stop(): Promise<void> {
    this.#isStarted = false;
    this.#again = 'NO';
    this.#schedule(null);
    await this.#running;
  }

  /**
   * Syncs now, and resolves when the sync is over. Waiting times end, and a stop is tried again. Never throws: the state says what
   * went wrong.
   */
  async syncNow(): Promise<SyncState> {
    this.#set({ stopped: null });
    await this.#run('URGENT');
    return this.#state;
  }

  /** Something was saved. */
  saved(): void {
    if (!this.#isStarted || this.#state.stopped !== null) return;
    // What is running may have chosen its events already: it goes round once more.
    if (this.#running === null) this.#scheduleSaved();
    else if (this.#again === 'NO') this.#again = 'USUAL';
  }

  /** Shortly, or when pushing may go on; what was planned before that stays. */
  #scheduleSaved(): void {
    const { clock } = this.#parts;
    const soon = Math.max(clock.now() + AFTER_SAVING_MS, this.#steps.PUSH.earliest(clock));
    this.#schedule(this.#latest > clock.now() ? Math.min(this.#latest, soon) : soon);
  }

  /** The platform says that there is a network, or none. */
  networkChanged(isOnline: boolean): void {
    this.#set({ isOnline });
    if (isOnline && this.#isStarted) void this.#run('URGENT');
  }

  /** A heartbeat was answered, or missed: the banner says so, and the next sync comes as planned. */
  heard(isOnline: boolean): void {
    this.#set({ isOnline });
  }

  #run(urgency: 'USUAL' | 'URGENT'): Promise<void> {
    if (this.#running !== null) {
      if (this.#again !== 'URGENT') this.#again = urgency;
      return this.#running;
    }
    this.#schedule(null);
    this.#running = this.#runUntilIdle(urgency);
    return this.#running;
  }

  async #runUntilIdle(first: 'USUAL' | 'URGENT'): Promise<void> {
    let urgency: 'NO' | 'USUAL' | 'URGENT' = first;
    while (urgency !== 'NO') {
      this.#again = 'NO';
      await this.#runExclusively(urgency === 'URGENT');
      this.#set({ running: null });
      await this.#plan();
      urgency = this.#again;
    }
    this.#running = null;
  }

  /** Not while another program syncs on the same data: it does the same work. */
  async #runExclusively(isUrgent: boolean): Promise<void> {
    const { lock } = this.#parts;
    const isAlone = await lock.take().catch((error: unknown) => this.#fail(error));
    if (isAlone === false) this.#set({ trouble: troubleOf('OTHER_PROGRAM') });
    if (isAlone !== true) return;
    try {
      await this.#runSteps(isUrgent);
    } finally {
      await lock.release();
    }
  }

  async #runSteps(isUrgent: boolean): Promise<void> {
    const results: StepResult[] = [];
    if (isUrgent)
      await this.#parts.database.write(clearRetryDelays).catch((error: unknown) => this.#fail(error));
    for (const name of STEPS) {
      const step = this.#steps[name];
      if (!step.mayRun(this.#parts.clock, isUrgent)) continue;
      this.#set({ running: name });
      const result = await this.#parts.steps[name].run().catch(failedHere);
      step.end(this.#parts.clock, result);
      this.#applyResult(name, result);
      results.push(result);
      // The other steps would get the same answer.
      if (result.kind === 'STOPPED') break;
      if (name === 'PULL' && result.kind === 'DONE')
        this.#steps.PUSH.reachedAfterAll(troubleOf('LINK_UNSTEADY'));
    }
    this.#set({
      trouble: STEPS.map((name) => this.#steps[name].trouble).find((trouble) => trouble !== null) ?? null,
    });
    if (!results.some(({ kind }) => kind === 'STOPPED')) this.#set({ stopped: null });
    if (this.#state.stopped === 'DEVICE_REVOKED')
      await this.#parts.onRevoked().catch((error: unknown) => this.#fail(error));
    const areThrough = results.every(({ kind }) => kind === 'DONE' || kind === 'HELD');
    if (results.length < STEPS.length || !areThrough) return;
    await this.#parts.onThrough().catch((error: unknown) => this.#fail(error));
    if (results.every(({ kind }) => kind === 'DONE'))
      await this.#parts.onComplete().catch((error: unknown) => this.#fail(error));
  }

  #applyResult(name: StepName, result: StepResult): void {
    if (result.kind === 'STOPPED') {
      this.#set({ isOnline: true, stopped: result.reason });
    } else if (result.kind === 'LATER') {
      if (result.isOffline !== null) this.#set({ isOnline: !result.isOffline });
    } else if (name === 'PULL') {
      // The others may have had nothing to ask the server.
      this.#set({ isOnline: true });
    }
  }

  async #plan(): Promise<void> {
    const { clock, database } = this.#parts;
    if (!this.#isStarted) return;
    const now = clock.now();
    if (this.#state.stopped !== null) {
      this.#schedule(now + AFTER_STOP_MS);
      return;
    }
    const waits = STEPS.map((name) => this.#steps[name].nextAt).filter((at) => at > now);
    const retry = await database
      .read((db) => earliestRetry(db, now))
      .catch((error: unknown) => this.#fail(error));
    this.#latest = Math.min(now + INTERVAL_MS, ...waits, ...(retry === null ? [] : [retry]));
    this.#schedule(this.#latest);
  }

  /** The device's own fault, outside of the three parts: said, and no reason to stop syncing for good. */
  #fail(error: unknown): null {
    this.#set({ trouble: faultOf(error) });
    return null;
  }

  /** Plans the next sync, in place of the one planned before; null plans none. */
  #schedule(at: number | null): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#set({ nextAt: at });
    if (at === null) return;
    const wait = Math.max(0, at - this.#parts.clock.now());
    this.#cancelTimer = this.#parts.clock.after(wait, () => void this.#run('USUAL'));
  }

  #set(change: Partial<SyncState>): void {
    this.#state = { ...this.#state, ...change };
    this.#parts.onChange();
  }
}

function faultOf(error: unknown): Trouble {
  if (error instanceof OfflineError && (error.code === 'DISK_FULL' || error.code === 'DATA_DAMAGED')) {
    return troubleOf(error.code);
  }
  return troubleOf('DEVICE_FAULT', error instanceof Error ? error.message : String(error));
}

/** The device's own fault, such as a full disk. */
const failedHere = (error: unknown): StepResult => ({
  kind: 'LATER',
  trouble: faultOf(error),
  retryAfterSeconds: null,
  isOffline: null,
});
