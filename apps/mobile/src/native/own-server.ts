/** A phone's app comes from a store, and knows no office. */
export const ownServer = (): string | null => null;

/** Nor a company. */
export const ownTenant = (): string | null => null;
