/** Photos as the API takes them: announced, put into the storage, read back and checked, and only then stored. */
import type { EventPhoto, Photo, PhotoUploadRequest } from '@wellpulse/contracts';
import {
  ownerOf,
  photoKey,
  photoPath,
  UPLOAD_ADDRESS_MS,
  type PhotoOwner,
  type PhotoRow,
} from '@wellpulse/domain';
import type { Reply } from '@wellpulse/offline';
import { createHash } from 'node:crypto';
import type { Transaction } from './batches.ts';
import type { DashboardUsers } from './dashboard-users.ts';
import { answered, problem } from './reply.ts';
import type { ServerParts } from './server-parts.ts';
import type { User } from './sessions.ts';
import type { TenantStore } from './tenant-store.ts';

interface PhotoEndpointInput {
  readonly store: TenantStore;
  readonly dashboardUsers: DashboardUsers;
  readonly parts: ServerParts;
  readonly now: () => number;
}

export class PhotoEndpoint {
  /** By their final names. */
  readonly blobs = new Map<string, Uint8Array>();
  /** What was put, and is not checked yet. */
  readonly #staged = new Map<string, Uint8Array>();
  readonly #in: PhotoEndpointInput;

  constructor(input: PhotoEndpointInput) {
    this.#in = input;
  }

  /** The storage is put back too. */
  putBack(blobs: ReadonlyMap<string, Uint8Array>): void {
    this.blobs.clear();
    this.#staged.clear();
    for (const [name, bytes] of blobs) this.blobs.set(name, bytes);
  }

  announce(user: User, owner: PhotoOwner, { isHeld = true, ...payload }: PhotoUploadRequest): Transaction {
    const { dashboardUsers, now } = this.#in;
    const { decision, commit, workset } = dashboardUsers.prepare(user, {
      eventType: 'PHOTO_ANNOUNCED',
      aggregateId: owner.id,
      payload: { ...payload, owner: owner.kind },
    });
    if (!decision.ok) return { reply: problem(decision.code), commit };
    const isStored = workset.photos.get(photoKey(owner, payload.sha256))?.state === 'STORED';
    const blobName = photoPath(owner, payload.sha256);
    const then = (next: () => void) => (): void => {
      commit();
      next();
    };
    if (this.#isThere(blobName, payload.sha256)) {
      const takeIn = then(() => this.#prepareStored(user, owner, payload).commit());
      return { reply: answered(200, { state: 'STORED', blobName }), commit: takeIn };
    }
    const lose = then(() => this.#prepareLost(user, owner, payload).commit());
    if (!isHeld) return { reply: answered(200, { state: 'MISSING', blobName }), commit: lose };
    const expiresAt = now() + UPLOAD_ADDRESS_MS;
    const ticket = {
      state: 'WAITING',
      uploadUrl: JSON.stringify({ blobName, expiresAt }),
      blobName,
      expiresAt: new Date(expiresAt).toISOString(),
      headers: {},
    };
    return { reply: answered(200, ticket), commit: isStored ? lose : commit };
  }

  /** What the storage does, which knows of no photos. */
  put(url: string, bytes: Uint8Array): Reply {
    const { blobName, expiresAt } = JSON.parse(url) as { blobName: string; expiresAt: number };
    if (expiresAt < this.#in.now()) return answered(403, undefined);
    this.#staged.set(blobName, bytes);
    return answered(201, undefined);
  }

  confirm(user: User, owner: PhotoOwner, photoId: string): Transaction {
    const photo = this.#find(owner, photoId);
    if (photo === undefined) return refuse(problem('PHOTO_NOT_FOUND'));
    if (photo.state === 'STORED') return refuse(answered(200, toPhoto(photo)));
    const name = photoPath(owner, photo.sha256);
    const bytes = this.#staged.get(name);
    if (bytes === undefined && this.#in.parts.readsPhotosBack) return refuse(problem('PHOTO_NOT_UPLOADED'));
    if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') !== photo.sha256) {
      this.#staged.delete(name);
      return refuse(problem('PHOTO_MISMATCH'));
    }
    if (bytes !== undefined) this.blobs.set(name, bytes);
    const { commit, workset } = this.#prepareStored(user, owner, { ...photo, photoId });
    const stored = workset.photos.get(photoKey(owner, photo.sha256)) ?? photo;
    return {
      reply: answered(200, toPhoto(stored)),
      commit: () => {
        commit();
        this.#staged.delete(name);
      },
    };
  }

  /** The storage is not put back with the database. */
  #isThere(blobName: string, sha256: string): boolean {
    const bytes = this.blobs.get(blobName);
    return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256;
  }

  #prepareStored(user: User, owner: PhotoOwner, photo: EventPhoto) {
    const { photoId, sha256, sizeBytes, contentType } = photo;
    return this.#in.dashboardUsers.prepare(user, {
      eventType: 'PHOTO_STORED',
      aggregateId: owner.id,
      payload: {
        ...{ owner: owner.kind, photoId, sha256, sizeBytes, contentType },
        ...{ width: 1, height: 1, hasThumbnail: false },
      },
    });
  }

  #prepareLost(user: User, owner: PhotoOwner, { photoId, sha256 }: EventPhoto) {
    const payload = { owner: owner.kind, photoId, sha256 };
    return this.#in.dashboardUsers.prepare(user, { eventType: 'PHOTO_LOST', aggregateId: owner.id, payload });
  }

  #find(owner: PhotoOwner, photoId: string): PhotoRow | undefined {
    return this.#in.store
      .begin()
      .photos.all()
      .find(
        (row) =>
          photoKey(ownerOf(row), row.sha256) === photoKey(owner, row.sha256) &&
          (row.id === photoId || row.aliasIds.includes(photoId)),
      );
  }
}

const refuse = (reply: Reply): Transaction => ({ reply, commit: () => undefined });

function toPhoto({ aliasIds: _, ...row }: PhotoRow): Photo {
  const names = { createdByName: null, deviceName: null };
  const addresses = { url: null, thumbnailUrl: null, urlExpiresAt: null };
  return { ...row, blobName: photoPath(ownerOf(row), row.sha256), ...names, ...addresses };
}
