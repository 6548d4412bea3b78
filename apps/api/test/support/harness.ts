/** Starts the API in this process, as the program does, with two tenants on databases of their own. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiCaller, uniqueSlug } from '@wellpulse/testing';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { readSettings } from '../../src/config/settings.ts';
import { createApp } from '../../src/create-app.ts';
import { databaseUrl } from '../../src/database/open-pool.ts';
import type { TenantEntry } from '../../src/catalog/catalog.ts';
import { createLogger } from '../../src/config/logger.ts';
import { createInternalServer } from '../../src/operations/internal-server.ts';
import { databaseNameOf, type NewTenant } from '../../src/tenant/tenant-administration.ts';
import { TestClock } from './clock.ts';
import { asApiUser, copyTemplate } from './template-databases.ts';
import { Owners, type OwnedDatabase } from './owners.ts';
import { makeTenant, type TestTenant } from './tenants.ts';

/** Where the dashboard's pages are said to come from. */
export const DASHBOARD = 'https://dashboard.test';

export interface TestApiOptions {
  /** Environment variables over the defaults, such as `WELLPULSE_SIGN_IN_ATTEMPTS`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The PostgreSQL server to use; the run's shared one if left out. */
  readonly postgresUrl?: string;
}

export interface TestApi {
  readonly app: NestExpressApplication;
  readonly baseUrl: string;
  /** The environment that a program needs to work on the same catalog. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: TestClock;
  readonly anonymous: ApiCaller;
  /** Who runs WellPulse, at the port that is for them. */
  readonly inside: ApiCaller;
  /** Adds a tenant; its slug begins with the given one. */
  addTenant(given?: Partial<NewTenant>): Promise<TestTenant>;
  /** A tenant's database as the user who owns it: who can do more than the API. */
  ownerOf(tenant: Pick<TenantEntry, 'database'>): OwnedDatabase;
  /** Closes the API. Its databases stay, since the server goes at the end of the run. */
  stop(): Promise<void>;
}

export interface TwoTenantApi extends TestApi {
  readonly acme: TestTenant;
  readonly bravo: TestTenant;
}

const CUT_MILLISECONDS = 20;

/** The API with no tenants yet. */
export async function startBareApi(options: TestApiOptions = {}): Promise<TestApi> {
  const postgresUrl = options.postgresUrl ?? inject('postgresUrl');
  const catalogDatabase = uniqueSlug('catalog');
  const isShared = postgresUrl === inject('postgresUrl');
  if (isShared) await copyTemplate(postgresUrl, 'catalog', catalogDatabase);
  const environment = {
    DATABASE_URL: asApiUser(databaseUrl(postgresUrl, catalogDatabase)),
    WELLPULSE_OWNER_DATABASE_URL: databaseUrl(postgresUrl, catalogDatabase),
    WELLPULSE_JWT_SECRET: 'a secret of the tests, long enough to sign with',
    WELLPULSE_LOG_LEVEL: 'silent',
    AZURE_STORAGE_CONNECTION_STRING: inject('blobConnectionString'),
    WELLPULSE_PUBLIC_URL: DASHBOARD,
    WELLPULSE_SYNC_BATCHES_PER_MINUTE: '100000',
    ...options.settings,
  };
  const clock = new TestClock();
  const settings = readSettings(environment);
  const owners = new Owners(settings.ownerDatabaseUrl);
  const app = await createApp({ settings, logger: createLogger(settings.logLevel), clock });
  await app.get(Catalog).migrate();
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  const internal = createInternalServer(app);
  await once(internal.listen(0, '127.0.0.1'), 'listening');
  const internalPort = (internal.address() as AddressInfo).port;
  return {
    app,
    baseUrl,
    environment,
    clock,
    anonymous: new ApiCaller(baseUrl),
    inside: new ApiCaller(`http://127.0.0.1:${internalPort}`),
    ownerOf: (tenant) => owners.of(tenant),
    addTenant: async (given) => {
      const slug = uniqueSlug(given?.slug ?? 'acme');
      if (isShared && given?.server === undefined) {
        await copyTemplate(postgresUrl, 'tenant', databaseNameOf(slug));
      }
      return makeTenant(app, baseUrl, { ...given, slug });
    },
    stop: async () => {
      internal.close();
      internal.closeAllConnections();
      // A client connects again when its connection is cut, and then says nothing for a minute.
      const cutting = setInterval(() => {
        app.getHttpServer().closeAllConnections();
      }, CUT_MILLISECONDS);
      await app.close().finally(() => {
        clearInterval(cutting);
      });
      await owners.close();
    },
  };
}

/** The API with the tenants acme and bravo. */
export async function startApi(options: TestApiOptions = {}): Promise<TwoTenantApi> {
  const api = await startBareApi(options);
  const [acme, bravo] = await Promise.all([
    api.addTenant({ slug: 'acme' }),
    api.addTenant({ slug: 'bravo', name: 'Bravo Energy' }),
  ]);
  return { ...api, acme, bravo };
}
