const NAME = 'wellpulse data';

let isOurs = false;

/** Whether this tab may open the data: the first one may, until it is closed. Nothing of the data is touched to find out. */
export async function takeData(): Promise<boolean> {
  isOurs ||= await take({ ifAvailable: true });
  return isOurs;
}

/** Calls `run` once the tab that had the data is closed, and this one has it. The function returned ends waiting. */
export function onDataFree(run: () => void): () => void {
  const waiting = new AbortController();
  const begin = async (): Promise<void> => {
    isOurs ||= await take({ signal: waiting.signal });
    if (isOurs && !waiting.signal.aborted) run();
  };
  void begin();
  return () => {
    waiting.abort();
  };
}

/** False where another tab has it, or nobody waits for it any more. What is taken is held until the page goes away. */
const take = (how: LockOptions): Promise<boolean> =>
  new Promise((resolve) => {
    const asking = navigator.locks.request(NAME, how, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
    asking.catch(() => {
      resolve(false);
    });
  });
