export { EmbeddedError, type EmbeddedErrorCode } from './errors.ts';
export { assertPortFree, freePort } from './ports.ts';
export type { ServerExit } from './server-exit.ts';
export { startPostgres, type PostgresOptions, type PostgresServer } from './postgres/start-postgres.ts';
export { startAzurite, type AzuriteOptions, type AzuriteServer } from './azurite/start-azurite.ts';
