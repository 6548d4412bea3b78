/**
 * Asks for what changes touched again, one refresh after the other. Changes may come faster than answers do: if each asked
 * anew for everything before it, a page would show nothing new while the field is busy.
 */
export interface RefreshOptions<Change> {
  /** Resolves when the answers are there. */
  readonly refresh: (changes: readonly Change[]) => Promise<unknown>;
  /** Changes that come this close together are one refresh, in milliseconds. */
  readonly gatheredMs: number;
  /** How long a refresh may hold up the next one: an answer that never comes must not end all refreshing. */
  readonly patienceMs: number;
}

export class RefreshInTurn<Change> {
  readonly #options: RefreshOptions<Change>;
  #waiting: Change[] = [];
  #isRunning = false;
  #isStopped = false;

  constructor(options: RefreshOptions<Change>) {
    this.#options = options;
  }

  add(change: Change): void {
    this.#waiting.push(change);
    if (!this.#isRunning) void this.#run();
  }

  /** For good. */
  stop(): void {
    this.#isStopped = true;
  }

  async #run(): Promise<void> {
    const { refresh, gatheredMs, patienceMs } = this.#options;
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      await passing(gatheredMs);
      if (this.#isStopped) return;
      const changes = this.#waiting;
      this.#waiting = [];
      await Promise.race([refresh(changes).catch(() => undefined), passing(patienceMs)]);
    }
    this.#isRunning = false;
  }
}

const passing = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
