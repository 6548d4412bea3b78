/** Kysely over the SQLite port. It writes the SQL and types the rows; transactions are the driver's. */
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { SqliteExecutor, SqlValue } from '../ports/sqlite.ts';
import type { DeviceTables } from './schema.ts';

export type Db = Kysely<DeviceTables>;

const HAS_ROWS = /^\s*(?:select|with|pragma)\b|\breturning\b/i;

class PortConnection implements DatabaseConnection {
  readonly #executor: SqliteExecutor;

  constructor(executor: SqliteExecutor) {
    this.#executor = executor;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const params = parameters as readonly SqlValue[];
    if (HAS_ROWS.test(sql)) return { rows: (await this.#executor.query(sql, params)) as Row[] };
    return { rows: [], numAffectedRows: BigInt(await this.#executor.execute(sql, params)) };
  }

  // Kysely asks for an iterator; everything here fits into memory at once.
  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are read at once here');
  }
}

const notHere = async (): Promise<never> => {
  throw new Error('Transactions are opened by DeviceDatabase.write');
};

function portDriver(executor: SqliteExecutor): Driver {
  const connection = new PortConnection(executor);
  const nothing = async (): Promise<void> => undefined;
  return {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: notHere,
    commitTransaction: notHere,
    rollbackTransaction: notHere,
    destroy: nothing,
  };
}

const known = new WeakMap<SqliteExecutor, Db>();

/** The typed view of an executor; the same one each time, since making it costs more than a small query. */
export function kyselyOn(executor: SqliteExecutor): Db {
  const existing = known.get(executor);
  if (existing !== undefined) return existing;
  const dialect: Dialect = {
    createDriver: () => portDriver(executor),
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
  const db = new Kysely<DeviceTables>({ dialect });
  known.set(executor, db);
  return db;
}
