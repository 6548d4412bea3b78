/** For tests only: time and chance under control, a server in memory. */
export * from './fake-clock.ts';
export * from './fake-server.ts';
