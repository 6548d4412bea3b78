import type { SqliteDriver } from '../ports/sqlite.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';

/** The file was written by a newer version of the app. It is left as it is. */
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
    throw new NewerDatabaseError(
      'The data on this device was written by a newer version of the app. Update the app to go on; nothing was changed.',
    );
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
