/** PostgreSQL pools with one reading of types everywhere. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;

/**
 * Days stay text, instants become RFC 3339 text, and numbers become numbers: our numerics have two decimals and at most ten
 * digits. A double holds that to the last hundredth, and sums stay far below 2^53 hundredths.
 */
const PARSERS = new Map<number, (text: string) => unknown>([
  [OID.int8, Number],
  [OID.numeric, Number],
  [OID.date, (text) => text],
  [OID.timestamptz, readInstant],
]);

/**
 * Whatever the server, the database, the role or the URL say: an answer is durable when it is sent, and times are written in
 * UTC. In other zones, offsets from before there were time zones have seconds, which no `Date` reads.
 */
const SESSION_OPTIONS = '-c synchronous_commit=on -c TimeZone=UTC';

const WRITTEN_INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?)\+00$/;

/** RFC 3339 with milliseconds. `Date` alone takes a year such as 0001 for one of this century. */
function readInstant(text: string): string {
  const [, day, time] = WRITTEN_INSTANT.exec(text) ?? [];
  if (day === undefined || time === undefined)
    throw new Error(`Not an instant of the years 1 to 9999: ${text}`);
  return new Date(`${day}T${time}Z`).toISOString();
}

export interface PoolOptions {
  readonly max: number;
  readonly applicationName: string;
}

export function openPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: withSessionOptions(url),
    max: options.max,
    application_name: options.applicationName,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: {
      getTypeParser: (oid: number, format: 'text' | 'binary' = 'text') =>
        (format === 'text' ? PARSERS.get(oid) : undefined) ?? usualParser(oid, format),
    },
  });
  // A connection that breaks (the server restarted) is replaced by the pool. Its user hears of it by the
  // query that fails; the event itself must only not end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The last word of several counts, so ours stands behind what the URL says. */
function withSessionOptions(given: string): string {
  const url = new URL(given);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${SESSION_OPTIONS}`.trim());
  return url.toString();
}

// The driver types its parsers as `any`.
const usualParser = (oid: number, format: 'text' | 'binary') =>
  pg.types.getTypeParser(oid, format) as (text: string) => unknown;

export const queryBuilder = <Schema>(pool: pg.Pool): Kysely<Schema> =>
  new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

/** Does something in a database as a user who is needed for that only. */
export async function usePool<Result>(
  url: string,
  work: (pool: pg.Pool) => Promise<Result>,
): Promise<Result> {
  const pool = openPool(url, { max: 1, applicationName: 'wellpulse-owner' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Creates the database that a URL names if it is not there. Safe to run by several processes at once. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const client = new pg.Client({ connectionString: databaseUrl(url, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!isDuplicateDatabase(error)) throw error;
  } finally {
    await client.end();
  }
}

/** 42P04 and 23505 both mean that another process was faster. */
const isDuplicateDatabase = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505');
