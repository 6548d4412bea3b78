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

/** Runs a statement as it stands. */
async function run<Row>(
  executor: SqliteExecutor,
  sql: string,
  params: readonly SqlValue[],
): Promise<QueryResult<Row>> {
  if (HAS_ROWS.test(sql)) return { rows: (await executor.query(sql, params)) as Row[] };
  return { rows: [], numAffectedRows: BigInt(await executor.execute(sql, params)) };
}

class PortConnection implements DatabaseConnection {
  readonly #executor: SqliteExecutor;

  constructor(executor: SqliteExecutor) {
    this.#executor = executor;
  }

  executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    return run(this.#executor, sql, parameters as readonly SqlValue[]);
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
const executors = new WeakMap<Db, SqliteExecutor>();

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
  executors.set(db, executor);
  return db;
}

/** Stands for a value while a query is built. */
class Slot {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/**
 * A query that is built once, and from then on only given its values. Between an entry and the disk, building the queries takes
 * longer than running them (ADR 81). What is always the same in it is a literal (`sql.lit`): SQLite plans a statement anew at
 * each run where a value decides which partial index fits, or is the limit.
 *
 * @example
 * const valueOf = keptQuery((db, key: string) => db.selectFrom('meta').where('key', '=', key).select('value').compile());
 * const [row] = await valueOf(db, 'held_days');
 */
export function keptQuery<Args extends readonly SqlValue[], Row>(
  build: (db: Db, ...args: Args) => CompiledQuery<Row>,
): (db: Db, ...args: Args) => Promise<Row[]> {
  let kept: Pick<CompiledQuery, 'sql' | 'parameters'> | undefined;
  return async (db, ...args) => {
    const executor = executors.get(db);
    if (executor === undefined) throw new Error('A kept query runs on a database of kyselyOn');
    // Kysely takes any value for a parameter, and gives it back in its place.
    kept ??= build(db, ...(args.map((_, index) => new Slot(index)) as unknown as Args));
    const values = kept.parameters.map((value) => (value instanceof Slot ? args[value.index] : value));
    return (await run<Row>(executor, kept.sql, values as readonly SqlValue[])).rows;
  };
}
