/** One run of the app on a device, from its start to its end, which may come at any statement. */
import {
  OfflineClient,
  type Ballast,
  type Clock,
  type PersonKeys,
  type PhotoFiles,
  type repairingDriver,
  type SqliteDriver,
  type Transport,
} from '@wellpulse/offline';
import type { DiskFaults } from '../disk/disk-faults.ts';
import type { MemoryDisk } from '../disk/memory-disk.ts';

/** What the app is given; a broken variant puts something else in. */
export interface ProgramParts {
  readonly driver: SqliteDriver;
  readonly ballast: Ballast;
  readonly files: PhotoFiles;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly keys: PersonKeys;
}

interface ProgramInput {
  readonly historyDays: number;
  readonly disk: MemoryDisk;
  readonly transport: Transport;
  readonly keys: PersonKeys;
  readonly clockFor: (isAlive: () => boolean) => Clock;
  /** With what makes a damaged one anew; a broken variant leaves that out. */
  readonly openDatabase: typeof repairingDriver;
  readonly wrap: (parts: ProgramParts) => ProgramParts;
  readonly onDeath: () => void;
}

/** What a program that is gone waits for. */
const NEVER = new Promise<never>(() => undefined);

export class Program {
  #isAlive = true;
  #statementsToDeath: number | null = null;
  #statementsToFailure: number | null = null;
  #diesAfterwards = false;
  readonly #in: ProgramInput;
  /** Resolves when the app is up; never, if it dies before. */
  readonly started: Promise<OfflineClient>;

  constructor(input: ProgramInput) {
    this.#in = input;
    this.started = this.#start();
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** It dies at the `count`-th statement from now: before it, or right after it was carried out. */
  dieAtStatement(count: number, afterwards: boolean): void {
    this.#statementsToDeath = count;
    this.#diesAfterwards = afterwards;
  }

  /** The disk refuses the `count`-th statement from now, and works again after that. */
  failAtStatement(count: number): void {
    this.#statementsToFailure = count;
  }

  /** From now on nothing happens to it. */
  spare(): void {
    this.#statementsToDeath = null;
    this.#statementsToFailure = null;
  }

  kill(): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    this.#in.disk.forgetUncommitted();
    this.#in.onDeath();
  }

  async #start(): Promise<OfflineClient> {
    const { disk, transport, keys, clockFor, openDatabase, wrap, historyDays } = this.#in;
    const faults = this.#faults();
    const clock = clockFor(() => this.#isAlive);
    const parts = wrap({
      driver: await openDatabase(disk.asFile(faults), clock),
      ballast: disk.room.ballast,
      files: disk.openFiles(faults),
      transport,
      keys,
      clock,
    });
    const client = await OfflineClient.open({ ...parts, historyDays });
    client.sync.start();
    return client;
  }

  #faults(): DiskFaults {
    return {
      before: (sql) => {
        if (!this.#isAlive) return NEVER;
        if (this.#isDue() && !this.#diesAfterwards) return this.#die();
        if (this.#mayFail(sql)) throw new Error('disk I/O error');
        return undefined;
      },
      beforeNaming: () => (this.#in.disk.killsNow() ? this.#die() : undefined),
      after: () => (this.#isAlive && this.#statementsToDeath === 0 ? this.#die() : undefined),
    };
  }

  #isDue(): boolean {
    if (this.#statementsToDeath === null) return false;
    this.#statementsToDeath -= 1;
    return this.#statementsToDeath === 0;
  }

  /** A rollback can't fail: there is nothing to be written. */
  #mayFail(sql: string): boolean {
    if (this.#statementsToFailure === null || sql === 'rollback') return false;
    this.#statementsToFailure -= 1;
    if (this.#statementsToFailure > 0) return false;
    this.#statementsToFailure = null;
    return true;
  }

  #die(): Promise<never> {
    this.kill();
    return NEVER;
  }
}
