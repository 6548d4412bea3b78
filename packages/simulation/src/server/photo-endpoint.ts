/** Photos as the API takes them: announced, put into the storage, read back and checked, and only then stored. */
import type { EventPhoto, Photo, PhotoUploadRequest } from '@wellpulse/contracts';
import {
  answerToAnnouncement,
  confirmationStep,
  isPhotoNamed,
  ownerIn,
  ownerOf,
  photoKey,
  photoPath,
  UPLOAD_ADDRESS_MS,
  type PhotoOwner,
  type PhotoRow,
  type PutBytes,
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

/** All that the storage holds. */
export interface StoredBlobs {
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly ownMark: OwnMark | null;
}

/** Where the log was when the server looked last, as it keeps it beside the photos. */
export interface OwnMark {
  readonly mark: string;
  readonly sequence: number;
  readonly lineage: number;
}

export class PhotoEndpoint {
  /** By their final names. */
  readonly blobs = new Map<string, Uint8Array>();
  ownMark: OwnMark | null = null;
  /** What was put, and is not checked yet. */
  readonly #staged = new Map<string, Uint8Array>();
  readonly #in: PhotoEndpointInput;

  constructor(input: PhotoEndpointInput) {
    this.#in = input;
  }

  backUp(): StoredBlobs {
    return { blobs: new Map(this.blobs), ownMark: this.ownMark };
  }

  /** The storage is put back too. */
  putBack({ blobs, ownMark }: StoredBlobs): void {
    this.blobs.clear();
    this.#staged.clear();
    for (const [name, bytes] of blobs) this.blobs.set(name, bytes);
    this.ownMark = ownMark;
  }

  /** Those that count as stored, and are not there. */
  lost(): PhotoRow[] {
    return this.#lostOf(this.#in.store.begin().photos.all());
  }

  /** Whether one is gone that was stored after the log's row of this number. */
  lacksAnyStoredAfter(sequence: number): boolean {
    const { store } = this.#in;
    const { photos } = store.begin();
    const rows = store.log
      .slice(sequence)
      .flatMap(({ event }) =>
        event.eventType === 'PHOTO_STORED'
          ? (photos.get(photoKey(ownerIn(event), event.payload.sha256)) ?? [])
          : [],
      );
    return this.#lostOf(rows).length > 0;
  }

  markLost(user: User, lost: readonly PhotoRow[]): void {
    for (const row of lost) {
      this.#prepareLost(user, ownerOf(row), { photoId: row.id, sha256: row.sha256 }).commit();
    }
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
    const isThere = this.#isThere(blobName, payload.sha256);
    const state = answerToAnnouncement({ isThere, isHeld });
    const takeIn = then(() => this.#prepareStored(user, owner, payload).commit());
    const lose = then(() => this.#prepareLost(user, owner, payload).commit());
    if (state !== 'WAITING')
      return { reply: answered(200, { state, blobName }), commit: state === 'STORED' ? takeIn : lose };
    const expiresAt = now() + UPLOAD_ADDRESS_MS;
    const ticket = {
      state,
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
    const name = photoPath(owner, photo.sha256);
    const bytes = this.#staged.get(name);
    const step = confirmationStep(photo.state, this.#whatWasPut(bytes, photo));
    if (step === 'ANSWER') return refuse(answered(200, toPhoto(photo)));
    if (step === 'PHOTO_MISMATCH') this.#staged.delete(name);
    if (step !== 'STORE') return refuse(problem(step));
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

  #whatWasPut(bytes: Uint8Array | undefined, { sha256 }: PhotoRow): PutBytes {
    if (bytes === undefined) return this.#in.parts.readsPhotosBack ? 'NOTHING' : 'ANNOUNCED';
    return hashOf(bytes) === sha256 ? 'ANNOUNCED' : 'OTHER';
  }

  #lostOf(rows: readonly PhotoRow[]): PhotoRow[] {
    return rows.filter(
      (row) => row.state === 'STORED' && !this.#isThere(photoPath(ownerOf(row), row.sha256), row.sha256),
    );
  }

  /** The storage is not put back with the database. */
  #isThere(blobName: string, sha256: string): boolean {
    const bytes = this.blobs.get(blobName);
    return bytes !== undefined && hashOf(bytes) === sha256;
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

  #prepareLost(user: User, owner: PhotoOwner, { photoId, sha256 }: Pick<EventPhoto, 'photoId' | 'sha256'>) {
    const payload = { owner: owner.kind, photoId, sha256 };
    return this.#in.dashboardUsers.prepare(user, { eventType: 'PHOTO_LOST', aggregateId: owner.id, payload });
  }

  #find(owner: PhotoOwner, photoId: string): PhotoRow | undefined {
    return this.#in.store
      .begin()
      .photos.all()
      .find(
        (row) =>
          photoKey(ownerOf(row), row.sha256) === photoKey(owner, row.sha256) && isPhotoNamed(row, photoId),
      );
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const refuse = (reply: Reply): Transaction => ({ reply, commit: () => undefined });

function toPhoto({ aliasIds: _, ...row }: PhotoRow): Photo {
  const names = { createdByName: null, deviceName: null };
  const addresses = { url: null, thumbnailUrl: null, urlExpiresAt: null };
  return { ...row, blobName: photoPath(ownerOf(row), row.sha256), ...names, ...addresses };
}
