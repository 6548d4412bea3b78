import { z } from 'zod';

const connectionsSchema = z.object({
  databaseUrl: z.string(),
  blobConnectionString: z.string().optional(),
  redisUrl: z.string().optional(),
  jwtSecret: z.string(),
  apiPort: z.number(),
  webPort: z.number(),
});

/** What a program of the API needs to reach the running servers. */
export type Connections = z.infer<typeof connectionsSchema>;

/** Reads what {@link serialiseConnections} wrote. */
export function parseConnections(text: string): Connections {
  return connectionsSchema.parse(JSON.parse(text));
}

/** As the text of a file; it contains passwords. */
export function serialiseConnections(connections: Connections): string {
  return `${JSON.stringify(connections, undefined, 2)}\n`;
}

/** The environment of a program of the API (server or command-line tool). */
export function apiEnvironment(connections: Connections): NodeJS.ProcessEnv {
  return {
    ...process.env,
    WELLPULSE_API_PORT: String(connections.apiPort),
    WELLPULSE_JWT_SECRET: connections.jwtSecret,
    WELLPULSE_MIGRATE: '1',
    DATABASE_URL: connections.databaseUrl,
    AZURE_STORAGE_CONNECTION_STRING: connections.blobConnectionString,
    REDIS_URL: connections.redisUrl,
    WELLPULSE_WEB_ORIGINS: process.env['WELLPULSE_WEB_ORIGINS'] || webOrigins(connections.webPort),
  };
}

/** The names under which a browser on this machine finds the dashboard. */
const webOrigins = (webPort: number): string =>
  ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${String(webPort)}`).join(',');

/** The catalog database on the embedded server, whose URL names another database. */
export function catalogUrl(serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = '/wellpulse_catalog';
  return url.href;
}
