/** The tenants' databases: one pool each, opened when first asked for. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { Catalog, type TenantEntry } from '../catalog/catalog.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { migrate, pendingMigrations } from '../database/migrator.ts';
import { databaseUrl, ensureDatabase, openPool, queryBuilder } from '../database/open-pool.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import { TENANT_MIGRATIONS } from './tenant.migrations.ts';

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

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Catalog) private readonly catalog: Catalog,
  ) {}

  of(tenant: TenantEntry): TenantDatabase {
    const open = this.#open.get(tenant.id);
    if (open !== undefined) return open;
    const url = databaseUrl(this.#serverUrl(tenant.server), tenant.database);
    const pool = openPool(url, { max: POOL_SIZE, applicationName: `wellpulse-${tenant.slug}` });
    const database = { tenantId: tenant.id, pool, url, db: queryBuilder<TenantSchema>(pool) };
    this.#open.set(tenant.id, database);
    return database;
  }

  /** True if the tenant's schema is the one that this program was written for. */
  async isUpToDate(tenant: TenantEntry): Promise<boolean> {
    if (this.#upToDate.has(tenant.id)) return true;
    const pending = await pendingMigrations(this.of(tenant).pool, TENANT_MIGRATIONS);
    if (pending.length === 0) this.#upToDate.add(tenant.id);
    return pending.length === 0;
  }

  /** Creates the tenant's database if it is missing and runs its migrations. */
  async prepare(tenant: TenantEntry): Promise<string[]> {
    const database = this.of(tenant);
    await ensureDatabase(database.url);
    return migrate(database.pool, TENANT_MIGRATIONS);
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
    await Promise.all([...this.#open.values()].map(({ pool }) => pool.end()));
  }

  #serverUrl(server: string): string {
    const url = server === DEFAULT_SERVER ? this.settings.databaseUrl : this.settings.servers[server];
    if (url === undefined) {
      throw new Error(`The server "${server}" is not among WELLPULSE_PG_SERVERS`);
    }
    return url;
  }
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
