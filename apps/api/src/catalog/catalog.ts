/** The catalog: which tenants there are, how they stand and where their databases live. */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ConflictPolicy, TenantStatus } from '@wellpulse/contracts';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { isMigrated, migrate } from '../database/migrator.ts';
import { ensureDatabase, openPool, queryBuilder, usePool } from '../database/open-pool.ts';
import { admitApiUser, isSameUser } from '../database/database-users.ts';
import { CATALOG_GRANTS, CATALOG_MIGRATIONS } from './catalog.migrations.ts';

export interface TenantEntry {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
  readonly time_zone: string;
  readonly conflict_policy: ConflictPolicy;
  readonly server: string;
  readonly database: string;
  /** Everybody knows its passwords. */
  readonly is_demo: boolean;
}

interface CatalogSchema {
  tenants: TenantEntry;
}

const CACHE_MILLISECONDS = 2_000;

@Injectable()
export class Catalog implements OnModuleDestroy {
  readonly pool: pg.Pool;
  readonly #db: Kysely<CatalogSchema>;
  readonly #cache = new Map<string, { entry: TenantEntry | undefined; until: number }>();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.pool = openPool(settings.databaseUrl, { max: 5, applicationName: 'wellpulse-catalog' });
    this.#db = queryBuilder(this.pool);
  }

  /** Creates the catalog's database if it is missing, runs its migrations, and admits the API's user. */
  async migrate(): Promise<string[]> {
    const { databaseUrl, ownerDatabaseUrl } = this.settings;
    await ensureDatabase(ownerDatabaseUrl);
    if (await isMigrated(this.pool, CATALOG_MIGRATIONS)) return [];
    return usePool(ownerDatabaseUrl, async (owner) => {
      const ran = await migrate(owner, CATALOG_MIGRATIONS);
      if (!isSameUser(ownerDatabaseUrl, databaseUrl)) await admitApiUser(owner, databaseUrl, CATALOG_GRANTS);
      return ran;
    });
  }

  /** Asked for on every request, so remembered for two seconds: a suspension takes that long to bite. */
  findById(id: string): Promise<TenantEntry | undefined> {
    return this.#remember(`id:${id}`, () =>
      this.#db.selectFrom('tenants').selectAll().where('id', '=', id).executeTakeFirst(),
    );
  }

  findBySlug(slug: string): Promise<TenantEntry | undefined> {
    return this.#db.selectFrom('tenants').selectAll().where('slug', '=', slug).executeTakeFirst();
  }

  list(): Promise<TenantEntry[]> {
    return this.#db.selectFrom('tenants').selectAll().orderBy('slug').execute();
  }

  /** As the owner: the API's user can't. */
  async add(entry: TenantEntry): Promise<void> {
    await usePool(this.settings.ownerDatabaseUrl, async (owner) => {
      await queryBuilder<CatalogSchema>(owner).insertInto('tenants').values(entry).execute();
    });
  }

  /** Changes what the catalog says of a tenant. */
  async change(
    id: string,
    values: Partial<Pick<TenantEntry, 'name' | 'status' | 'time_zone' | 'conflict_policy'>>,
  ): Promise<void> {
    await this.#db.updateTable('tenants').set(values).where('id', '=', id).execute();
    this.#cache.clear();
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }

  async #remember(
    key: string,
    load: () => Promise<TenantEntry | undefined>,
  ): Promise<TenantEntry | undefined> {
    const cached = this.#cache.get(key);
    if (cached !== undefined && cached.until > Date.now()) return cached.entry;
    const entry = await load();
    this.#cache.set(key, { entry, until: Date.now() + CACHE_MILLISECONDS });
    return entry;
  }
}
