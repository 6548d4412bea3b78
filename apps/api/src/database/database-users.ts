/**
 * The two users of a PostgreSQL server: the owner makes databases and migrates them; the API's user, `DATABASE_URL`, reads and writes rows,
 * and can neither change nor shorten a log (ADR 49). Where both are one user, nothing is granted.
 */
import pg from 'pg';

/** What the API's user may do in a database, after its migrations. `role` is written as an identifier. */
export type Grants = (role: string) => readonly string[];

export const isSameUser = (ownerUrl: string, apiUrl: string): boolean =>
  new URL(ownerUrl).username === new URL(apiUrl).username;

/** Makes the API's user if it is missing. Grants the user its rights in the database of the pool, which is the owner's. */
export async function admitApiUser(owner: pg.Pool, apiUrl: string, grants: Grants): Promise<void> {
  const { username, password } = new URL(apiUrl);
  const name = decodeURIComponent(username);
  const role = pg.escapeIdentifier(name);
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) await makeUser(owner, role, decodeURIComponent(password));
  const statements = [
    'revoke create on schema public from public',
    `grant usage on schema public to ${role}`,
  ];
  await owner.query([...statements, ...grants(role)].join(';\n'));
}

async function makeUser(owner: pg.Pool, role: string, password: string): Promise<void> {
  try {
    await owner.query(`create role ${role} login password ${pg.escapeLiteral(password)}`);
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof pg.DatabaseError) || !/^(42710|23505)$/.test(error.code ?? '')) throw error;
  }
}
