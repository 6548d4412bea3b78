/** Photos as callers read them: with addresses to load them from that work for some minutes. */
import { Inject, Injectable } from '@nestjs/common';
import type { Photo } from '@wellpulse/contracts';
import type { PhotoRow } from '@wellpulse/domain';
import { CLOCK, type Clock } from '../config/clock.ts';
import { BlobStorage } from './blob-storage.ts';
import type { TenantContext } from './photo-intake.ts';
import { photoBlobName, thumbnailBlobName } from './photo-names.ts';

const MINUTE_MS = 60_000;
/** Addresses stay the same for this long, so that a page which asks again does not load every picture again. */
const STEP_MS = 5 * MINUTE_MS;
/** The least that an address works for. */
const LEAST_MS = 10 * MINUTE_MS;

@Injectable()
export class PhotoLinks {
  constructor(
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The tenant's photos in the order given; asks for all names of authors and devices at once. */
  async of(context: TenantContext, rows: readonly PhotoRow[]): Promise<Photo[]> {
    if (rows.length === 0) return [];
    const names = await namesOf(context, rows);
    const expiresAt = this.#expiry();
    return Promise.all(rows.map((row) => this.#link(context.tenant.slug, row, names, expiresAt)));
  }

  async one(context: TenantContext, row: PhotoRow): Promise<Photo> {
    const [photo] = await this.of(context, [row]);
    if (photo === undefined) throw new Error('One photo has one answer');
    return photo;
  }

  async #link(
    slug: string,
    { aliasIds: _, ...photo }: PhotoRow,
    names: Names,
    expiresAt: Date,
  ): Promise<Photo> {
    const isStored = photo.state === 'STORED';
    const blobName = photoBlobName(slug, photo);
    const url = isStored ? await this.storage.readUrl(blobName, expiresAt) : null;
    const thumbnailUrl =
      isStored && photo.hasThumbnail
        ? await this.storage.readUrl(thumbnailBlobName(slug, photo), expiresAt)
        : null;
    return {
      ...photo,
      blobName,
      createdByName: names.get(photo.createdBy) ?? null,
      deviceName: names.get(photo.deviceId ?? '') ?? null,
      url,
      thumbnailUrl,
      urlExpiresAt: url === null ? null : expiresAt.toISOString(),
    };
  }

  #expiry(): Date {
    const now = Date.parse(this.clock.now());
    return new Date(Math.ceil(now / STEP_MS) * STEP_MS + LEAST_MS);
  }
}

/** Of users and devices, by id. */
type Names = ReadonlyMap<string, string>;

async function namesOf(
  { database: { db } }: Pick<TenantContext, 'database'>,
  rows: readonly PhotoRow[],
): Promise<Names> {
  const ids = [
    ...new Set(
      rows.flatMap(({ createdBy, deviceId }) => (deviceId === null ? [createdBy] : [createdBy, deviceId])),
    ),
  ];
  const users = db.selectFrom('users').select(['id', 'name']).where('id', 'in', ids);
  const devices = db.selectFrom('devices').select(['id', 'name']).where('id', 'in', ids);
  const named = await users.unionAll(devices).execute();
  return new Map(named.map(({ id, name }) => [id, name]));
}
