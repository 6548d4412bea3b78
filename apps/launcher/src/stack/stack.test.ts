import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { exitOf, freePort, waitUntil, type ServerExit } from '@wellpulse/embedded';
import { newCluster, type NewCluster } from '@wellpulse/testing';
import { isTurn } from '@wellpulse/testing/depth';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { parseConnections } from '../ports/connections.ts';

const text = z.string().optional();
const answer = z.object({ pid: z.number(), catalog: text, demo: text, blobs: text, publicUrl: text });
const fixture = fileURLToPath(new URL('./run-stack.fixture.ts', import.meta.url));

/** For tests in which the blob storage has no part: it takes a second to start. The stand-ins never connect to this one. */
const OWN_STORAGE = { AZURE_STORAGE_CONNECTION_STRING: 'AccountName=field;AccountKey=abc=' };

/** The same for the database. */
const OWN_SERVERS = { ...OWN_STORAGE, DATABASE_URL: 'postgres://wellpulse:secret@db.example:5432/catalog' };

interface Launcher {
  readonly process: ChildProcess;
  readonly lines: string[];
  readonly exited: Promise<ServerExit>;
  /** Settles when a line with this text was printed; rejects when the launcher ends before. */
  said(text: string): Promise<string>;
}

interface Place {
  readonly dataDir: string;
  readonly ports: readonly [web: number, api: number, pg: number, blob: number, internal: number];
}

let cluster: NewCluster;
let places: Place[];
let place: Place;
let launchers: Launcher[];

beforeAll(async () => {
  cluster = await newCluster();
});
afterAll(() => cluster.remove());

beforeEach(async () => {
  launchers = [];
  places = [];
  place = await makePlace();
});

afterEach(async () => {
  for (const { process } of launchers) process.kill('SIGTERM');
  await Promise.all(launchers.map(({ exited }) => exited));
  for (const { dataDir } of places) await rm(dataDir, { recursive: true });
});

/** Where the stack has run before. */
async function makePlace(): Promise<Place> {
  const made = await newPlace();
  const folder = join(made.dataDir, 'postgres');
  await mkdir(folder);
  await cluster.copyTo(folder);
  return made;
}

async function newPlace(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wellpulse-stack-'));
  const made: Place = {
    dataDir,
    ports: [await freePort(), await freePort(), await freePort(), await freePort(), await freePort()],
  };
  places.push(made);
  return made;
}

function launch({ dataDir, ports }: Place, env: NodeJS.ProcessEnv = {}): Launcher {
  const [web, api, pg, blob, internal] = ports.map(String);
  const child = spawn(process.execPath, [fixture], {
    env: {
      ...process.env,
      WELLPULSE_DATA_DIR: dataDir,
      WELLPULSE_WEB_PORT: web,
      WELLPULSE_API_PORT: api,
      WELLPULSE_INTERNAL_PORT: internal,
      WELLPULSE_PG_PORT: pg,
      WELLPULSE_BLOB_PORT: blob,
      WELLPULSE_FIELD_APP: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => lines.push(line));
  }
  const exited = exitOf(child);
  let ended = false;
  void exited.then(() => (ended = true));
  const said = async (text: string): Promise<string> => {
    const find = () => lines.find((line) => line.includes(text));
    await waitUntil(() => find() !== undefined || ended);
    const line = find();
    if (line === undefined) throw new Error(`"${text}" was never said. Said:\n${lines.join('\n')}`);
    return line;
  };
  const launcher = { process: child, lines, exited, said };
  launchers.push(launcher);
  return launcher;
}

async function ask(port: number) {
  const response = await fetch(`http://127.0.0.1:${String(port)}/`);
  return answer.parse(await response.json());
}

async function listens(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${String(port)}/`).then(
    () => true,
    () => false,
  );
}

test('it starts everything, says once that it is ready, and Ctrl-C stops everything in order', async () => {
  place = await newPlace();
  const [web, api, , blob] = place.ports;
  const launcher = launch(place, { WELLPULSE_FIELD_APP: '1' });
  const ready = await launcher.said('is ready:');
  expect(ready).toBe(
    `WellPulse is ready: dashboard http://127.0.0.1:${String(web)}, API http://127.0.0.1:${String(web)}/api, ` +
      'sign in to tenant acme: admin@acme.example, manager@acme.example, operator@acme.example, ' +
      'viewer@acme.example password wellpulse-demo',
  );
  expect(launcher.lines.some((line) => line.endsWith('Demo: 40 wells'))).toBe(true);
  const { catalog, demo, blobs, publicUrl } = await ask(api);
  // Photos go through the dashboard, which reaches the storage as the API does.
  expect(await ask(web)).toMatchObject({ blobs, publicUrl });
  expect([blobs, publicUrl]).toEqual([`http://127.0.0.1:${String(blob)}`, `http://127.0.0.1:${String(web)}`]);
  expect(catalog).toContain('/wellpulse_catalog');
  // The API is not ready before the demo tenants are complete.
  expect(demo).toBe('1');

  // Nobody waits for the field app: it is built after the ready line, and has one of its own.
  expect(await launcher.said('The field app')).toBe(
    `The field app is ready too: http://127.0.0.1:${String(web)}/field`,
  );
  const at = (text: string) => launcher.lines.findIndex((line) => line.includes(text));
  expect(at('Field app: Building')).toBeGreaterThan(at('is ready:'));

  const runtimeFile = join(place.dataDir, 'runtime.json');
  expect((await stat(runtimeFile)).mode & 0o777).toBe(0o600);
  expect(parseConnections(await readFile(runtimeFile, 'utf8'))).toMatchObject({ apiPort: api, webPort: web });

  launcher.process.kill('SIGINT');
  expect(await launcher.exited).toEqual({ code: 0, signal: null });
  expect(launcher.lines.slice(-4).map((line) => line.replace(/^\[.*\] /, ''))).toEqual([
    'Stopping the dashboard',
    'Stopping the API',
    'Stopping blob storage',
    'Stopping PostgreSQL',
  ]);
  expect(await readFile(join(place.dataDir, 'logs', 'api.log'), 'utf8')).toContain('ended in order');
  await expect(stat(runtimeFile)).rejects.toThrow('ENOENT');
});

