/** A phone selects what stands in a box before its person can type. */
export const selectsByItself = true;

/** Done by the box itself. */
export const selectAll = (_box: unknown): void => undefined;
