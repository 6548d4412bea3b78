/** For tests only: time and chance under control, a server in memory, a device that loses its power, and what drivers must do. */
export * from './breaking-driver.ts';
export * from './fake-clock.ts';
export * from './fake-server.ts';
export * from './sqlite-driver.suite.ts';
