import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Node program: a JavaScript file and how to run it. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** The programs that the launcher runs, with what it expects of each. */
export interface Programs {
  /**
   * Listens on 127.0.0.1 at `WELLPULSE_API_PORT` and `WELLPULSE_INTERNAL_PORT`, and makes and migrates its databases (`WELLPULSE_MIGRATE=1`). Answers
   * `GET /health` with 200 once it serves, and ends in order when its IPC channel closes.
   */
  readonly api: Command;
  /** The dashboard and the one origin; asks the API at `WELLPULSE_API_URL`. */
  web(port: number, host: string): Command;
  /** Where the phone's app for browsers is built, for the dashboard's server to serve. */
  readonly fieldFolder: string;
  /** Installs and builds that app if it is not what its sources say. It lets all else go first, and prints what it does. */
  readonly fieldApp: Command;
  /** Completes the demo tenants through the API; quick and harmless when they are complete. */
  demoSeed(apiUrl: string): Command;
  /** The command-line tool; its paths are relative to where npm was called. */
  cli(args: readonly string[]): Command;
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const api = join(root, 'apps', 'api', 'dist', 'main.js');
const cli = join(root, 'apps', 'api', 'dist', 'cli.js');
const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');

/** The product's own programs, as built. */
export const productPrograms: Programs = {
  api: { file: api, args: [], cwd: root },
  web: (port, host) => ({
    file: next,
    args: ['start', '--port', String(port), '--hostname', host],
    cwd: join(root, 'apps', 'web'),
  }),
  fieldFolder: join(root, 'apps', 'mobile', 'dist'),
  fieldApp: { file: join(root, 'scripts', 'lib', 'mobile', 'ensure-field-app.mjs'), args: [], cwd: root },
  demoSeed: (apiUrl) => ({ file: cli, args: ['demo', 'seed', '--api', apiUrl], cwd: root }),
  cli: (args) => ({ file: cli, args, cwd: process.env['INIT_CWD'] ?? process.cwd() }),
};
