import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { newCluster, type NewCluster } from '@wellpulse/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../ports.ts';
import { commandLine, waitUntil } from '../processes.ts';
import { reportedPid } from '../reported-pid.fixture.ts';
import { startPostgres, type PostgresOptions, type PostgresServer } from './start-postgres.ts';

let cluster: NewCluster;
let dataDir: string;
let port: number;
let servers: PostgresServer[];

beforeAll(async () => {
  cluster = await newCluster();
});
afterAll(() => cluster.remove());

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wellpulse-pg-'));
  port = await freePort();
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
});

async function start(options: Partial<PostgresOptions> = {}): Promise<PostgresServer> {
  const server = await startPostgres({ dataDir, port, durable: false, ...options });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

async function addWell(url: string): Promise<void> {
  await query(url, "CREATE TABLE IF NOT EXISTS well (name text); INSERT INTO well VALUES ('Permian 1')");
}

test('a new server speaks UTF-8, sorts by code point and knows all letters', async () => {
  const { url } = await start();
  const rows = await query(
    url,
    "SELECT current_setting('server_encoding') encoding, lower('MÆRSK') lowered, 'Z' < 'a' sorted",
  );
  expect(rows).toEqual([{ encoding: 'UTF8', lowered: 'mærsk', sorted: true }]);
});

test('only the password lets one in, and only its owner can read it', async () => {
  await cluster.copyTo(dataDir);
  const { url } = await start();
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password');
  const { mode } = await stat(join(dataDir, 'cluster', 'wellpulse-password'));
  expect(mode & 0o077).toBe(0);
});

test('what was committed is there after an orderly stop and a start', async () => {
  await cluster.copyTo(dataDir);
  const first = await start();
  await addWell(first.url);
  await first.stop();
  expect(await first.exited).toEqual({ code: 0, signal: null });
  const second = await start();
  expect(await query(second.url, 'SELECT name FROM well')).toEqual([{ name: 'Permian 1' }]);
});

test('what was committed is there after a kill -9 of the server', async () => {
  await cluster.copyTo(dataDir);
  const first = await start({ durable: true });
  await addWell(first.url);
  process.kill(first.pid, 'SIGKILL');
  expect(await first.exited).toEqual({ code: null, signal: 'SIGKILL' });

  const second = await start();
  expect(await query(second.url, 'SELECT name FROM well')).toEqual([{ name: 'Permian 1' }]);
});

test('a server orphaned by a kill -9 of its parent is stopped, and its data kept', async () => {
  await cluster.copyTo(dataDir);
  const parent = fork(fixture, [dataDir, String(port)], { execArgv: [] });
  const orphan = await reportedPid(parent);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect(await commandLine(orphan)).toContain(dataDir);

  const server = await start();
  expect(server.pid).not.toBe(orphan);
  expect(await commandLine(orphan)).toBe('');
  await addWell(server.url);
});

test('a cluster half made by a killed run is made again', async () => {
  const killed = fork(fixture, [dataDir, String(port)], { execArgv: [] });
  const halfMade = await waitUntil(async () =>
    (await readdir(dataDir)).some((name) => name.includes('.new-')),
  );
  killed.kill('SIGKILL');
  expect(halfMade).toBe(true);

  const { url } = await start();
  await addWell(url);
  expect(await readdir(dataDir)).toEqual(['cluster', 'postgres.log']);
});

test('leftovers of a killed run are removed from beside a complete cluster, which is kept', async () => {
  await cluster.copyTo(dataDir);
  const first = await start();
  await addWell(first.url);
  await first.stop();
  await mkdir(join(dataDir, 'cluster.new-abc', 'data'), { recursive: true });

  const { url } = await start();
  expect(await query(url, 'SELECT name FROM well')).toEqual([{ name: 'Permian 1' }]);
  expect(await readdir(dataDir)).toEqual(['cluster', 'postgres.log']);
});

test('a stale lock file whose process id was given to another server stops neither of them', async () => {
  await cluster.copyTo(dataDir);
  const otherDir = await mkdtemp(join(tmpdir(), 'wellpulse-pg-'));
  onTestFinished(() => rm(otherDir, { recursive: true, force: true }));
  await cluster.copyTo(otherDir);
  const other = await start({ dataDir: otherDir, port: await freePort() });
  const first = await start();
  const lock = await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), lock.replace(/^\d+/, String(other.pid)));

  const second = await start();
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await query(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await other.stop();
});

test('a port that another program listens on is refused by name', async () => {
  const squatter = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void squatter.close());
  await once(squatter, 'listening');
  await expect(start()).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${String(port)} for PostgreSQL is taken by another program. Set WELLPULSE_PG_PORT to a free port.`,
  });
});

test('a data folder that PostgreSQL refuses is left alone, and its reason is passed on', async () => {
  await cluster.copyTo(dataDir);
  const first = await start();
  await first.stop();
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '12\n');
  await expect(start()).rejects.toThrow(/did not start \(exit code 1\).*incompatible/s);
  expect(await readdir(dataDir)).toContain('cluster');
});

const fixture = fileURLToPath(new URL('./start-and-report.fixture.ts', import.meta.url));
