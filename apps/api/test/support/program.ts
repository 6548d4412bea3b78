/** Runs programs of this project, above all the built API and its command-line tool, as processes of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The same programs start many times: a third of what a start takes is reading their code. */
const { NODE_COMPILE_CACHE = join(tmpdir(), 'node-compile-cache') } = process.env;

const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** Loaded into each program: it ends with the process of the tests, also where that fails, is stopped or killed. */
const endWithParent = new URL('../../../launcher/src/processes/end-with-parent.ts', import.meta.url).href;

export interface Outcome {
  /** Null for a program that was killed. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  readonly ended: Promise<Outcome>;
}

/** Builds what is older than its sources, as `npm start` and `npm test` do. */
export async function buildPrograms(name: 'api' | 'device' = 'api'): Promise<void> {
  const { code, errors } = await startProgram('scripts/build.mjs', [name], process.env).ended;
  if (code !== 0) throw new Error(`${name} can't be built: ${errors}`);
}

export const startApiProgram = (environment: Readonly<Record<string, string>>): Running =>
  startProgram('apps/api/dist/main.js', [], environment);

/** Starts `wellpulse …`. */
export const startTool = (args: readonly string[], environment: Readonly<Record<string, string>>): Running =>
  startProgram('apps/api/dist/cli.js', args, environment);

/** Starts a file under this Node; relative to the project's folder. It does not outlive this process. */
export function startProgram(file: string, args: readonly string[], environment: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, ['--import', endWithParent, file, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  let errors = '';
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, output, errors }));
  return { child, output: () => output, ended };
}
