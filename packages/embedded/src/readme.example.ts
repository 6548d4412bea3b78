import { assertPortFree, freePort } from '@wellpulse/embedded';

const port = await freePort();

export const isFree = await assertPortFree(port, 'WELLPULSE_PG_PORT', 'PostgreSQL').then(() => true); // true
