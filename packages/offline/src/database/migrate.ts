import type { SqliteDriver } from '../ports/sqlite.ts';
import type { Migration } from './migration.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * The file was written by a newer version of the app. It is left as it is; `newerData` of `packages/words` says so.
 *
 * @example
 * if (error instanceof NewerDatabaseError) say(words.newerData);
 */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

/** Brings the schema up to date, each step in a transaction of its own. */
export async function migrate(
  driver: SqliteDriver,
  at: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await driver.execute(
    'CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)',
  );
  const [row] = await driver.query('SELECT coalesce(max(number), 0) AS number FROM schema_migrations');
  const done = Number(row?.['number'] ?? 0);
  const newest = migrations.at(-1)?.number ?? 0;
  if (done > newest) {
    throw new NewerDatabaseError(`schema ${done} is newer than ${newest}`);
  }
  for (const { number, name, statements, fill } of migrations.filter(
    (migration) => migration.number > done,
  )) {
    await driver.transaction(async (tx) => {
      // Another program may have opened the file at the same time.
      const isDone = await tx.query('SELECT 1 FROM schema_migrations WHERE number = ?', [number]);
      if (isDone.length > 0) return;
      for (const statement of statements) await tx.execute(statement);
      await fill?.(tx);
      await tx.execute('INSERT INTO schema_migrations VALUES (?, ?, ?)', [number, name, at]);
    });
  }
}
