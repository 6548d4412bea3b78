/** Whether the app is ready: parts of Electron may be used before that only, others after it only. */
const ready = Promise.withResolvers<undefined>();
let isReady = false;

export const readiness = {
  get isReady(): boolean {
    return isReady;
  },
  /** Resolves when the app is ready. */
  whenReady: (): Promise<undefined> => ready.promise,
  /** From now on the app is ready. */
  reach: (): void => {
    isReady = true;
    ready.resolve(undefined);
  },
  /** @throws Error as Electron does, if the app is ready */
  assertBefore: (call: string): void => {
    if (isReady) throw new Error(`${call} should be called before app is ready`);
  },
  /** @throws Error as Electron does, if the app is not ready */
  assertAfter: (call: string): void => {
    if (!isReady) throw new Error(`${call} cannot be used before app is ready`);
  },
};
