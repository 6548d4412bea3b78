/**
 * All settings of the stack: environment variables, parsed once. An empty variable counts as not set. Messages name the
 * variable, what was given and what is allowed; connection strings are never repeated, since they hold passwords.
 */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback, isLoopbackAddress, isOrigin, originAt } from './ports/public-url.ts';

/** The settings, complete. */
export interface Settings {
  /** Absolute path of the folder that holds everything that isn't code. */
  readonly dataDir: string;
  readonly webPort: number;
  readonly apiPort: number;
  /** Port of what is for those who run WellPulse, such as metrics. */
  readonly internalPort: number;
  /** The address that the dashboard's server listens on; all other parts are for this machine alone. */
  readonly host: string;
  /** The origin under which others find the dashboard, the API and the photos. */
  readonly publicUrl: string;
  /** Port of the embedded PostgreSQL; unused with `databaseUrl`. */
  readonly pgPort: number;
  /** Port of the embedded blob storage; unused with `blobConnectionString`. */
  readonly blobPort: number;
  /** Whether the demo tenants are made, and open. */
  readonly demo: boolean;
  /** Whether the phone's app for browsers is installed and built, once everything else runs. */
  readonly fieldApp: boolean;
  /** The catalog database on a PostgreSQL server of one's own. */
  readonly databaseUrl: string | undefined;
  /** The same database, as the user who owns it. */
  readonly ownerDatabaseUrl: string | undefined;
  /** A blob storage account of one's own. */
  readonly blobConnectionString: string | undefined;
  readonly redisUrl: string | undefined;
}

/** The settings are wrong; the message has one line for each mistake. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const SECRET = new Set([
  'DATABASE_URL',
  'WELLPULSE_OWNER_DATABASE_URL',
  'AZURE_STORAGE_CONNECTION_STRING',
  'REDIS_URL',
]);

const variables = z.object({
  WELLPULSE_DATA_DIR: z.string().default('./.wellpulse'),
  WELLPULSE_WEB_PORT: port(3000),
  WELLPULSE_API_PORT: port(3001),
  WELLPULSE_INTERNAL_PORT: port(3002),
  WELLPULSE_HOST: z
    .string()
    .refine((text) => isIP(text) !== 0, {
      error: 'an address of this machine such as 192.168.1.7, or 0.0.0.0 for all of them',
    })
    .default('127.0.0.1'),
  WELLPULSE_PUBLIC_URL: z
    .string()
    .refine(isOrigin, { error: 'an origin such as https://wellpulse.example, without a path' })
    .optional(),
  WELLPULSE_PG_PORT: port(5433),
  WELLPULSE_BLOB_PORT: port(10010),
  WELLPULSE_DEMO: z.enum(['0', '1'], { error: '1 (with demo tenants) or 0 (without)' }).optional(),
  WELLPULSE_FIELD_APP: z
    .enum(['0', '1'], { error: '1 (the app of the phone is built for browsers) or 0 (it is not)' })
    .default('1'),
  WELLPULSE_TRUST_PROXY: z.string().optional(),
  NODE_ENV: z.string().optional(),
  DATABASE_URL: databaseUrl(),
  WELLPULSE_OWNER_DATABASE_URL: databaseUrl(),
  AZURE_STORAGE_CONNECTION_STRING: z
    .string()
    .regex(/(^|;)(AccountName|BlobEndpoint|UseDevelopmentStorage)=/, {
      error: 'the connection string of an Azure storage account, with AccountName=… or BlobEndpoint=…',
    })
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/./, { error: 'the URL of a Redis server, such as redis://host:6379' })
    .optional(),
});

function databaseUrl() {
  return z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]+\/[^/?]+/, {
      error: 'the URL of a PostgreSQL database, such as postgres://user:password@host:5432/wellpulse_catalog',
    })
    .optional();
}

function port(fallback: number) {
  return z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      error: 'a port number from 1 to 65535',
    })
    .transform(Number);
}

/**
 * Parses the environment.
 *
 * @param cwd what a relative data folder is relative to
 * @throws SettingsError
 */
