/** Drivers for Node: tests, the command-line device, benchmarks. */
export * from './files/leftovers.ts';
export * from './files/node-ballast.ts';
export * from './node-cipher.ts';
export * from './node-clock.ts';
export * from './database/node-database-file.ts';
export * from './node-person-keys.ts';
export * from './files/node-photo-files.ts';
export * from './database/node-sqlite.ts';
export * from './node-sync-lock.ts';
export * from './files/read-pieces.ts';
export * from './files/sealed-text.ts';
export * from './files/storage-problem.ts';
export * from './files/write-durably.ts';
