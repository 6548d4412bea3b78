/** Whether this program may open the data. A phone runs one of it. */
export const takeData = async (): Promise<boolean> => true;

/** Nobody ever waits for the data of a phone. */
export const onDataFree = (_run: () => void): (() => void) => stopWaiting;

const stopWaiting = (): void => undefined;
