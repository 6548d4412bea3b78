/**
 * For tests only: time and chance under control, a server in memory, and a device that loses its power. What each port must do
 * stands in the suites.
 */
export * from './at-dashboard.ts';
export * from './ballast.suite.ts';
export * from './breaking-driver.ts';
export * from './cipher.suite.ts';
export * from './clock.suite.ts';
export * from './database-file.suite.ts';
export * from './fake-clock.ts';
export * from './fake-server.ts';
export * from './person-keys.suite.ts';
export * from './photo-files.suite.ts';
export * from './sqlite-driver.suite.ts';
export * from './sync-lock.suite.ts';
export * from './transport.suite.ts';
export { migrate } from '../database/migrate.ts';
export { MIGRATIONS } from '../database/migrations.ts';
