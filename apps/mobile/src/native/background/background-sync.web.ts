/** A browser runs nothing of a page that is closed: it syncs while it is open, when it is shown again, and once a network is back. */
export const syncInBackground = (_sync: () => Promise<boolean>): void => undefined;
