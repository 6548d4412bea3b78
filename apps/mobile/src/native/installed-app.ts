/** A phone keeps what it has installed. */
export const keepInstalled = (): void => undefined;
