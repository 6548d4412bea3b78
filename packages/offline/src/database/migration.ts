import type { SqliteExecutor } from '../ports/sqlite.ts';

/** One step from an older schema to a newer one. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
  /** What SQL can't work out, after the statements. */
  readonly fill?: (tx: SqliteExecutor) => Promise<void>;
}
