/** The parts of the stack: what each needs to start, and how it is told where the others are. */
import { startAzurite, startPostgres } from '@wellpulse/embedded';
import { blobOrigin } from '../ports/blob-origin.ts';
import { originFromHere } from '../ports/public-url.ts';
import { apiEnvironment, type Connections } from '../ports/connections.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { rotateLog } from '../data-folder/log-file.ts';
import { processService } from '../processes/process-service.ts';
import type { Programs } from '../processes/programs.ts';
import type { Service } from '../processes/supervise.ts';

/** An embedded server, and the address that it turns out to have. */
export interface AddressedService extends Service {
  /** Connection string, known once it has started; stays the same when it is started again. */
  address(): string | undefined;
}

/** The embedded PostgreSQL server. */
export async function postgresService(folder: DataFolder, port: number): Promise<AddressedService> {
  const logFile = await rotateLog(folder.logs, 'postgres');
  let url: string | undefined;
  return {
    name: 'PostgreSQL',
    address: () => url,
    start: async () => {
      const server = await startPostgres({ dataDir: folder.postgres, port, logFile });
      url = server.url;
      return server;
    },
  };
}

/** The embedded blob storage. */
export async function blobService(folder: DataFolder, port: number): Promise<AddressedService> {
  const logFile = await rotateLog(folder.logs, 'blob');
  let connectionString: string | undefined;
  return {
    name: 'blob storage',
    address: () => connectionString,
    start: async () => {
      const server = await startAzurite({ dataDir: folder.blob, port, logFile });
      connectionString = server.connectionString;
      return server;
    },
  };
}

/** The API server. It serves before it is ready: with `demo`, the demo tenants are made through it. */
export async function apiService(
  folder: DataFolder,
  programs: Programs,
  connections: Connections,
  demo: boolean,
): Promise<Service> {
  return processService({
    ...programs.api,
    name: 'the API',
    env: { ...apiEnvironment(connections), WELLPULSE_DEMO: demo ? '1' : '0' },
    logFile: await rotateLog(folder.logs, 'api'),
    servesUrl: `${apiUrl(connections)}/health`,
  });
}

/** The dashboard's server. */
export async function webService(
  folder: DataFolder,
  programs: Programs,
  connections: Connections,
): Promise<Service> {
  return processService({
    ...programs.web(connections.webPort, connections.host),
    name: 'the dashboard',
    env: webEnvironment(programs, connections),
    logFile: await rotateLog(folder.logs, 'web'),
    servesUrl: `${originFromHere(connections.host, connections.webPort)}/`,
  });
}

function webEnvironment(programs: Programs, connections: Connections): NodeJS.ProcessEnv {
  const { blobConnectionString, blobUpstream, publicUrl } = connections;
  const isOwn = blobConnectionString !== undefined && blobUpstream === undefined;
  const origin = isOwn ? blobOrigin(blobConnectionString) : undefined;
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    WELLPULSE_API_URL: apiUrl(connections),
    WELLPULSE_PUBLIC_URL: publicUrl,
    WELLPULSE_BLOB_UPSTREAM: blobUpstream,
    WELLPULSE_FIELD_FOLDER: programs.fieldFolder,
    WELLPULSE_BLOB_ORIGIN: process.env['WELLPULSE_BLOB_ORIGIN'] || origin,
  };
}

/** Where the API listens, for the other parts. */
export function apiUrl({ apiPort }: Pick<Connections, 'apiPort'>): string {
  return `http://127.0.0.1:${String(apiPort)}`;
}
