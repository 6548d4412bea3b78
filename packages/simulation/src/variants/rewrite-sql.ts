import type { SqliteDriver, SqliteExecutor } from '@wellpulse/offline';

/** The same driver, whose statements are others: as if the program had been written so. */
export function rewriteSql(driver: SqliteDriver, rewrite: (sql: string) => string): SqliteDriver {
  const rewritten = (executor: SqliteExecutor): SqliteExecutor => ({
    execute: (sql, params) => executor.execute(rewrite(sql), params),
    query: (sql, params) => executor.query(rewrite(sql), params),
  });
  return {
    ...rewritten(driver),
    transaction: (run) => driver.transaction((tx) => run(rewritten(tx))),
    close: () => driver.close(),
  };
}
