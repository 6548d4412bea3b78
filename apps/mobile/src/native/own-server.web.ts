import { readServerPlace } from '@wellpulse/contracts';

/** The server that this app came from: no other one is asked. */
export const ownServer = (): string | null => location.origin;

/** The company that the link to this app names. */
export const ownTenant = (): string | null => readServerPlace(location.href)?.tenant ?? null;
