/** Making and suspending tenants: what the command-line tool does. There is no HTTP way to it. */
import { Inject, Injectable } from '@nestjs/common';
import {
  DEFAULT_SERVICE_INTERVALS,
  DEFAULT_TIME_ZONE,
  DEFAULT_VARIANCE_THRESHOLD_PERCENT,
  type TenantStatus,
} from '@wellpulse/contracts';
import { v7 as uuidV7 } from 'uuid';
import { Catalog, type TenantEntry } from '../catalog/catalog.ts';
import { BY_SYSTEM } from '../write-path/origin.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import {
  DEFAULT_SERVER,
  TenantDatabases,
  type TenantDatabase,
} from '../tenant-databases/tenant-databases.ts';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly timeZone?: string;
  readonly server?: string;
  readonly status?: TenantStatus;
  /** Whether everybody knows its passwords. */
  readonly isDemo?: boolean;
}

/** The name of a new tenant's database. */
export const databaseNameOf = (slug: string): string => `wellpulse_${slug.replaceAll('-', '_')}`;

@Injectable()
export class TenantAdministration {
  constructor(
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(TenantDatabases) private readonly databases: TenantDatabases,
    @Inject(TenantWriter) private readonly writer: TenantWriter,
  ) {}

  /**
   * Makes a tenant: the database first, the catalog's entry last. So nobody sees a half-made tenant, and making it again goes
   * on. Throws if the slug is taken or the server unknown.
   */
  async create(given: NewTenant): Promise<TenantEntry> {
    if ((await this.catalog.findBySlug(given.slug)) !== undefined) {
      throw new Error(`There is already a tenant "${given.slug}"`);
    }
    const entry: TenantEntry = {
      id: uuidV7(),
      slug: given.slug,
      name: given.name,
      status: given.status ?? 'ACTIVE',
      time_zone: given.timeZone ?? DEFAULT_TIME_ZONE,
      conflict_policy: 'LAST_WRITE_WINS',
      server: given.server ?? DEFAULT_SERVER,
      database: databaseNameOf(given.slug),
      is_demo: given.isDemo ?? false,
    };
    await this.databases.prepare(entry);
    await this.#writeFirstEvent(this.databases.of(entry), entry);
    await this.catalog.add(entry);
    return entry;
  }

  /** Throws if there is no such tenant. */
  async require(slug: string): Promise<{ entry: TenantEntry; database: TenantDatabase }> {
    const entry = await this.catalog.findBySlug(slug);
    if (entry === undefined) throw new Error(`There is no tenant "${slug}"`);
    return { entry, database: this.databases.of(entry) };
  }

  async setStatus(slug: string, status: TenantStatus): Promise<void> {
    const { entry } = await this.require(slug);
    await this.catalog.change(entry.id, { status });
  }

  async #writeFirstEvent(database: TenantDatabase, entry: TenantEntry): Promise<void> {
    const settings = await database.db.selectFrom('tenant_settings').select('version').executeTakeFirst();
    if (settings !== undefined) return;
    await this.writer.write(database, BY_SYSTEM, [
      {
        eventType: 'TENANT_CREATED',
        aggregateId: entry.id,
        baseVersion: null,
        payload: {
          name: entry.name,
          timeZone: entry.time_zone,
          conflictPolicy: entry.conflict_policy,
          varianceThresholdPercent: DEFAULT_VARIANCE_THRESHOLD_PERCENT,
          serviceIntervals: DEFAULT_SERVICE_INTERVALS,
          webDevices: true,
        },
      },
    ]);
  }
}
