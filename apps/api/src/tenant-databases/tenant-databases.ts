/** The tenants' databases: one pool each, opened when first asked for. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { Catalog, type TenantEntry } from '../catalog/catalog.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { isMigrated, migrate } from '../database/migrator.ts';
import { databaseUrl, ensureDatabase, openPool, queryBuilder, usePool } from '../database/open-pool.ts';
import { admitApiUser, isSameUser } from '../database/database-users.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { TENANT_GRANTS, TENANT_MIGRATIONS } from './tenant.migrations.ts';

export type TenantDb = Kysely<TenantSchema>;

export interface TenantDatabase {
  readonly tenantId: string;
  readonly db: TenantDb;
  readonly pool: pg.Pool;
  readonly url: string;
}

export interface MigrationReport {
  readonly slug: string;
  readonly ran: readonly string[];
  readonly error: Error | null;
}

/** The name of the server that `DATABASE_URL` points to. */
export const DEFAULT_SERVER = 'default';

const POOL_SIZE = 8;

@Injectable()
export class TenantDatabases implements OnModuleDestroy {
  readonly #open = new Map<string, TenantDatabase>();
  readonly #upToDate = new Set<string>();
  #isClosed = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Catalog) private readonly catalog: Catalog,
  ) {}

  of(tenant: TenantEntry): TenantDatabase {
    const open = this.#open.get(tenant.id);
    if (open !== undefined) return open;
    // A pool that nobody ends keeps the program alive for its idle minute.
    if (this.#isClosed) throw new Error('The program ends: no database is opened any more');
    const url = databaseUrl(this.#serverOf(tenant).url, tenant.database);
    const pool = openPool(url, { max: POOL_SIZE, applicationName: `wellpulse-${tenant.slug}` });
    const database = { tenantId: tenant.id, pool, url, db: queryBuilder<TenantSchema>(pool) };
    this.#open.set(tenant.id, database);
    return database;
  }

  /** True if the tenant's schema is the one that this program was written for. */
  async isUpToDate(tenant: TenantEntry): Promise<boolean> {
    if (this.#upToDate.has(tenant.id)) return true;
    const isUpToDate = await isMigrated(this.of(tenant).pool, TENANT_MIGRATIONS);
    if (isUpToDate) this.#upToDate.add(tenant.id);
    return isUpToDate;
  }

  /** Creates the tenant's database if it is missing, runs its migrations, and admits the API's user. */
  async prepare(tenant: TenantEntry): Promise<string[]> {
    const { url } = this.of(tenant);
    const ownerUrl = databaseUrl(this.#serverOf(tenant).ownerUrl, tenant.database);
    await ensureDatabase(ownerUrl);
    if (await this.isUpToDate(tenant)) return [];
    return usePool(ownerUrl, async (owner) => {
      const ran = await migrate(owner, TENANT_MIGRATIONS);
      if (!isSameUser(ownerUrl, url)) await admitApiUser(owner, url, TENANT_GRANTS);
      return ran;
    });
  }

  /** Migrates every tenant. One that fails is reported and doesn't stop the others. */
  async migrateAll(): Promise<MigrationReport[]> {
    const reports: MigrationReport[] = [];
    for (const tenant of await this.catalog.list()) {
      try {
        reports.push({ slug: tenant.slug, ran: await this.prepare(tenant), error: null });
      } catch (cause) {
        reports.push({ slug: tenant.slug, ran: [], error: asError(cause) });
      }
    }
    return reports;
  }

  /** The names of the servers that a tenant may be put on. */
  get serverNames(): string[] {
    return [DEFAULT_SERVER, ...Object.keys(this.settings.servers)];
  }

  async onModuleDestroy(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#open.values()].map(({ pool }) => pool.end()));
  }

  /** The addresses of a tenant's server, for the API's user and for the owner. */
  #serverOf({ server }: TenantEntry): { readonly url: string; readonly ownerUrl: string } {
    const { databaseUrl: url, ownerDatabaseUrl: ownerUrl, servers, ownerServers } = this.settings;
    if (server === DEFAULT_SERVER) return { url, ownerUrl };
    const [named, owner] = [servers[server], ownerServers[server]];
    if (named === undefined || owner === undefined) {
      throw new Error(`The server "${server}" is not among WELLPULSE_PG_SERVERS`);
    }
    return { url: named, ownerUrl: owner };
  }
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
