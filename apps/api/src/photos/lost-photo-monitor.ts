/**
 * Looks once an hour whether the bytes of stored photos are still there. A lost one is shown as missing and can be sent
 * again. It only tells; all other repairs are left to the sweep.
 */
import { message } from '@wellpulse/contracts';
import type { PhotoRow } from '@wellpulse/domain';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Catalog } from '../catalog/catalog.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import { RateLimiters, type RateLimiter } from '../http/limits/rate-limiters.ts';
import { LOGGER } from '../config/logger.ts';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { BlobStorage } from './blob-storage.ts';
import { PhotoIntake, type TenantContext } from './photo-intake.ts';
import { photoBlobName } from './photo-names.ts';
import { sweepPhotos } from './photo-sweep.ts';

const HOUR_MS = 60 * 60_000;
/** So many are not lost one by one: it is the wrong storage, or a restore that is not finished. A person decides. */
const MOST_LOST_AT_ONCE = 100;

@Injectable()
export class LostPhotoMonitor implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #turns: RateLimiter;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(RateLimiters) limiters: RateLimiters,
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(TenantDatabases) private readonly databases: TenantDatabases,
    @Inject(PhotoIntake) private readonly intake: PhotoIntake,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    // Of all API processes only the first to ask has a tenant's turn; a little less than an hour, so that none is missed.
    this.#turns = limiters.of({
      name: 'photo-watch',
      count: 1,
      seconds: 3_500,
      detail: message('othersLook'),
    });
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#running = this.look().catch((error: unknown) => {
        this.logger.error({ err: error }, 'looking for lost photos failed');
      });
    }, HOUR_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Looks at all tenants whose turn it is; does nothing while the storage is away. */
  async look(): Promise<void> {
    if (!(await this.#isThere())) return;
    for (const tenant of await this.catalog.list()) {
      try {
        if (!(await this.#hasTurn(tenant.id)) || !(await this.databases.isUpToDate(tenant))) continue;
        const context = { tenant, database: this.databases.of(tenant) };
        await this.markLost(context, await this.findLost(context));
      } catch (error) {
        this.logger.error({ err: error, tenant: tenant.slug }, 'looking for lost photos failed');
      }
    }
  }

  async #isThere(): Promise<boolean> {
    return this.storage.reach().then(
      () => true,
      () => false,
    );
  }

  /** A tenant's photos that count as stored, and are not. Throws `UNAVAILABLE` if the storage can't be reached. */
  async findLost(context: TenantContext): Promise<PhotoRow[]> {
    const found = await sweepPhotos(this.storage, context);
    return found.flatMap((finding) => (finding.kind === 'LOST' ? [finding.photo] : []));
  }

  /** Whether the storage lacks one of these photos. Throws `UNAVAILABLE` if it can't be reached. */
  async isAnyGone({ tenant }: TenantContext, photos: readonly PhotoRow[]): Promise<boolean> {
    for (const photo of photos)
      if ((await this.storage.find(photoBlobName(tenant.slug, photo))) === null) return true;
    return false;
  }

  /** Says of photos that they are missing; of many only where `isKnown`: the storage is the right one, and was put back. */
  async markLost(context: TenantContext, lost: readonly PhotoRow[], { isKnown = false } = {}): Promise<void> {
    const tenant = context.tenant.slug;
    if (lost.length > MOST_LOST_AT_ONCE && !isKnown) {
      this.logger.error({ tenant, lost: lost.length }, 'too many photos are gone at once; none is marked');
      return;
    }
    for (const photo of lost) {
      if ((await this.intake.markMissingIfGone(context, photo)) === null) continue;
      this.logger.warn({ tenant, photoId: photo.id }, 'a photo is lost');
    }
  }

  async #hasTurn(tenantId: string): Promise<boolean> {
    try {
      await this.#turns.consume(tenantId);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'TOO_MANY_REQUESTS') return false;
      throw error;
    }
  }
}
