/** The API's settings, read once from the environment. A wrong one stops the start with a clear message. */
import { BATCHES_PER_MINUTE, originSchema } from '@wellpulse/contracts';
import { Proxies } from '@wellpulse/http-server';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' });

/** `east=postgres://…,west=postgres://…`: further PostgreSQL servers that tenants may live on, by name. */
const serverList = z
  .string()
  .default('')
  .transform((text, context) => {
    const servers: Record<string, string> = {};
    for (const part of text.split(',').filter((item) => item.trim() !== '')) {
      const separator = part.indexOf('=');
      const name = part.slice(0, separator).trim();
      const url = postgresUrl.safeParse(part.slice(separator + 1).trim());
      if (separator < 1 || !url.success) {
        context.addIssue({
          code: 'custom',
          message: 'must be a list such as east=postgres://…,west=postgres://…',
        });
        return z.NEVER;
      }
      servers[name] = url.data;
    }
    return servers;
  });

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

const settingsSchema = z
  .object({
    WELLPULSE_API_PORT: port.default(3001),
    WELLPULSE_API_HOST: z.string().default('127.0.0.1'),
    /** What is for those who run WellPulse has a port of its own. */
    WELLPULSE_INTERNAL_PORT: port.default(3002),
    WELLPULSE_INTERNAL_HOST: z.string().default('127.0.0.1'),
    /** The one origin that everybody uses: addresses of photos are made from it. */
    WELLPULSE_PUBLIC_URL: originSchema.default('http://127.0.0.1:3000'),
    /** Beside those on this machine, the dashboard's servers and proxies whose word counts on who calls. */
    WELLPULSE_TRUST_PROXY: z
      .string()
      .default('1')
      .transform((text) => Proxies.parse(text === '' ? '1' : text) ?? null)
      .refine((proxies) => proxies !== null, 'must be 0, 1 or addresses such as 10.0.0.5,10.1.0.0/16'),
    /** The catalog's database and the API's user. Tenants live on the same server unless told otherwise. */
    DATABASE_URL: postgresUrl,
    WELLPULSE_PG_SERVERS: serverList,
    /** Who makes databases and migrates them; the API's user if left out. */
    WELLPULSE_OWNER_DATABASE_URL: postgresUrl.optional(),
    WELLPULSE_OWNER_PG_SERVERS: serverList,
    /** Addresses of photos are signed with the account's key, so it must hold one. */
    AZURE_STORAGE_CONNECTION_STRING: z
      .string()
      .regex(/^(?=.*AccountName=[^;]+)(?=.*AccountKey=[^;]+)|UseDevelopmentStorage=true/, {
        error: 'must be the connection string of a storage account, with AccountName=… and AccountKey=…',
      })
      .optional(),
    /** The storage's origin where outsiders don't reach it: its photos go through the one origin. */
    WELLPULSE_BLOB_UPSTREAM: originSchema.optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// address' }).optional(),
    WELLPULSE_JWT_SECRET: z.string().min(32, 'must have at least 32 characters'),
    WELLPULSE_MIGRATE: z.enum(['0', '1']).default('0'),
    WELLPULSE_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** Whether this is a demo: the demo tenants are open, and it is not ready before they are complete. */
    WELLPULSE_DEMO: z.enum(['0', '1']).default('0'),
    /** How many wrong passwords for one account may come from an address in a quarter of an hour; ten times that for all. */
    WELLPULSE_SIGN_IN_ATTEMPTS: z.coerce.number().int().min(1).default(10),
    /** How many batches a minute one user's devices may send. */
    WELLPULSE_SYNC_BATCHES_PER_MINUTE: z.coerce.number().int().min(1).default(BATCHES_PER_MINUTE),
  })
  .refine(
    ({ WELLPULSE_DEMO, WELLPULSE_API_HOST }) => WELLPULSE_DEMO === '0' || LOOPBACK.test(WELLPULSE_API_HOST),
    {
      path: ['WELLPULSE_DEMO'],
      message:
        'must be 0 where others reach the API (WELLPULSE_API_HOST): everybody knows the passwords of the demo',
    },
  );

/** The token that settings are injected by. */
export const SETTINGS = Symbol('Settings');

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly servers: Readonly<Record<string, string>>;
  /** The same databases, as the user who owns them; only migrations and the command-line tool need it. */
  readonly ownerDatabaseUrl: string;
  readonly ownerServers: Readonly<Record<string, string>>;
  readonly internalPort: number;
  readonly internalHost: string;
  /** Where everybody finds the dashboard and the API. */
  readonly publicUrl: string;
  /** Whose word counts on who calls, beside the servers of this machine. */
  readonly proxies: Proxies;
  readonly blobConnectionString: string | undefined;
  /** Addresses of the storage that begin with this are given out as ones of the one origin. */
  readonly blobUpstream: string | undefined;
  readonly redisUrl: string | undefined;
  readonly jwtSecret: Uint8Array;
  readonly migrateOnStart: boolean;
  readonly logLevel: string;
  /** Whether the demo tenants are open; somebody is about to make them, if they are not there yet. */
  readonly demo: boolean;
  readonly signInAttempts: number;
  readonly syncBatchesPerMinute: number;
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads the settings; throws `SettingsError` that names each variable which can't be used, without its value. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsError(`These settings can't be used:\n${lines.join('\n')}`);
  }
  const values = parsed.data;
  return {
    port: values.WELLPULSE_API_PORT,
    host: values.WELLPULSE_API_HOST,
    internalPort: values.WELLPULSE_INTERNAL_PORT,
    internalHost: values.WELLPULSE_INTERNAL_HOST,
    publicUrl: values.WELLPULSE_PUBLIC_URL,
    proxies: values.WELLPULSE_TRUST_PROXY,
    databaseUrl: values.DATABASE_URL,
    servers: values.WELLPULSE_PG_SERVERS,
    ownerDatabaseUrl: values.WELLPULSE_OWNER_DATABASE_URL ?? values.DATABASE_URL,
    ownerServers: { ...values.WELLPULSE_PG_SERVERS, ...values.WELLPULSE_OWNER_PG_SERVERS },
    blobConnectionString: values.AZURE_STORAGE_CONNECTION_STRING,
    blobUpstream: values.WELLPULSE_BLOB_UPSTREAM,
    redisUrl: values.REDIS_URL,
    jwtSecret: new TextEncoder().encode(values.WELLPULSE_JWT_SECRET),
    migrateOnStart: values.WELLPULSE_MIGRATE === '1',
    logLevel: values.WELLPULSE_LOG_LEVEL,
    demo: values.WELLPULSE_DEMO === '1',
    signInAttempts: values.WELLPULSE_SIGN_IN_ATTEMPTS,
    syncBatchesPerMinute: values.WELLPULSE_SYNC_BATCHES_PER_MINUTE,
  };
}
