/** A stack of its own for a run: embedded PostgreSQL (durable, as in production), blob storage and the built API. */
import {
  freePort,
  startAzurite,
  startPostgres,
  waitUntil,
  type AzuriteServer,
  type PostgresServer,
} from '@wellpulse/embedded';
import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Stack {
  readonly apiUrl: string;
  /** The address of the tenant's own database, for the queries to compare with. */
  readonly tenantUrl: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

export const TENANT = 'bench';
export const MANAGER = { email: 'manager@bench.example', password: 'gauge-thief-hatch-7' };
export const OPERATOR = { email: 'operator@bench.example', password: 'gauge-thief-hatch-8' };

const API = fileURLToPath(new URL('../../apps/api/dist/', import.meta.url));
const run = promisify(execFile);

export async function startStack(): Promise<Stack> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'wellpulse-bench-'));
  const postgres = await startPostgres({ dataDir: path.join(dataDir, 'postgres'), port: await freePort() });
  const blobs = await startAzurite({ dataDir: path.join(dataDir, 'blob'), port: await freePort() });
  const port = await freePort();
  const internalPort = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: otherDatabase(postgres.url, 'wellpulse_catalog'),
    AZURE_STORAGE_CONNECTION_STRING: blobs.connectionString,
    WELLPULSE_JWT_SECRET: randomBytes(32).toString('hex'),
    WELLPULSE_API_PORT: String(port),
    WELLPULSE_INTERNAL_PORT: String(internalPort),
    WELLPULSE_MIGRATE: '1',
    WELLPULSE_LOG_LEVEL: 'warn',
    WELLPULSE_SYNC_BATCHES_PER_MINUTE: '1000000',
    NODE_ENV: 'production',
  };
  const cli = (args: string[], more = {}) =>
    run(process.execPath, [`${API}cli.js`, ...args], { env: { ...env, ...more } });
  await cli(['tenant', 'create', TENANT, '--name', 'Benchmark']);
  await cli(['user', 'create', TENANT, MANAGER.email, '--name', 'Bench Manager', '--role', 'MANAGER'], {
    WELLPULSE_PASSWORD: MANAGER.password,
  });
  await cli(['user', 'create', TENANT, OPERATOR.email, '--name', 'Bench Operator', '--role', 'OPERATOR'], {
    WELLPULSE_PASSWORD: OPERATOR.password,
  });
  const api = spawn(process.execPath, [`${API}main.js`], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const apiUrl = `http://127.0.0.1:${String(port)}`;
  const ready = `http://127.0.0.1:${String(internalPort)}/ready`;
  await waitUntil(async () => (await fetch(ready).catch(() => null))?.ok === true, { timeoutMs: 30_000 });
  return {
    apiUrl,
    dataDir,
    tenantUrl: otherDatabase(postgres.url, `wellpulse_${TENANT}`),
    stop: () => stop(api, [postgres, blobs], dataDir),
  };
}

async function stop(
  api: ChildProcess,
  servers: readonly (PostgresServer | AzuriteServer)[],
  dataDir: string,
): Promise<void> {
  const exited = new Promise((resolve) => api.once('exit', resolve));
  api.kill('SIGTERM');
  await exited;
  for (const server of servers) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function otherDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
}
