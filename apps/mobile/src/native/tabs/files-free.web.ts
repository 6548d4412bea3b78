/** Resolves once SQLite can open its files: no page that went away holds them any more. */
export const filesFree = (): Promise<void> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./free-files.worker', window.location.href));
    const end = (): void => {
      worker.terminate();
      resolve();
    };
    worker.addEventListener('message', end);
    // Then SQLite says itself what is wrong.
    worker.addEventListener('error', end);
  });
