import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../ports.ts';
import { commandLine, waitUntil } from '../processes.ts';
import { reportedPid } from '../reported-pid.fixture.ts';
import { signedRequest } from './signed-request.fixture.ts';
import { startAzurite, type AzuriteServer } from './start-azurite.ts';

let dataDir: string;
let port: number;
let servers: AzuriteServer[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wellpulse-blob-'));
  port = await freePort();
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<AzuriteServer> {
  const server = await startAzurite({ dataDir, port });
  servers.push(server);
  return server;
}

async function store(connectionString: string, text: string): Promise<void> {
  expect((await signedRequest(connectionString, 'PUT', '/photos?restype=container')).status).toBe(201);
  expect((await signedRequest(connectionString, 'PUT', '/photos/1.jpg', text)).status).toBe(201);
}

async function load(connectionString: string): Promise<string> {
  return (await signedRequest(connectionString, 'GET', '/photos/1.jpg')).text();
}

test('a blob that was acknowledged is there after a kill -9 of the emulator', async () => {
  const first = await start();
  await store(first.connectionString, 'gauge');
  process.kill(first.pid, 'SIGKILL');
  expect(await first.exited).toEqual({ code: null, signal: 'SIGKILL' });

  const second = await start();
  expect(second.connectionString).toBe(first.connectionString);
  expect(await load(second.connectionString)).toBe('gauge');
});

test('an orderly stop ends the process with everything kept', async () => {
  const first = await start();
  await store(first.connectionString, 'gauge');
  await first.stop();
  expect(await first.exited).toEqual({ code: 0, signal: null });
  expect(await load((await start()).connectionString)).toBe('gauge');
});

test('the account key is random, and readable by its owner only', async () => {
  const { connectionString } = await start();
  expect((await stat(join(dataDir, 'account-key'))).mode & 0o077).toBe(0);
  const guessed = connectionString.replace(/AccountKey=[^;]+/, `AccountKey=${'A'.repeat(86)}==`);
  expect((await signedRequest(guessed, 'GET', '/?comp=list')).status).toBe(403);
});

test('the emulator ends when its parent is killed', async () => {
  const fixture = fileURLToPath(new URL('./start-and-report.fixture.ts', import.meta.url));
  const parent = fork(fixture, [dataDir, String(port)], { execArgv: [] });
  const pid = await reportedPid(parent);
  expect(await commandLine(pid)).toContain(dataDir);
  parent.kill('SIGKILL');
  expect(await waitUntil(async () => (await commandLine(pid)) === '', { timeoutMs: 10_000 })).toBe(true);
});

test('a port that another program listens on is refused by name', async () => {
  const squatter = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void squatter.close());
  await once(squatter, 'listening');
  await expect(start()).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${String(port)} for blob storage is taken by another program. Set WELLPULSE_BLOB_PORT to a free port.`,
  });
});
