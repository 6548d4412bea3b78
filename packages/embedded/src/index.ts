export { findChromium } from './chromium.ts';
export { EmbeddedError, type EmbeddedErrorCode } from './errors.ts';
export { assertPortFree, freePort } from './ports.ts';
export { waitUntil } from './processes.ts';
export { describeExit, exitOf, type ServerExit } from './server-exit.ts';
export { stopLeftoverPostgres } from './postgres/stop-leftover-postgres.ts';
export { startPostgres, type PostgresOptions, type PostgresServer } from './postgres/start-postgres.ts';
export { startAzurite, type AzuriteOptions, type AzuriteServer } from './azurite/start-azurite.ts';
