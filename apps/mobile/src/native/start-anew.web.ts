/** Loads the page again: SQLite of a browser that once failed to open its files fails until then. */
export const startAnew = (_open: () => void): void => {
  location.reload();
};
