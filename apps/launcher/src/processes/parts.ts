import { capitalised } from './capitalised.ts';
import { supervise, type Service, type SupervisedService } from './supervise.ts';

/** The parts of a stack that have started, in the order in which they are stopped last to first. */
export class Parts {
  readonly #say: (line: string) => void;
  readonly #signal: AbortSignal;
  #started: SupervisedService[] = [];

  /** @param signal gives up starting */
  constructor(say: (line: string) => void, signal: AbortSignal) {
    this.#say = say;
    this.#signal = signal;
  }

  /** Starts these together. Rejects with the first failure, once all have either started or failed. */
  async start(services: readonly Service[]): Promise<void> {
    const results = await Promise.allSettled(
      services.map((service) => supervise(service, { say: this.#say, signal: this.#signal })),
    );
    for (const result of results) if (result.status === 'fulfilled') this.#started.push(result.value);
    const failure = results.find((result) => result.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  }

  /** Stops everything, one after the other; a part that can't be stopped doesn't keep the others. */
  async stop(): Promise<void> {
    for (const part of this.#started.reverse()) {
      this.#say(`Stopping ${part.name}`);
      await part.stop().catch((error: unknown) => {
        this.#say(`${capitalised(part.name)} did not stop: ${String(error)}`);
      });
    }
    this.#started = [];
  }

  /** Ends everything at once; {@link stop} then has nothing to wait for. */
  kill(): void {
    for (const part of this.#started) part.kill();
  }
}
