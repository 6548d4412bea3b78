/** One SQLite database in memory, with its statements. */
import type { SqlRow, SqlValue } from '@wellpulse/offline';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

export class MemoryDatabase {
  readonly #database = new DatabaseSync(':memory:');
  readonly #statements = new Map<string, StatementSync>();

  constructor(copy?: Uint8Array) {
    if (copy !== undefined) this.#database.deserialize(copy);
  }

  execute(sql: string, params: readonly SqlValue[]): number {
    return Number(this.#prepare(sql).run(...params).changes);
  }

  query(sql: string, params: readonly SqlValue[]): SqlRow[] {
    return this.#prepare(sql).all(...params);
  }

  get isWriting(): boolean {
    return this.#database.isTransaction;
  }

  forgetUncommitted(): void {
    if (this.#database.isTransaction) this.#database.exec('rollback');
  }

  copy(): Uint8Array {
    return this.#database.serialize();
  }

  close(): void {
    this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
