/** Tries once more what failed at the start. */
export const startAnew = (open: () => void): void => {
  open();
};
