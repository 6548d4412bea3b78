/** A registered device in a folder, with a server in memory, and the program run on that folder. */
import { valuesFrom, WELL_VALUES } from '@wellpulse/contracts';
import { OfflineClient } from '@wellpulse/offline';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { FakeServer, PUMPER } from '@wellpulse/offline/testing';
import { runInProcess, type Printed } from '@wellpulse/testing';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { runDeviceProgram } from './program.ts';

export const WELL_ID = '01890000-0000-7000-8000-000000000001';
const root = join(import.meta.dirname, '../../..');
const program = join(root, 'apps/device/dist/main.js');
const NOWHERE = 'http://127.0.0.1:9';

export interface DeviceFolder {
  readonly folder: string;
  readonly server: FakeServer;
  /** Opens the folder's device for `use`, with the server in memory. */
  readonly withClient: <Result>(use: (client: OfflineClient) => Promise<Result>) => Promise<Result>;
}

/** A folder with a registered device that knows one well. It goes when the tests of the file are over. */
export async function aDeviceFolder(): Promise<DeviceFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'wellpulse-device-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const server = new FakeServer();
  const at = '2025-01-01T00:00:00.000Z';
  const values = valuesFrom(WELL_VALUES, { name: 'State #1', route: 'North', routePosition: 1 });
  server.addWell({
    id: WELL_ID,
    apiNumber: '42-165-12345',
    ...values,
    createdAt: at,
    updatedAt: at,
    version: 1,
  });
  const withClient: DeviceFolder['withClient'] = async (use) => {
    const client = await OfflineClient.open({
      driver: await openNodeSqlite(join(folder, 'client.db')),
      transport: server,
      files: nodePhotoFiles(join(folder, 'photos')),
      clock: nodeClock,
      keys: nodePersonKeys(join(folder, 'keys.json')),
    });
    try {
      return await use(client);
    } finally {
      await client.close();
    }
  };
  await withClient(async (client) => {
    const person = { tenant: 'acme', email: PUMPER.email, password: 'wellpulse-demo' };
    await client.sessions.register({ ...person, deviceName: 'Truck 7', platform: 'ELECTRON' });
    await client.sync.syncNow();
  });
  return { folder, server, withClient };
}

/** Runs the program on the device of `folder`, without a network. */
export const runDevice = (
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Printed> => runInProcess(() => runDeviceProgram(onFolder(folder, args)), environment);

/** The same as a process, into a pipe that is closed by who reads it: at once, or after the first bytes. */
export async function runPiped(
  folder: string,
  args: readonly string[],
  reads: 'NOTHING' | 'FIRST_BYTES',
): Promise<Printed> {
  await buildProgram();
  const child = spawn(process.execPath, [program, ...onFolder(folder, args)]);
  if (reads === 'NOTHING') child.stdout.destroy();
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? -1, output, errors };
}

const onFolder = (folder: string, args: readonly string[]): string[] => [
  ...['--data', folder, '--server', NOWHERE],
  ...args,
];

let built: Promise<unknown> | undefined;

/** Builds the program if it is older than its sources; once, however many ask for it. */
const buildProgram = (): Promise<unknown> =>
  (built ??= promisify(execFile)(process.execPath, ['scripts/build.mjs', 'device'], { cwd: root }));
