/** A whole stack as a user's `npm start` runs it, with a data folder and ports of its own. */
import { API_PATH } from '@wellpulse/contracts';
import { freePort } from '@wellpulse/embedded';
import { times } from '@wellpulse/testing/depth';
import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface RunningStack {
  /** Where this machine finds the dashboard, whatever others call it. */
  readonly webUrl: string;
  /** Below the same origin, as devices use it. */
  readonly apiUrl: string;
  /** What others call it. */
  readonly publicUrl: string;
  /** Where those look who run it. */
  readonly internalUrl: string;
  /** The process that `npm start` is; everything else descends from it. */
  readonly pid: number;
  /** Runs `npm run wellpulse -- …` on this stack. */
  wellpulse(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<string>;
  /** Stops everything and removes the data. */
  stop(): Promise<void>;
}

export interface StackOptions {
  /** With the demo tenants, which takes a little longer. */
  readonly demo: boolean;
  /** Where others find it; the dashboard's own address if left out. */
  readonly publicUrl?: string | undefined;
}

type Launcher = ChildProcessByStdio<null, Readable, Readable>;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const READY = /is ready: dashboard (https?:[^\s,]+), API (https?:[^\s,]+)/;
/** Settings of a stack that runs beside the tests are none of their business. */
const SETTINGS = /^(WELLPULSE_.*|DATABASE_URL|AZURE_STORAGE_CONNECTION_STRING|REDIS_URL)$/;

export async function startStack({ demo, publicUrl: given }: StackOptions): Promise<RunningStack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wellpulse-e2e-'));
  const env = await environment(dataDir, demo);
  if (given !== undefined) env['WELLPULSE_PUBLIC_URL'] = given;
  const launcher = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (launcher.exitCode === null && launcher.kill('SIGTERM')) await once(launcher, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const [, publicUrl = ''] = await readyLine(launcher);
    const at = (port = ''): string => `http://127.0.0.1:${port}`;
    const webUrl = at(env['WELLPULSE_WEB_PORT']);
    const urls = {
      webUrl,
      apiUrl: webUrl + API_PATH,
      publicUrl,
      internalUrl: at(env['WELLPULSE_INTERNAL_PORT']),
    };
    const wellpulse = async (args: readonly string[], more: NodeJS.ProcessEnv = {}) => {
      const tool = ['scripts/wellpulse.mjs', ...args];
      const run = promisify(execFile)(process.execPath, tool, { cwd: root, env: { ...env, ...more } });
      return (await run).stdout;
    };
    return { ...urls, pid: launcher.pid ?? 0, wellpulse, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function environment(dataDir: string, demo: boolean): Promise<NodeJS.ProcessEnv> {
  const ports = new Set<number>();
  while (ports.size < 5) ports.add(await freePort());
  const [web, api, internal, postgres, blob] = [...ports].map(String);
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name))),
    WELLPULSE_DATA_DIR: dataDir,
    WELLPULSE_WEB_PORT: web,
    WELLPULSE_API_PORT: api,
    WELLPULSE_INTERNAL_PORT: internal,
    WELLPULSE_PG_PORT: postgres,
    WELLPULSE_BLOB_PORT: blob,
    WELLPULSE_DEMO: demo ? '1' : '0',
    // The tests that need the field app build it themselves.
    WELLPULSE_FIELD_APP: '0',
    // Two years of readings take a third of a start, and show no test more than a season does.
    WELLPULSE_DEMO_DAYS: String(times(120, 730)),
    // A few people stand for all, and send more than one device does.
    WELLPULSE_SYNC_BATCHES_PER_MINUTE: '1000',
  };
}

/** Rejects with what the launcher said if it ends before it is ready. */
function readyLine(launcher: Launcher): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [launcher.stdout, launcher.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
        const ready = READY.exec(output);
        if (ready !== null) resolve(ready);
      });
    }
    launcher.once('error', reject);
    launcher.once('exit', () => {
      reject(new Error(`The stack did not start:\n${output}`));
    });
  });
}