test('a second start in the same folder is refused, and the first goes on', async () => {
  const first = launch(place, { ...OWN_SERVERS, WELLPULSE_DEMO: '0' });
  await first.said('is ready');
  expect((await ask(place.ports[1])).demo).toBe('0');
  const second = launch({ ...(await makePlace()), dataDir: place.dataDir });
  await second.said(`already running in this folder`);
  expect(await second.exited).toEqual({ code: 1, signal: null });
  await ask(place.ports[1]);
});

test.runIf(isTurn(0, 5))('a start waits for a run that is just stopping', async () => {
  const first = launch(place, { ...OWN_STORAGE, WELLPULSE_DEMO: '0' });
  await first.said('is ready');
  first.process.kill('SIGTERM');
  await first.said('Stopping');
  const second = launch(place, { ...OWN_STORAGE, WELLPULSE_DEMO: '0' });
  await second.said('is ready');
  expect(await first.exited).toEqual({ code: 0, signal: null });
});

test.runIf(isTurn(1, 5))('two with different folders and ports run side by side', async () => {
  const other = await makePlace();
  const both = [place, other].map((each) => launch(each, { ...OWN_STORAGE, WELLPULSE_DEMO: '0' }));
  for (const launcher of both) expect(await launcher.said('is ready')).not.toContain('acme');
  expect((await ask(place.ports[1])).catalog).not.toBe((await ask(other.ports[1])).catalog);
});

test('a part that is killed is started again', async () => {
  const launcher = launch(place, { ...OWN_SERVERS, WELLPULSE_DEMO: '0' });
  await launcher.said('is ready');
  const { pid } = await ask(place.ports[1]);
  process.kill(pid, 'SIGKILL');
  await launcher.said('The API ended unexpectedly (signal SIGKILL); starting it again in 1 s');
  await launcher.said('The API is back');
  expect((await ask(place.ports[1])).pid).not.toBe(pid);
});

test.runIf(isTurn(2, 5))(
  'after a kill -9 of the launcher its programs end by themselves, and the next start recovers',
  async () => {
    const first = launch(place, { WELLPULSE_DEMO: '0' });
    await first.said('is ready');
    first.process.kill('SIGKILL');
    const [web, api, , blob] = place.ports;
    for (const port of [web, api, blob])
      expect(await waitUntil(async () => !(await listens(port)))).toBe(true);

    const second = launch(place, { ...OWN_STORAGE, WELLPULSE_DEMO: '0' });
    await second.said('is ready');
    await ask(web);
  },
);

test.runIf(isTurn(3, 5))(
  'a start right after a kill -9 of the launcher waits for its programs to end',
  async () => {
    const first = launch(place, { WELLPULSE_DEMO: '0' });
    await first.said('is ready');
    first.process.kill('SIGKILL');
    await first.exited;
    await launch(place, { ...OWN_STORAGE, WELLPULSE_DEMO: '0' }).said('is ready');
  },
);

test('with servers of its own it starts no embedded ones; for others it says that there is no https', async () => {
  const others = { WELLPULSE_HOST: '0.0.0.0', WELLPULSE_PUBLIC_URL: 'http://field.example:3000' };
  const launcher = launch(place, { ...OWN_SERVERS, ...others });
  const { WELLPULSE_PUBLIC_URL: publicUrl } = others;
  expect(await launcher.said('is ready')).toBe(
    `WellPulse is ready: dashboard ${publicUrl}, API ${publicUrl}/api`,
  );
  await launcher.said('without https: on a network that you trust only');
  // An account's photos don't go through the dashboard.
  const web = await ask(place.ports[0]);
  expect([web.blobs, web.publicUrl]).toEqual([undefined, publicUrl]);
  expect(launcher.lines.join('\n')).not.toContain('PostgreSQL');
  expect((await ask(place.ports[1])).catalog).toBe(OWN_SERVERS.DATABASE_URL);
});

test('a Ctrl-C while everything starts stops what has started', async () => {
  const launcher = launch(place, OWN_STORAGE);
  await launcher.said('Starting the API');
  launcher.process.kill('SIGINT');
  expect(await launcher.exited).toEqual({ code: 0, signal: null });
  expect(launcher.lines.join('\n')).not.toContain('is ready');
});

test('a field app that can’t be built is told, and the stack goes on without it', async () => {
  const launcher = launch(place, { ...OWN_SERVERS, WELLPULSE_FIELD_APP: '1', FIELD_APP: 'broken' });
  await launcher.said('The field app could not be built; see ');
  await ask(place.ports[0]);
});

test('the build of the field app ends with the stack, however that ends', async () => {
  const launcher = launch(place, { ...OWN_SERVERS, WELLPULSE_FIELD_APP: '1', FIELD_APP: 'endless' });
  const pid = Number(/process (\d+)/.exec(await launcher.said('Field app: Building'))?.[1]);
  const runs = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  expect(runs()).toBe(true);
  launcher.process.kill('SIGKILL');
  expect(await waitUntil(async () => !runs())).toBe(true);
});

test('a demo seed that fails is told, and no sign-ins are promised', async () => {
  const launcher = launch(place, { ...OWN_STORAGE, SEED_EXIT_CODE: '1' });
  await launcher.said('The demo tenants are not complete');
  expect(await launcher.said('is ready')).not.toContain('acme');
});
