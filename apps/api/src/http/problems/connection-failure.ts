/** Tells a server of ours that is away from a request that failed: the first is worth asking again. */
import pg from 'pg';

const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The database is away or going down (PostgreSQL class 57P, 53, 08, or no connection at all). */
export function isConnectionFailure(thrown: unknown): boolean {
  if (thrown instanceof pg.DatabaseError) return /^(57P|53|08)/.test(thrown.code ?? '');
  if (!(thrown instanceof Error)) return false;
  const { code } = thrown as NodeJS.ErrnoException;
  return (
    NO_CONNECTION.has(code ?? '') ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(thrown.message)
  );
}
