/** For tests only: what each adapter of the ports must do. */
export * from './draft-storage.suite.ts';
export * from './entry-store.suite.ts';