export function parseSettings(env: NodeJS.ProcessEnv, cwd: string): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => describe(issue, given)));
  }
  const values = parsed.data;
  const publicUrl = values.WELLPULSE_PUBLIC_URL ?? originAt(values.WELLPULSE_HOST, values.WELLPULSE_WEB_PORT);
  const settings: Settings = {
    dataDir: resolve(cwd, values.WELLPULSE_DATA_DIR),
    webPort: values.WELLPULSE_WEB_PORT,
    apiPort: values.WELLPULSE_API_PORT,
    internalPort: values.WELLPULSE_INTERNAL_PORT,
    host: values.WELLPULSE_HOST,
    publicUrl,
    pgPort: values.WELLPULSE_PG_PORT,
    blobPort: values.WELLPULSE_BLOB_PORT,
    demo: isDemo(values, publicUrl),
    fieldApp: values.WELLPULSE_FIELD_APP === '1',
    databaseUrl: values.DATABASE_URL,
    ownerDatabaseUrl: values.WELLPULSE_OWNER_DATABASE_URL,
    blobConnectionString: values.AZURE_STORAGE_CONNECTION_STRING,
    redisUrl: values.REDIS_URL,
  };
  assertDistinct(portsOf(settings));
  return settings;
}

/**
 * A start is a demo unless it says otherwise, or is one for real: on a database of its own, reached by others, or in production.
 * There the demo has to stay away, since everybody knows its passwords.
 */
function isDemo(values: z.infer<typeof variables>, publicUrl: string): boolean {
  const { WELLPULSE_DEMO: said, NODE_ENV } = values;
  const reason = reasonAgainstDemo(values, publicUrl);
  if (said === '1' && reason !== null) {
    throw new SettingsError([
      `WELLPULSE_DEMO is "1"; it must be 0 where ${reason}: everybody knows the passwords of the demo tenants.`,
    ]);
  }
  return said === undefined ? reason === null && NODE_ENV !== 'production' : said === '1';
}

function reasonAgainstDemo(values: z.infer<typeof variables>, publicUrl: string): string | null {
  const { DATABASE_URL, WELLPULSE_TRUST_PROXY: proxy = '0', WELLPULSE_HOST: host } = values;
  if (DATABASE_URL !== undefined) return 'DATABASE_URL is set';
  if (proxy !== '0') return `WELLPULSE_TRUST_PROXY is ${proxy}`;
  if (!isLoopbackAddress(host)) return `WELLPULSE_HOST is ${host}`;
  return isLoopback(publicUrl) ? null : `WELLPULSE_PUBLIC_URL is ${publicUrl}`;
}

/** A port that the stack will listen on. */
export interface PortUse {
  readonly port: number;
  readonly setting: string;
  /** What listens there, for messages. */
  readonly what: string;
}

/** The ports that these settings make the stack listen on. */
export function portsOf(settings: Settings): PortUse[] {
  const { webPort, apiPort, internalPort, pgPort, blobPort, databaseUrl, blobConnectionString } = settings;
  return [
    { port: webPort, setting: 'WELLPULSE_WEB_PORT', what: 'the dashboard' },
    { port: apiPort, setting: 'WELLPULSE_API_PORT', what: 'the API' },
    { port: internalPort, setting: 'WELLPULSE_INTERNAL_PORT', what: 'the API’s metrics' },
    ...(databaseUrl === undefined
      ? [{ port: pgPort, setting: 'WELLPULSE_PG_PORT', what: 'PostgreSQL' }]
      : []),
    ...(blobConnectionString === undefined
      ? [{ port: blobPort, setting: 'WELLPULSE_BLOB_PORT', what: 'blob storage' }]
      : []),
  ];
}

function assertDistinct(uses: readonly PortUse[]): void {
  const problems = uses.flatMap((use, index) => {
    const earlier = uses.slice(0, index).find(({ port }) => port === use.port);
    return earlier === undefined
      ? []
      : [`${use.setting} and ${earlier.setting} are both ${String(use.port)}; they must differ.`];
  });
  if (problems.length > 0) throw new SettingsError(problems);
}

function describe(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0]);
  const value = SECRET.has(name) ? 'not valid' : `"${String(given[name])}"`;
  return `${name} is ${value}; it must be ${issue.message}.`;
}
