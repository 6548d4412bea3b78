/** Databases as the user who owns them, for what the API's own user may not do. */
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { TenantEntry } from '../../src/catalog/catalog.ts';
import { databaseUrl, openPool, queryBuilder } from '../../src/database/open-pool.ts';
import type { TenantSchema } from '../../src/database/tenant-schema.ts';

export interface OwnedDatabase {
  readonly pool: pg.Pool;
  readonly db: Kysely<TenantSchema>;
  readonly url: string;
}

export class Owners {
  readonly #url: string;
  readonly #open = new Map<string, OwnedDatabase>();

  /** `url` is one of the server's databases, with the owner's name and password. */
  constructor(url: string) {
    this.#url = url;
  }

  of({ database }: Pick<TenantEntry, 'database'>): OwnedDatabase {
    const open = this.#open.get(database);
    if (open !== undefined) return open;
    const url = databaseUrl(this.#url, database);
    const pool = openPool(url, { max: 2, applicationName: 'owner' });
    const owned = { pool, url, db: queryBuilder<TenantSchema>(pool) };
    this.#open.set(database, owned);
    return owned;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ pool }) => pool.end()));
  }
}
