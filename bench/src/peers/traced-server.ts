/**
 * A peer's server as a process of its own. It tells how often the server forced data to the disk. strace counts them from
 * outside, in all threads: the servers write through native code, of which Node's `fs` sees nothing. With its seccomp filter
 * the kernel stops the server at these calls only. So the server's times stay what they are.
 */
import { waitUntil } from '@wellpulse/embedded';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PEERS_NODE } from './install-peers.ts';

export interface ServerPlan {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  /** The trace is put here. */
  readonly folder: string;
}

const CALLS = 'fsync,fdatasync,sync_file_range,syncfs,msync';
const TRACE = ['-f', '--seccomp-bpf', '-qq', '-e', `trace=${CALLS}`, '-e', 'signal=none'];
/** A call that another thread's came between is written in two lines, of which only the first has the bracket. */
const CALL = /\b(?:fsync|fdatasync|sync_file_range|syncfs|msync)\(/g;

const MOST_SAID = 10_000;

/** Whether this machine lets strace trace a program. */
const canTrace = (): boolean => spawnSync('strace', [...TRACE, PEERS_NODE, '-v']).status === 0;

export class TracedServer {
  readonly #child: ChildProcess;
  readonly #trace: string | null;

  private constructor(child: ChildProcess, trace: string | null) {
    this.#child = child;
    this.#trace = trace;
  }

  /** Throws with what the server said if it doesn't answer within half a minute. */
  static async start({ program, args, env, url, folder }: ServerPlan): Promise<TracedServer> {
    const trace = canTrace() ? join(folder, 'calls.txt') : null;
    const server = [PEERS_NODE, program, ...args];
    const [file = '', ...rest] = trace === null ? server : ['strace', ...TRACE, '-o', trace, ...server];
    const child = spawn(file, rest, {
      cwd: folder,
      env: { ...process.env, ...env, NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-MOST_SAID)));
    }
    await waitUntil(async () => child.exitCode !== null || (await answers(url)), { timeoutMs: 30_000 });
    if (child.exitCode !== null) throw new Error(`its server ended: ${whyOf(said)}`);
    return new TracedServer(child, trace);
  }

  /** How often it forced data to the disk since it started; null where that can't be counted. */
  async forcedWrites(): Promise<number | null> {
    if (this.#trace === null) return null;
    return [...(await readFile(this.#trace, 'utf8')).matchAll(CALL)].length;
  }

  /** It ends with its standard input. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin?.end();
    await exited;
  }
}

/** The line in which it says what is wrong, as far as one can tell. */
const whyOf = (said: string): string => {
  const lines = said.trim().split('\n');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
};

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
