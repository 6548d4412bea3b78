/**
 * The server's own marks: where each tenant's log was a minute ago, kept in the photo storage, which no restore of the database
 * reaches. A log that does not hold its mark any more was put back, before any device has come (ADR 44). A mark that is older than it should be shows
 * that the storage was put back. So does a new photo that is gone. A storage that is away harms nothing: it is asked again.
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { LogMark } from '@wellpulse/domain';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Catalog, type TenantEntry } from '../catalog/catalog.ts';
import { LOGGER } from '../config/logger.ts';
import { BlobStorage } from '../photos/blob-storage.ts';
import { LostPhotoMonitor } from '../photos/lost-photo-monitor.ts';
import type { TenantContext } from '../photos/photo-intake.ts';
import { photosStoredAfter } from '../photos/photo.queries.ts';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { LineageService, presentLineage } from './lineage.service.ts';
import { formatMark, holdsMark, readMark } from './log-mark.ts';

const EVERY_MS = 60_000;
/** While the storage is away, and soon after a start in which it came up later than we. */
const AGAIN_MS = 10_000;
/** A start waits so long for it. */
const START_MS = 5_000;

const ownMarkSchema = z.object({
  sequence: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The lineage in which it was written. */
  lineage: z.int().min(0),
});
type OwnMark = LogMark & z.infer<typeof ownMarkSchema>;

/** No tenant's slug has a `_`, so no sweep of photos takes it for a tenant's blob. */
const nameOf = ({ id }: TenantEntry): string => `_log-marks/${id}.json`;

@Injectable()
export class OwnMarks implements OnModuleDestroy {
  /** By tenant: what the storage is known to hold. */
  readonly #kept = new Map<string, LogMark>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isOver = false;

  constructor(
    @Inject(LineageService) private readonly lineages: LineageService,
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(TenantDatabases) private readonly databases: TenantDatabases,
    @Inject(LostPhotoMonitor) private readonly photos: LostPhotoMonitor,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Looks for the first time, and goes on looking each minute. Resolves after some seconds at most. */
  async start(): Promise<void> {
    this.#running = this.#lookAndGoOn();
    let waited: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      waited = setTimeout(resolve, START_MS);
    });
    await Promise.race([this.#running, enough]);
    clearTimeout(waited);
  }

  async onModuleDestroy(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Looks at the logs of all tenants. False if the storage is away. */
  async look(): Promise<boolean> {
    const state = await this.storage.state();
    if (state === 'unavailable') {
      this.logger.warn('the marks of the logs cannot be kept: the photo storage is away');
      return false;
    }
    if (state === 'none') return true;
    for (const tenant of await this.catalog.list()) {
      try {
        if (await this.databases.isUpToDate(tenant)) await this.#lookAt(tenant);
      } catch (error) {
        this.logger.warn({ err: error, tenant: tenant.slug }, 'the mark of a log could not be kept');
      }
    }
    return true;
  }

  async #lookAndGoOn(): Promise<void> {
    const isThere = await this.look().catch((error: unknown) => {
      this.logger.error({ err: error }, 'the marks of the logs could not be looked at');
      return false;
    });
    if (this.#isOver) return;
    this.#timer = setTimeout(
      () => {
        this.#running = this.#lookAndGoOn();
      },
      isThere ? EVERY_MS : AGAIN_MS,
    ).unref();
  }

  async #lookAt(tenant: TenantEntry): Promise<void> {
    const database = this.databases.of(tenant);
    const { db } = database;
    const kept = this.#kept.get(tenant.id);
    const newest = await readMark(db);
    const stored = await this.#find(tenant);
    // It was written after all photos of this log, so they are there. A log at rest says nothing of its storage: that is asked each time.
    if (stored !== null && formatMark(stored) === formatMark(newest)) {
      this.#kept.set(tenant.id, newest);
      return;
    }
    const context = { tenant, database };
    if (stored !== null && !(await holdsMark(db, stored))) await this.#judgeLost(context, stored);
    else if (await this.#mayHaveLost(context, stored, kept ?? newest)) {
      // Without any mark it may be the wrong storage.
      await this.#loseWhatIsGone(context, { present: await presentLineage(db), isKnown: stored !== null });
    }
    const mark = await readMark(db);
    await this.#keep(tenant, { ...mark, lineage: await presentLineage(db) });
    this.#kept.set(tenant.id, mark);
  }

  /** Of a mark that the log does not hold: the database was put back, the storage, or both. */
  async #judgeLost(context: TenantContext, lost: OwnMark): Promise<void> {
    const { tenant, database } = context;
    const present = await presentLineage(database.db);
    this.logger.warn(
      { tenant: tenant.slug, lost: formatMark(lost) },
      'the log does not hold its mark any more',
    );
    await this.lineages.begin(database, present, { cause: 'STORAGE', given: lost.lineage });
    await this.#loseWhatIsGone(context, { present, isKnown: true });
  }

  /**
   * Whether the storage may have been put back: its mark is gone, or older than what it is known to hold, which is `expected`. Or it lacks
   * a photo that was stored since its mark was kept: a storage of the same minute has the same mark.
   */
  async #mayHaveLost(context: TenantContext, stored: OwnMark | null, expected: LogMark): Promise<boolean> {
    const { db } = context.database;
    const photos = await photosStoredAfter(db, stored?.sequence ?? 0);
    if (stored === null || stored.sequence < expected.sequence) return photos.length > 0;
    return this.photos.isAnyGone(context, photos);
  }

  /** What the storage has lost, devices offer again in the lineage after `present`. */
  async #loseWhatIsGone(
    context: TenantContext,
    { present, isKnown }: { readonly present: number; readonly isKnown: boolean },
  ): Promise<void> {
    const { tenant, database } = context;
    const lost = await this.photos.findLost(context);
    if (lost.length === 0) return;
    this.logger.warn({ tenant: tenant.slug, lost: lost.length }, 'the photo storage was put back');
    await this.lineages.begin(database, present, { cause: 'STORAGE' });
    await this.photos.markLost(context, lost, { isKnown });
  }

  async #find(tenant: TenantEntry): Promise<OwnMark | null> {
    const name = nameOf(tenant);
    const found = await this.storage.find(name);
    const bytes = found === null ? null : await this.storage.read(name, found);
    const mark = bytes === null ? null : parseOwnMark(bytes.toString());
    if (bytes !== null && mark === null)
      this.logger.warn(
        { tenant: tenant.slug, name },
        'this is no mark of a log: another one takes its place',
      );
    return mark;
  }

  #keep(tenant: TenantEntry, { sequence, hash, lineage }: OwnMark): Promise<void> {
    const bytes = Buffer.from(JSON.stringify({ sequence, hash, lineage }));
    return this.storage.write(nameOf(tenant), bytes, 'application/json', 'no-store');
  }
}

function parseOwnMark(text: string): OwnMark | null {
  try {
    return ownMarkSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
