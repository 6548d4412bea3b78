import { assertPortFree, freePort } from '@wellpulse/embedded';

const port = await freePort();

export const isFree = await assertPortFree(port, 'PostgreSQL').then(() => true); // true
