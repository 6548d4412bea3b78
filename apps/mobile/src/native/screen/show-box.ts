/** Asked of browsers alone: phones have no such call. */
export const showBox = (_box: unknown): void => undefined;
