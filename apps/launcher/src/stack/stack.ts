/**
 * The whole stack from start to stop. What a killed run left behind is dealt with first; whatever has started is stopped
 * in reverse order, however this ends.
 */
import { rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { stopLeftoverPostgres } from '@wellpulse/embedded';
import { blobOrigin } from '../ports/blob-origin.ts';
import { checkPorts } from '../ports/check-ports.ts';
import { claimFolder } from '../data-folder/claim-folder.ts';
import { apiEnvironment, catalogUrls, serialiseConnections, type Connections } from '../ports/connections.ts';
import { isLoopback, isLoopbackAddress } from '../ports/public-url.ts';
import { openDataFolder, type DataFolder } from '../data-folder/data-folder.ts';
import { rotateLog } from '../data-folder/log-file.ts';
import { Parts } from '../processes/parts.ts';
import type { Programs } from '../processes/programs.ts';
import { runTold } from '../processes/told-program.ts';
import type { Progress } from './progress.ts';
import { replaceFile } from '../data-folder/replace-file.ts';
import { ensureSecret } from '../data-folder/secrets.ts';
import {
  apiService,
  apiUrl,
  blobService,
  postgresService,
  webService,
  type AddressedService,
} from './services.ts';
import { portsOf, type Settings } from '../settings.ts';

/** What a run needs. */
export interface StackOptions {
  readonly settings: Settings;
  readonly programs: Programs;
  readonly progress: Progress;
  /** Asks the stack to stop in order, at whatever point it is. */
  readonly stop: AbortSignal;
  /** Asks it to stop at once. */
  readonly force: AbortSignal;
}

/** Who can sign in to the demo tenant, for the ready line. */
const DEMO_SIGN_INS =
  'tenant acme: admin@acme.example, manager@acme.example, operator@acme.example, viewer@acme.example ' +
  'password wellpulse-demo';

/** How long the parts of a killed run may take to notice that they are alone. */
const LEFTOVERS_MS = 15_000;

/**
 * Runs the stack until it is asked to stop.
 *
 * @throws FolderInUseError, PortsTakenError, EmbeddedError, or what a program said that did not start
 */
export async function runStack({ settings, programs, progress, stop, force }: StackOptions): Promise<void> {
  const folder = await openDataFolder(settings.dataDir);
  const lock = await claimFolder(folder.path, progress.say);
  const parts = new Parts(progress.say, stop);
  force.addEventListener('abort', () => {
    parts.kill();
  });
  try {
    await makeRoom(folder, settings);
    const connections = await startServers(folder, settings, progress, parts);
    await replaceFile(folder.runtimeFile, serialiseConnections(connections));
    await startPrograms(folder, programs, connections, settings.demo, progress, parts);
    const hasDemo = settings.demo && (await ensureDemo(folder, programs, connections, progress, stop));
    progress.announce(readyLine(connections, hasDemo));
    if (isReachedWithoutTls(connections)) progress.announce(WITHOUT_TLS);
    if (settings.fieldApp) await ensureFieldApp(folder, programs, connections, progress, stop);
    await untilAborted(stop);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    lock.markStopping();
    await parts.stop();
    await rm(folder.runtimeFile, { force: true });
    await lock.release();
  }
}

async function makeRoom(folder: DataFolder, settings: Settings): Promise<void> {
  const wasKilled = await exists(folder.runtimeFile);
  if (settings.databaseUrl === undefined) await stopLeftoverPostgres(folder.postgres);
  await checkPorts(portsOf(settings), wasKilled ? LEFTOVERS_MS : 0);
}

async function startServers(
  folder: DataFolder,
  settings: Settings,
  progress: Progress,
  parts: Parts,
): Promise<Connections> {
  const postgres =
    settings.databaseUrl === undefined ? await postgresService(folder, settings.pgPort) : undefined;
  const blob =
    settings.blobConnectionString === undefined ? await blobService(folder, settings.blobPort) : undefined;
  const services = [postgres, blob].filter((service) => service !== undefined);
  if (services.length > 0) {
    const names = services.map(({ name }) => name).join(' and ');
    await progress.step(`Starting ${names}`, () => parts.start(services));
  }
  const { databaseUrl, ownerDatabaseUrl, host, publicUrl, apiPort, internalPort, webPort } = settings;
  const embedded = blob?.address();
  return {
    ...(databaseUrl === undefined ? catalogUrls(addressOf(postgres)) : { databaseUrl, ownerDatabaseUrl }),
    blobConnectionString: settings.blobConnectionString ?? embedded,
    blobUpstream: embedded === undefined ? undefined : blobOrigin(embedded),
    redisUrl: settings.redisUrl,
    jwtSecret: await ensureSecret(folder.path, 'jwt-secret'),
    apiPort,
    internalPort,
    webPort,
    host,
    publicUrl,
  };
}

function addressOf(postgres: AddressedService | undefined): string {
  const address = postgres?.address();
  if (address === undefined) throw new Error('PostgreSQL started without an address');
  return address;
}

async function startPrograms(
  folder: DataFolder,
  programs: Programs,
  connections: Connections,
  demo: boolean,
  progress: Progress,
  parts: Parts,
): Promise<void> {
  const api = await apiService(folder, programs, connections, demo);
  const web = await webService(folder, programs, connections);
  await progress.step('Starting the API (with migrations) and the dashboard', () => parts.start([api, web]));
}

async function ensureDemo(
  folder: DataFolder,
  programs: Programs,
  connections: Connections,
  progress: Progress,
  signal: AbortSignal,
): Promise<boolean> {
  const logFile = await rotateLog(folder.logs, 'demo');
  const complete = await progress.step('Completing the demo tenants', () =>
    runTold(programs.demoSeed(apiUrl(connections)), {
      env: { ...apiEnvironment(connections), WELLPULSE_DEMO: '1' },
      logFile,
      say: (line) => progress.say(`Demo: ${line}`),
      signal,
    }),
  );
  if (!complete) progress.say(`The demo tenants are not complete; see ${logFile}. The next start goes on.`);
  return complete;
}

/** The phone's app for browsers takes a minute to install and build the first time: nobody waits for it (ADR 117). */
async function ensureFieldApp(
  folder: DataFolder,
  programs: Programs,
  { publicUrl }: Connections,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const logFile = await rotateLog(folder.logs, 'field-app');
  const isThere = await runTold(programs.fieldApp, {
    env: process.env,
    logFile,
    say: (line) => progress.say(`Field app: ${line}`),
    signal,
  });
  if (isThere) progress.announce(`The field app is ready too: ${publicUrl}/field`);
  else progress.say(`The field app could not be built; see ${logFile}. The next start tries again.`);
}

/** Whoever is on the way reads passwords, and changes what is sent. */
const WITHOUT_TLS =
  'Others reach it without https: on a network that you trust only. docs/operations.md says how to add https.';

const isReachedWithoutTls = ({ host, publicUrl }: Connections): boolean =>
  !isLoopbackAddress(host) || (publicUrl.startsWith('http:') && !isLoopback(publicUrl));

function readyLine({ publicUrl }: Connections, hasDemo: boolean): string {
  const addresses = `WellPulse is ready: dashboard ${publicUrl}, API ${publicUrl}/api`;
  return hasDemo ? `${addresses}, sign in to ${DEMO_SIGN_INS}` : addresses;
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
