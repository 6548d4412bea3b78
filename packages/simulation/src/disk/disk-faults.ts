/** What goes wrong with the program's statements, and with what it does to files. It is asked before and after each. */
export interface DiskFaults {
  /** Throws if the disk fails, or gives a promise that never resolves if the program is no more. */
  before(what: string): Promise<void> | undefined;
  after(what: string): Promise<void> | undefined;
  /** A file is written, and has no name yet. */
  beforeNaming(): Promise<void> | undefined;
}

export const carryOut =
  (faults: DiskFaults) =>
  async <Result>(what: string, act: () => Result): Promise<Result> => {
    await faults.before(what);
    const result = act();
    await faults.after(what);
    return result;
  };
