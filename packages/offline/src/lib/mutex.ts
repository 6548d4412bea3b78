/**
 * Runs tasks one after the other, in the order in which they came. A task that fails doesn't hold up the next.
 *
 * @example
 * const turns = new Mutex();
 * await turns.run(() => readAndWrite(file));
 */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  /** What the task gives, once those that came before it are over. */
  run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
