/** For tests only: what each adapter of the ports must do. */
export * from './conflict-store.suite.ts';
export * from './draft-storage.suite.ts';
export * from './entry-store.suite.ts';
export * from './file-opener.suite.ts';
export * from './file-saver.suite.ts';
export * from './import-store.suite.ts';
export * from './log-store.suite.ts';
export * from './photo-host.suite.ts';
export * from './record-store.suite.ts';
export * from './session-stores.suite.ts';
