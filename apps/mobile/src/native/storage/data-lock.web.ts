const NAME = 'wellpulse data';

let taken: Promise<boolean> | undefined;

/** Whether this tab may open the data: the first one may, until it is closed. */
export async function takeData(): Promise<boolean> {
  taken ??= take();
  const isOurs = await taken;
  if (!isOurs) taken = undefined;
  return isOurs;
}

const take = (): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request(NAME, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // It is held until the page goes away.
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
  });
