/** A database of expo-sqlite over Node's SQLite: as much of it as the app uses, with its habits. */
import type { SQLiteDatabase } from 'expo-sqlite';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Row = Record<string, unknown>;

/** The file at `path`, as `openDatabaseAsync` gives it. */
export function expoDatabase(path: string): SQLiteDatabase {
  const database = new DatabaseSync(path);
  const opened = {
    prepareAsync: async (sql: string) => {
      const statement = database.prepare(sql);
      const columns = statement.columns();
      const givesRows = columns.length > 0;
      return {
        getColumnNamesAsync: async () => columns.map(({ name }) => name),
        executeAsync: async (params: SQLInputValue[]) => {
          const before = changesOf(database);
          // A statement that gives rows does all that it changes with its first one.
          const rows = givesRows ? (statement.all(...params) as Row[]) : [];
          const changes = givesRows ? changesOf(database) - before : Number(statement.run(...params).changes);
          return { changes, getAllAsync: async () => rows, resetAsync: async () => undefined };
        },
        finalizeAsync: async () => undefined,
      };
    },
    execAsync: async (sql: string) => {
      database.exec(sql);
    },
    closeAsync: async () => {
      database.close();
    },
  };
  // The app asks for nothing else.
  return opened as unknown as SQLiteDatabase;
}

const changesOf = (database: DatabaseSync): number =>
  Number(database.prepare('SELECT total_changes() AS changes').get()?.['changes']);
