/**
 * `npm run wellpulse -- …`: runs the command-line tool against the servers of this data folder. If the stack doesn't run and
 * no PostgreSQL server is set, the embedded one runs as long as the command.
 */
import { readFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { exitOf } from '@wellpulse/embedded';
import { claimFolder } from './data-folder/claim-folder.ts';
import {
  apiEnvironment,
  catalogUrls,
  parseConnections,
  type Connections,
  type DatabaseUrls,
} from './ports/connections.ts';
import { openDataFolder, type DataFolder } from './data-folder/data-folder.ts';
import { explain } from './explain.ts';
import { askHolder } from './data-folder/lock.mjs';
import { productPrograms } from './processes/programs.ts';
import { ensureSecret } from './data-folder/secrets.ts';
import { postgresService } from './stack/services.ts';
import { parseSettings, type Settings } from './settings.ts';

/** The tool signs anchors of the log; their key is its own, and no server of ours is ever given it. */
async function runTool(connections: Connections, folder: DataFolder): Promise<number> {
  const auditKey = process.env['WELLPULSE_AUDIT_KEY'] || (await ensureSecret(folder.path, 'audit-key'));
  const env = { ...apiEnvironment(connections), WELLPULSE_AUDIT_KEY: auditKey };
  const { file, args, cwd } = productPrograms.cli(process.argv.slice(2));
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
    cwd,
    env,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the tool by itself; this process waits for it to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return (await exitOf(child)).code ?? 1;
}

async function main(): Promise<number> {
  const settings = parseSettings(process.env, process.cwd());
  const folder = await openDataFolder(settings.dataDir);
  if (settings.databaseUrl !== undefined) {
    const { databaseUrl, ownerDatabaseUrl } = settings;
    return runTool(await connectionsTo({ databaseUrl, ownerDatabaseUrl }, folder, settings), folder);
  }
  if ((await askHolder(folder.path)) === undefined) return withOwnServer(folder, settings);
  const connections = await runningConnections(folder);
  if (connections !== undefined) return runTool(connections, folder);
  console.error('Another command uses this data folder, or WellPulse is just starting. Try again shortly.');
  return 1;
}

async function runningConnections(folder: DataFolder): Promise<Connections | undefined> {
  const text = await readFile(folder.runtimeFile, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseConnections(text);
}

async function withOwnServer(folder: DataFolder, settings: Settings): Promise<number> {
  const lock = await claimFolder(folder.path, console.error);
  const postgres = await postgresService(folder, settings.pgPort);
  const server = await postgres.start(new AbortController().signal);
  try {
    return await runTool(
      await connectionsTo(catalogUrls(postgres.address() ?? ''), folder, settings),
      folder,
    );
  } finally {
    await server.stop();
    await lock.release();
  }
}

async function connectionsTo(
  urls: DatabaseUrls,
  folder: DataFolder,
  settings: Settings,
): Promise<Connections> {
  const { blobConnectionString, redisUrl, apiPort, internalPort, webPort, host, publicUrl } = settings;
  const jwtSecret = await ensureSecret(folder.path, 'jwt-secret');
  return {
    ...urls,
    blobConnectionString,
    redisUrl,
    jwtSecret,
    apiPort,
    internalPort,
    webPort,
    host,
    publicUrl,
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
