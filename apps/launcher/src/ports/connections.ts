import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

const connectionsSchema = z.object({
  databaseUrl: z.string(),
  ownerDatabaseUrl: z.string().optional(),
  blobConnectionString: z.string().optional(),
  redisUrl: z.string().optional(),
  jwtSecret: z.string(),
  apiPort: z.number(),
  internalPort: z.number(),
  webPort: z.number(),
  /** What the dashboard's server listens on. */
  host: z.string(),
  publicUrl: z.string(),
  /** The origin of the embedded storage, which only this machine reaches. */
  blobUpstream: z.string().optional(),
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
    WELLPULSE_INTERNAL_PORT: String(connections.internalPort),
    WELLPULSE_PUBLIC_URL: connections.publicUrl,
    WELLPULSE_BLOB_UPSTREAM: connections.blobUpstream,
    WELLPULSE_JWT_SECRET: connections.jwtSecret,
    WELLPULSE_MIGRATE: '1',
    DATABASE_URL: connections.databaseUrl,
    WELLPULSE_OWNER_DATABASE_URL: connections.ownerDatabaseUrl,
    AZURE_STORAGE_CONNECTION_STRING: connections.blobConnectionString,
    REDIS_URL: connections.redisUrl,
  };
}

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
