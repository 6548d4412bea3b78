/** The slice of the library that is used: its package says nothing of its types to `exports`. */
declare module 'better-sqlite3-multiple-ciphers' {
  export interface Statement {
    /** Whether it gives rows. */
    readonly reader: boolean;
    run(...params: readonly unknown[]): { readonly changes: number };
    all(...params: readonly unknown[]): Record<string, unknown>[];
    get(...params: readonly unknown[]): Record<string, unknown> | undefined;
  }
  export default class Database {
    constructor(path: string, options?: { readonly readonly?: boolean; readonly timeout?: number });
    pragma(source: string): unknown;
    prepare(sql: string): Statement;
    close(): void;
  }
}
