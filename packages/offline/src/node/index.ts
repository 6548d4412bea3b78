/** Drivers for Node: tests, the command-line device, benchmarks. */
export * from './node-clock.ts';
export * from './node-person-keys.ts';
export * from './node-photo-files.ts';
export * from './node-sqlite.ts';
export * from './node-sync-lock.ts';
export * from './read-pieces.ts';
export * from './write-durably.ts';
