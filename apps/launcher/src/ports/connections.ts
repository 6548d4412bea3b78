import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

const connectionsSchema = z.object({
  databaseUrl: z.string(),
  ownerDatabaseUrl: z.string().optional(),
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

/** The environment of a program of the API (server or command-line tool). It lacks the key that signs anchors of the log. */
export function apiEnvironment(connections: Connections): NodeJS.ProcessEnv {
  return {
    ...process.env,
    WELLPULSE_AUDIT_KEY: undefined,
    WELLPULSE_API_PORT: String(connections.apiPort),
    WELLPULSE_JWT_SECRET: connections.jwtSecret,
    WELLPULSE_MIGRATE: '1',
    DATABASE_URL: connections.databaseUrl,
    WELLPULSE_OWNER_DATABASE_URL: connections.ownerDatabaseUrl,
    AZURE_STORAGE_CONNECTION_STRING: connections.blobConnectionString,
    REDIS_URL: connections.redisUrl,
    WELLPULSE_WEB_ORIGINS: process.env['WELLPULSE_WEB_ORIGINS'] || webOrigins(connections.webPort),
  };
}

/** The names under which a browser on this machine finds the dashboard. */
const webOrigins = (webPort: number): string =>
  ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${String(webPort)}`).join(',');

/** The two users of a database. */
export type DatabaseUrls = Pick<Connections, 'databaseUrl' | 'ownerDatabaseUrl'>;

/**
 * The catalog database on the embedded server, whose URL names another database. Its superuser is the owner; the password of the API's user
 * comes from the superuser's, so that it is lost with the server only.
 */
export function catalogUrls(serverUrl: string): DatabaseUrls {
  const owner = new URL(serverUrl);
  owner.pathname = '/wellpulse_catalog';
  const api = new URL(owner);
  api.username = 'wellpulse_api';
  api.password = Buffer.from(hkdfSync('sha256', owner.password, 'wellpulse', "the API's user", 24)).toString(
    'base64url',
  );
  return { databaseUrl: api.href, ownerDatabaseUrl: owner.href };
}
